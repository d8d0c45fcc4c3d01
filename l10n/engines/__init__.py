"""The engines that draft, behind one interface, and the registry that makes them by name."""

from l10n.engines.base import Engine
from l10n.engines.keeping import drafted
from l10n.engines.registry import available, check, create

__all__ = ["Engine", "available", "check", "create", "drafted"]
