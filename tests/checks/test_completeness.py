import unicodedata

import pytest

from tests.checks.table import fires


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("Hội nghị.", "", ["not translated"]),
        ("Hội nghị.", "  ", ["not translated"]),
        ("Hội nghị.", "A conference.", []),
    ],
)
def test_untranslated(source: str, target: str, expected: list[str]) -> None:
    assert fires("untranslated", source, target) == expected


@pytest.mark.parametrize(
    ("source", "target", "fails"),
    [
        ("Hội nghị mở màn.", "Hội nghị mở màn.", True),
        ("Hội nghị mở màn.", "hội  nghị mở màn.", True),
        ("Hội nghị mở màn.", unicodedata.normalize("NFD", "Hội nghị mở màn."), True),
        ("UNESCO", "UNESCO", False),
        ("Hội nghị mở màn.", "The conference opened.", False),
    ],
)
def test_equals_source(source: str, target: str, fails: bool) -> None:
    assert bool(fires("equals-source", source, target)) is fails
