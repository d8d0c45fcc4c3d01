"""The terminal review: the Textual app that translators work in, its screens and widgets."""
