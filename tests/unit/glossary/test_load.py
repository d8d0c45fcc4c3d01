"""Glossary files, good and bad."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from importlib import resources
from pathlib import Path

import jsonschema
import pytest
import yaml

from l10n.errors import FileError, GlossaryError, L10nError
from l10n.glossary import load
from l10n.model import Status, Term

FOLDER = Path(__file__).parents[3] / "glossary"
SCHEMA = json.loads(resources.files("l10n.glossary").joinpath("schema.json").read_text("utf-8"))

GOOD = """\
- id: party-x
  domain: party
  vi:
    - Ban Thường vụ
    - {text: BTV, kind: abbreviation}
  en:
    - {text: Standing Board, status: admitted}
    - {text: Standing Committee, status: preferred}
    - {text: Board, status: forbidden}
  fr: Comité
  guards: [ban thường]
  ambiguous: BTV
  case: initial
  target_case: title
  valid: {from: 2020-01-01, to: 2025-06-30}
  verified: true
  source: [one, "two <https://example.org/>"]
  note: >
    Two
    lines
- {id: b, vi: No, en: ~}
"""


Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def _write(text: str | bytes, name: str = "g.yml") -> Path:
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return _write


def failure(path: Path) -> GlossaryError:
    with pytest.raises(GlossaryError) as caught:
        load([path])
    assert caught.value.file == str(path)
    assert caught.value.exit_code == 2
    return caught.value


def test_reads_every_part(write: Write) -> None:
    path = write(GOOD.replace(", en: ~", ""))
    concept = load([path]).concepts["party-x"]
    assert concept.terms == {
        "vi": (Term("Ban Thường vụ"), Term("BTV", Status.ADMITTED, "abbreviation")),
        "en": (
            Term("Standing Committee"),
            Term("Standing Board", Status.ADMITTED),
            Term("Board", Status.FORBIDDEN),
        ),
        "fr": (Term("Comité"),),
    }
    assert (concept.domain, concept.case, concept.target_case) == ("party", "initial", "title")
    assert (concept.guards, concept.ambiguous) == (("ban thường",), ("BTV",))
    assert (concept.valid_from, concept.valid_to) == (date(2020, 1, 1), date(2025, 6, 30))
    assert concept.verified
    assert concept.source == ("one", "two <https://example.org/>")
    assert concept.note == "Two lines"
    assert (concept.file, concept.line) == (str(path), 1)


def test_words_that_yaml_takes_for_values_stay_words(write: Write) -> None:
    glossary = load([write("- {id: 1e3, vi: No, en: 2020-01-01, fr: 'null'}")])
    terms = glossary.concepts["1e3"].terms
    assert [terms[k][0].text for k in ("vi", "en", "fr")] == ["No", "2020-01-01", "null"]


def test_terms_are_composed_and_their_spaces_plain(write: Write) -> None:
    glossary = load([write('- {id: a, vi: "Ba\\u0300\\u00a0 con\\u00ad"}')])
    assert glossary.concepts["a"].terms["vi"][0].text == "Bà con"


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "---\n", "[]", "~"])
def test_a_file_may_be_empty(write: Write, text: str) -> None:
    assert len(load([write(text)])) == 0


BAD = {
    "- id: [a": (2, "YAML"),
    "- id: a\n  vi: x\n - b": (3, "YAML"),
    "id: a": (1, "not a list"),
    "- a": (1, "not a concept"),
    "- vi: a": (1, "no id"),
    "- id:\n  vi: a": (1, "no id"),
    "- id: [a]\n  vi: a": (1, "no id"),
    "- id: a b\n  vi: a": (1, "cannot be an id"),
    "- id: a\n  vi: a\n- id: a\n  vi: b": (3, "used twice"),
    "- id: a\n  vi: a\n  vi: b": (3, "stands twice"),
    "- id: a\n  vi: a\n  noet: b": (3, "did you mean 'note'"),
    "- id: a\n  vi: a\n  cas: b": (3, "did you mean 'case'"),
    "- id: a\n  vi: a\n  colour: b": (3, "known are"),
    "- id: a": (1, "no terms"),
    "- id: a\n  vi: []": (2, "no terms"),
    "- id: a\n  vi:": (2, "is empty"),
    "- id: a\n  vi: ['']": (2, "is empty"),
    "- id: a\n  vi: ['\u00ad']": (2, "is empty"),
    "- id: a\n  vi: ['—']": (2, "no letter"),
    '- id: a\n  vi:\n    - "a\\u202eb"': (3, "control"),
    f"- id: a\n  vi: {'x' * 501}": (2, "501 characters"),
    "- id: a\n  vi: [[a]]": (2, "not a text"),
    "- id: a\n  vi: [a, b, a]": (2, "stands twice"),
    "- id: a\n  vi:\n    - {kind: term}": (3, "no text"),
    "- id: a\n  vi:\n    - {text: x, statsu: forbidden}": (3, "did you mean 'status'"),
    "- id: a\n  vi:\n    - {text: x, status: forbiden}": (3, "did you mean 'forbidden'"),
    "- id: a\n  vi:\n    - {text: x, status: [a]}": (3, "known are preferred"),
    "- id: a\n  vi:\n    - {text: x, kind: word}": (3, "known are term"),
    "- id: a\n  vi:\n    - {text: x, status: preferred}\n    - {text: y, status: preferred}": (
        4,
        "two",
    ),
    "- id: a\n  vi: a\n  case: initail": (3, "did you mean 'initial'"),
    "- id: a\n  vi: a\n  verified: yes": (3, "unknown verified"),
    "- id: a\n  vi: a\n  valid: 2020": (3, "not a period"),
    "- id: a\n  vi: a\n  valid: {since: 2020-01-01}": (3, "unknown key 'since'"),
    "- id: a\n  vi: a\n  valid: {from: 2020-13-01}": (3, "not a date"),
    "- id: a\n  vi: a\n  valid: {from: 1 July}": (3, "not a date"),
    "- id: a\n  vi: a\n  valid: {from: [2020-01-01]}": (3, "not a date"),
    "- id: a\n  vi: a\n  valid: {from: 2021-01-01, to: 2020-01-01}": (3, "before it begins"),
    "- id: a\n  vi: a\n  note: [a]": (3, "not a text"),
    "- id: a\n  vi: &x a\n  en: *x": (2, "anchor"),
    "- id: a\n  vi: *x": (2, "alias"),
    "- id: !!python/name:os.system a\n  vi: a": (1, "tag"),
    "- !x {id: a}": (1, "tag"),
    "- id: a\n  ? [b]\n  : c": (2, "not a word"),
    "[" * 50_000: (1, "nested too deeply"),
    "- {id: a, vi: a}\n---\n- {id: b, vi: b}": (2, "second document"),
    "- id: a\n  vi: a\ufffe": (2, "control character"),
    "- id: a\n  vi: a\x07": (2, "control character"),
}


@pytest.mark.parametrize("text", BAD, ids=[t[:40] for t in BAD])
def test_says_what_is_wrong_and_where(write: Write, text: str) -> None:
    line, words = BAD[text]
    error = failure(write(text))
    assert words in str(error)
    assert error.line == line
    assert "\n" not in str(error)


def test_an_id_in_two_files_names_both(write: Write) -> None:
    first = write("\n- {id: a, vi: x}", "1.yml")
    second = write("- {id: a, vi: y}", "2.yml")
    with pytest.raises(GlossaryError, match="used twice") as caught:
        load([first, second])
    assert caught.value.file == str(second)
    assert f"{first}:2" in str(caught.value)


def test_a_folder_stands_for_its_files(write: Write, tmp_path: Path) -> None:
    write("- {id: b, vi: x}", "b.yaml")
    write("- {id: a, vi: y}", "a.yml")
    write("no glossary", "notes.txt")
    assert list(load([tmp_path]).concepts) == ["a", "b"]


def test_a_file_that_is_not_there() -> None:
    with pytest.raises(FileError) as caught:
        load([Path("nowhere.yml")])
    assert caught.value.exit_code == 4


def test_a_folder_that_cannot_be_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)
    with pytest.raises(FileError, match="Permission denied"):
        load([tmp_path])


def test_bytes_that_are_no_utf_8(write: Write) -> None:
    error = failure(write(b"- id: a\n  vi: \xff\n"))
    assert (error.line, "UTF-8" in str(error)) == (2, True)


def test_a_file_too_large(write: Write) -> None:
    assert "larger than 10 MB" in str(failure(write(b"#" * 10_000_001)))


def test_an_alias_bomb_costs_nothing(write: Write) -> None:
    bomb = "a: &a [x]\n" + "".join(
        f"{chr(98 + i)}: &{chr(98 + i)} [*{chr(97 + i)},*{chr(97 + i)}]\n" for i in range(20)
    )
    assert isinstance(failure(write(bomb)), L10nError)


def test_the_fingerprint_tells_what_matters(write: Write) -> None:
    base = load([write(GOOD.replace(", en: ~", ""))]).fingerprint
    swapped = GOOD.replace(", en: ~", "").replace("Two", "Three").replace("verified: true", "")
    assert load([write(swapped)]).fingerprint == base
    for old, new in (("Board,", "Bord,"), ("title", "proper"), ("2025-06-30", "2025-07-01")):
        changed = GOOD.replace(", en: ~", "").replace(old, new)
        assert load([write(changed)]).fingerprint != base


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.yml")), ids=lambda p: p.name)
def test_shipped_files_fit_the_schema(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.startswith("# yaml-language-server: $schema=../l10n/glossary/schema.json\n")
    concepts = yaml.safe_load(text)
    jsonschema.validate(concepts, SCHEMA)  # with days as objects, as Python reads them
    jsonschema.validate(json.loads(json.dumps(concepts, default=str)), SCHEMA)
    assert set(load([path]).concepts) == {c["id"] for c in concepts}


@pytest.mark.parametrize(
    "concept",
    [
        {"id": "a"},
        {"vi": "a"},
        {"id": "a", "vi": []},
        {"id": "a", "vi": "a", "noet": "b"},
        {"id": "a", "vi": "a", "valid": {"from": "next year"}},
        {"id": "a", "vi": "a", "valid": {"from": 2025}},
    ],
)
def test_the_schema_refuses_what_loading_refuses(concept: dict) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate([concept], SCHEMA)


def test_the_shipped_glossary_is_whole() -> None:
    glossary = load([FOLDER])
    assert len(glossary) == 329
    assert all(c.preferred("vi") and c.preferred("en") for c in glossary.concepts.values())
    assert sum(c.verified for c in glossary.concepts.values()) == 264
