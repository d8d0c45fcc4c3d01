"""Exchange of the glossary with other tools: TBX, CSV and TSV, read, merged and written."""

from l10n.glossary.exchange.changes import Change, contradictions
from l10n.glossary.exchange.delivery import Delivery, Entry, Wording
from l10n.glossary.exchange.formats import FileFormat, format_of, read, write
from l10n.glossary.exchange.merging import Outcome, Plan, Side, Step, plan
from l10n.glossary.exchange.table_reading import entry_of
from l10n.glossary.exchange.values import is_language, suggested_id

__all__ = [
    "Change",
    "Delivery",
    "Entry",
    "FileFormat",
    "Outcome",
    "Plan",
    "Side",
    "Step",
    "Wording",
    "contradictions",
    "entry_of",
    "format_of",
    "is_language",
    "plan",
    "read",
    "suggested_id",
    "write",
]
