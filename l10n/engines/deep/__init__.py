"""The services that deep-translator knows."""

from l10n.engines.deep.engine import factory
from l10n.engines.deep.kinds import KINDS

__all__ = ["KINDS", "factory"]
