"""The embedded engine: llama.cpp in this process, with a model that installs as a package."""

from l10n.engines.local.engine import LocalEngine

__all__ = ["LocalEngine"]
