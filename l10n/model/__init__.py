"""The nouns of the product, as frozen dataclasses that neither read nor write anything."""

from l10n.model.article import ArticleContent, Block, Piece, Span
from l10n.model.concept import Addition, Concept, Match, Mix, Status, Term, Verdict, VerdictKind
from l10n.model.counted import counted
from l10n.model.drafting import Draft, DraftRequest, EngineInfo, Example, TermHint
from l10n.model.finding import Finding, Severity
from l10n.model.style import CHOICES, Style
from l10n.model.tones import OLD_STYLE
from l10n.model.unit import Risk, State, Unit, seal_of, unit_id

__all__ = [
    "CHOICES",
    "OLD_STYLE",
    "Addition",
    "ArticleContent",
    "Block",
    "Concept",
    "Draft",
    "DraftRequest",
    "EngineInfo",
    "Example",
    "Finding",
    "Match",
    "Mix",
    "Piece",
    "Risk",
    "Severity",
    "Span",
    "State",
    "Status",
    "Style",
    "Term",
    "TermHint",
    "Unit",
    "Verdict",
    "VerdictKind",
    "counted",
    "seal_of",
    "unit_id",
]
