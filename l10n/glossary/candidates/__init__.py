"""Finds the terms that recur in texts and are in no glossary."""

from l10n.glossary.candidates.corpus import Corpus, Text, read
from l10n.glossary.candidates.scoring import Scored, ranked
from l10n.glossary.candidates.words import LANGUAGES, Words

__all__ = ["LANGUAGES", "Corpus", "Scored", "Text", "Words", "ranked", "read"]
