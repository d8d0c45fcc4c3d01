"""Terminology: loads the glossary, finds its concepts in sources and verifies them in targets."""

from l10n.glossary.consistency import mixes
from l10n.glossary.glossary import Glossary, load

__all__ = ["Glossary", "load", "mixes"]
