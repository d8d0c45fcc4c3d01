"""Numbers, dates and hours of a text as values that can be compared across languages."""

from l10n.checks.values.compare import Difference, differences
from l10n.checks.values.mention import Mention, Weight
from l10n.checks.values.scan import mentions

__all__ = ["Difference", "Mention", "Weight", "differences", "mentions"]
