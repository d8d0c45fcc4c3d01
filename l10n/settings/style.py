"""The house style of `l10n.yml`: `style: {en: {country_name: Vietnam, prefer: {…}}}`."""

from __future__ import annotations

from collections.abc import Mapping

from l10n.model import CHOICES, Style
from l10n.settings.reader import Place, Reader

KEYS = (*CHOICES, "prefer", "pronouns")


def read_styles(reader: Reader, value: object, path: Place) -> Mapping[str, Style]:
    """House style by target language."""
    return {
        reader.tag(target, path): _style(reader, given, (*path, target))
        for target, given in reader.mapping(value, path, None).items()
    }


def _style(reader: Reader, value: object, path: Place) -> Style:
    given = reader.mapping(value, path, KEYS)
    preferred = reader.mapping(given.get("prefer"), (*path, "prefer"), None)
    pronouns = given.get("pronouns", [])
    if not isinstance(pronouns, list):
        reader.fail((*path, "pronouns"), "pronouns must be a list", "write it like [it, its]")
    return Style(
        choices={
            key: reader.choice(answer, (*path, key), CHOICES[key])
            for key, answer in given.items()
            if key in CHOICES
        },
        prefer={
            concept: reader.text(term, (*path, "prefer", concept))
            for concept, term in preferred.items()
        },
        pronouns=tuple(
            reader.text(word, (*path, "pronouns", index)) for index, word in enumerate(pronouns)
        ),
    )
