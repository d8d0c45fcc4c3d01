import unicodedata

import pytest

from l10n import checks
from l10n.model import Unit
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
        ("Biển", "Biển", True),
        ("Huế", "Huế", False),
        ("Bình Thuận", "Bình Thuận", False),
        ("Nguyễn Văn An", "Nguyễn Văn An", False),
        ("World Cup 2026", "World Cup 2026", False),
        ("Kinh Tế", "Kinh Tế", True),
        ("Hội nghị mở màn.", "The conference opened.", False),
    ],
)
def test_equals_source(source: str, target: str, fails: bool) -> None:
    assert bool(fires("equals-source", source, target)) is fails


@pytest.mark.parametrize(
    ("word", "languages", "fails"),
    [
        ("Unchanged", ("en", "fr"), True),
        ("Unchanged", ("en", "lo"), True),
        ("Information", ("en", "fr"), False),
        ("Mozilla", ("en", "fr"), False),
        ("I", ("en", "fr"), False),
        ("  ", ("en", "fr"), False),
        ("Unchanged", ("km", "fr"), False),
    ],
)
def test_a_word_that_stays_as_it_is(word: str, languages: tuple[str, str], fails: bool) -> None:
    source, target = languages
    unit = Unit(source=word, target=word, language=target)
    found = checks.run(checks.Subject(unit, source_language=source), {})
    assert any(f.check == "equals-source" for f in found) is fails
