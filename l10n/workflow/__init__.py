"""The use cases, one module each, every one written as the plan that it carries out."""
