"""The rules of the house as sentences, for engines that are told what to do.

Choices that are wordings of terms are not among them: those go along as terms.
"""

from __future__ import annotations

from collections.abc import Mapping

from l10n.model import Style

_RULES: Mapping[str, Mapping[str, str]] = {
    "spelling": {
        "British": "Spell as in British English.",
        "American": "Spell as in American English.",
    },
    "diacritics_in_names": {
        "keep": "Keep the marks on the letters of Vietnamese names.",
        "strip": "Write Vietnamese names without the marks on their letters.",
    },
    "gender": {
        "neutral": "Use no pronoun that tells a man from a woman where another wording will do.",
    },
}


def rules(style: Style | None) -> tuple[str, ...]:
    """The rules of a house style that bear on any text."""
    if style is None:
        return ()
    chosen = [_RULES.get(key, {}).get(answer, "") for key, answer in style.choices.items()]
    country = f"Write the name of the country as {style.country}." if style.country else ""
    return tuple(rule for rule in [*chosen, country] if rule)
