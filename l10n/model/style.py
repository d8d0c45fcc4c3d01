"""House style: which of several admitted wordings a project has chosen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

CHOICES: Mapping[str, tuple[str, ...]] = {
    "country_name": ("Vietnam", "Viet Nam", "Việt Nam"),
    "diacritics_in_names": ("keep", "strip"),
    "politburo": ("Politburo", "Political Bureau"),
    "ban_thuong_vu": ("Standing Board", "Standing Committee"),
    "ban_chap_hanh_dang_bo": ("Executive Board", "Executive Committee", "Party Committee"),
    "truong_ban_trung_uong": ("Chairman", "Head"),
    "thuong_truc": ("Permanent", "Standing"),
    "gender": ("by-person", "neutral"),
    "spelling": ("British", "American"),
    "place_order": ("before", "after"),
    "capital_of_generic": ("lower", "upper"),
    "term_word": ("tenure", "term"),
    "can_bo": ("officials", "cadres"),
    "east_sea": ("East Sea", "South China Sea"),
    "ministry_of_ethnic": (
        "Ministry of Ethnic and Religious Affairs",
        "Ministry of Ethnic Minorities and Religions",
    ),
    "title_case": ("sentence", "title"),
    "people_capital": ("the People", "the people"),
}
"""What a house decides once for all of its texts in a language, with the possible answers."""


@dataclass(frozen=True, slots=True)
class Style:
    """The house style for one target language."""

    choices: Mapping[str, str] = field(default_factory=dict)
    """The answers to some of `CHOICES`."""
    prefer: Mapping[str, str] = field(default_factory=dict)
    """The chosen term by concept id."""
    pronouns: tuple[str, ...] = ()
    """Words that may stand for a term that has been named before in the same unit."""

    @property
    def country(self) -> str:
        """How the country's name is spelled, or "" where any spelling will do."""
        return self.choices.get("country_name", "")
