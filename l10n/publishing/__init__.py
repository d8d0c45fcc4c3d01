"""The formats in which a translated article is published."""

from l10n.publishing.formats import FORMATS, Format

__all__ = ["FORMATS", "Format"]
