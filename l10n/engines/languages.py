"""Names of languages, as a prompt calls them."""

from __future__ import annotations

from contextlib import suppress

LANGUAGES = {
    "ar": "Arabic",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "id": "Indonesian",
    "it": "Italian",
    "ja": "Japanese",
    "km": "Khmer",
    "ko": "Korean",
    "lo": "Lao",
    "pt": "Portuguese",
    "ru": "Russian",
    "th": "Thai",
    "vi": "Vietnamese",
    "zh": "Chinese",
}
"""English names of languages, by primary subtag."""


def primary(tag: str) -> str:
    """The language of a BCP 47 tag, without script and region."""
    return tag.partition("-")[0].lower()


def plain(tag: str) -> str:
    """The language of a BCP 47 tag as services name it; Chinese with its script."""
    base, rest = primary(tag), set(tag.lower().split("-")[1:])
    if base == "zh":
        return "zh-Hant" if rest & {"hant", "tw", "hk", "mo"} else "zh-Hans"
    return base


def language_name(tag: str) -> str:
    """The English name of a language, or its tag where there is none."""
    from babel import Locale, UnknownLocaleError  # slow to import

    with suppress(UnknownLocaleError, ValueError):
        return LANGUAGES.get(primary(tag)) or Locale.parse(primary(tag)).english_name or tag
    return tag
