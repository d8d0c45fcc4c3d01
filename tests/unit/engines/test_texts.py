"""Plain services: what is asked again, and in which words."""

from __future__ import annotations

from collections.abc import Sequence

from l10n.engines.numerals import fold
from l10n.engines.service.texts import translated
from l10n.model import DraftRequest, TermHint


def _asked(request: DraftRequest) -> tuple[str, list[str]]:
    """The draft, and the texts of a service that copies numbers only from English."""
    seen: list[str] = []

    def translate(texts: Sequence[str]) -> list[str]:
        seen.extend(texts)
        return [
            "It met on January 5." if "January 5" in text else "It met on May 1." for text in texts
        ]

    [draft] = translated([request], translate, fold("vi", "en"))
    return draft.target, seen


def _wrong(target: str) -> int:
    return "January 5" not in target


def test_wrong_numbers_are_asked_for_again_as_english_writes_them() -> None:
    request = DraftRequest("a", "Hội nghị họp ngày 5/1.", faults=_wrong)
    target, seen = _asked(request)
    assert target == "It met on January 5."
    assert seen == ["Hội nghị họp ngày 5/1.", "Hội nghị họp ngày January 5."]


def test_what_can_only_be_asked_in_the_same_words_is_asked_once() -> None:
    request = DraftRequest("a", "Hội nghị họp hôm nay.", faults=_wrong)
    assert _asked(request) == ("It met on May 1.", ["Hội nghị họp hôm nay."])


def test_numbers_of_terms_stay_as_the_glossary_has_them() -> None:
    term = TermHint("qh", 0, 8, "Resolution 1.500")
    request = DraftRequest("a", "Quyết 15 họp ngày 5/1.", terms=(term,), faults=_wrong)
    assert _asked(request)[1][1] == "Resolution 1.500 họp ngày January 5."
