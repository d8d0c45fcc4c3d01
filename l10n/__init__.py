"""l10n takes a newsroom's articles abroad: import, extract, draft, review, check, publish."""

__version__ = "0.1.0"
