"""Glossary files are edited in place, all of them or none."""

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from l10n.errors import FileError, GlossaryError, LockedError
from l10n.glossary import load, writing
from l10n.glossary.editing import Wanted, appended, edited
from l10n.glossary.rendering import concept as rendered
from l10n.glossary.spans import comments
from l10n.glossary.writing import Edits, Refused, editing, write_concepts
from l10n.model import Concept, Status, Term

SHIPPED = Path(__file__).parents[3] / "glossary"
PREFERRED, ADMITTED, DEPRECATED, FORBIDDEN = Status

FILE = """\
# yaml-language-server: $schema=schema.json
# The head of the file

- id: a   # the first
  domain: party  # dom
  # about vi
  vi:
    # x
    - Một  # one
    - {text: Hai, status: admitted}  # two
    # end of vi

  en: One, the first  # single
  zh: [一, 二]  # zh
  ru: р
  source: somewhere, else  # src
  guards:
  note: >
    folded
    note

  # after note
- {id: b, vi: [x, y], en: X} # flow
-
  id: c
  vi: c
  en: {text: C, kind: plural}   # cc
  valid: {from: null, to: 2020-01-01}
  verified: false
# end
"""

EDITED = """\
# yaml-language-server: $schema=schema.json
# The head of the file

- id: a   # the first
  domain: "state: x"  # dom
  # about vi
  vi:
    # x
    - Một  # one
    - {text: Hai, status: preferred}  # two
    - Ba, bốn
    # end of vi

  en:
    - One, the first
    - {text: Uno, status: deprecated}  # single
  zh: [一, {text: 二, status: forbidden}, {text: "a, b", kind: plural}]  # zh
  ru: {text: р, forms: [с1, "с,2"]}
  fr: été
  source:
    - somewhere, else
    - "http://x: y"  # src
  guards: [g1, "g,2"]
  ambiguous: [Q]
  case: exact
  valid: {from: 2020-01-01, to: null}
  verified: true
  note: "new # note"

  # after note
- {id: b, domain: d, vi: [x, y], en: [X, Y], guards: [g], source: [s]} # flow
-
  id: c
  domain: d
  vi:
    - c
    - cc
  en:
    - {text: C, kind: plural}
    - D   # cc
  valid: {from: 2019-01-01, to: 2020-01-01}
  verified: true
# end
"""


def wanted(old: dict[str, Concept]) -> dict[str, Concept]:
    a, b, c = old["a"], old["b"], old["c"]
    return {
        "a": replace(
            a,
            domain="state: x",
            terms={
                **a.terms,
                "vi": (Term("Hai"), Term("Một", ADMITTED), Term("Ba, bốn", ADMITTED)),
                "en": (Term("One, the first"), Term("Uno", DEPRECATED)),
                "zh": (Term("一"), Term("二", FORBIDDEN), Term("a, b", ADMITTED, "plural")),
                "ru": (Term("р", forms=("с1", "с,2")),),
                "fr": (Term("été"),),
            },
            guards=("g1", "g,2"),
            ambiguous=("Q",),
            case="exact",
            valid_from=date(2020, 1, 1),
            verified=True,
            source=("somewhere, else", "http://x: y"),
            note="new # note",
        ),
        "b": replace(
            b,
            domain="d",
            terms={**b.terms, "en": (Term("X"), Term("Y", ADMITTED))},
            guards=("g",),
            source=("s",),
        ),
        "c": replace(
            c,
            domain="d",
            terms={
                "vi": (Term("c"), Term("cc", ADMITTED)),
                "en": (Term("C", kind="plural"), Term("D", ADMITTED)),
            },
            valid_from=date(2019, 1, 1),
            verified=True,
        ),
    }


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "glossary"
    folder.mkdir()
    (folder / "schema.json").write_text("{}", encoding="utf-8")
    (folder / "a.yml").write_text(FILE, encoding="utf-8")
    return folder


def concepts(folder: Path) -> dict[str, Concept]:
    return dict(load([folder]).concepts)


def edits(old: dict[str, Concept], new: dict[str, Concept]) -> tuple[Wanted, ...]:
    return tuple(Wanted(old[id_], concept) for id_, concept in new.items())


def test_only_what_changed_is_typed_anew(folder: Path) -> None:
    old = concepts(folder)
    new = wanted(old)
    changes = {id_: Wanted(old[id_], concept) for id_, concept in new.items()}
    assert edited(FILE, changes) == EDITED
    (folder / "a.yml").write_text(EDITED, encoding="utf-8")
    assert concepts(folder) == new


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_marks_stay(folder: Path, ends: str, mark: str) -> None:
    path = folder / "a.yml"
    path.write_bytes((mark + FILE.replace("\n", ends)).encode())
    old = concepts(folder)
    assert write_concepts(Edits(edits(old, wanted(old))), old, [path]) == [path]
    assert path.read_bytes().decode() == mark + EDITED.replace("\n", ends)


def test_a_concept_written_anew_keeps_its_comments(folder: Path) -> None:
    old = concepts(folder)
    new = wanted(old)
    text = edited(FILE, {id_: Wanted(old[id_], c, anew=True) for id_, c in new.items()})
    (folder / "a.yml").write_text(text, encoding="utf-8")
    assert concepts(folder) == new
    assert sorted(comments(text)) == sorted(comments(FILE))
    assert "- id: a\n  # the first\n  # dom\n" in text


def test_the_shipped_files_are_written_in_this_form() -> None:
    for path in sorted(SHIPPED.glob("*.yml")):
        found = load([path]).concepts.values()
        lines = path.read_text(encoding="utf-8").splitlines()
        assert [line for line in lines if line and not line.startswith("#")] == [
            line for concept in found for line in rendered(concept).splitlines()
        ]


NEW = Concept(id="n", terms={"vi": (Term("Mới"),)}, verified=True)
ITEM = "- id: n\n  vi:\n    - Mới\n  verified: true\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", ITEM),
        ("# only a head\n\n\n", f"# only a head\n\n{ITEM}"),
        ("[]  # none\n", f"# none\n\n{ITEM}"),
        ("- {id: a, vi: x}", f"- {{id: a, vi: x}}\n\n{ITEM}"),
        ("- {id: a, vi: x}\n\n", f"- {{id: a, vi: x}}\n\n{ITEM}"),
        ("[{id: a, vi: x}]\n", "[{id: a, vi: x}, {id: n, vi: [Mới], verified: true}]\n"),
        (
            "  - {id: a, vi: x}\n",
            "  - {id: a, vi: x}\n\n" + "".join(f"  {line}\n" for line in ITEM.splitlines()),
        ),
    ],
)
def test_new_concepts_come_behind_the_others(folder: Path, before: str, after: str) -> None:
    text = appended(before, [NEW])
    assert text.split() == after.split()
    (folder / "a.yml").write_text(text, encoding="utf-8")
    assert concepts(folder)["n"] == NEW
    assert comments(text) == comments(before)


def test_a_new_file_points_an_editor_at_the_schema(folder: Path) -> None:
    old = concepts(folder)
    into = folder / "new.yml"
    assert write_concepts(Edits(added=(NEW,), into=into), old, [folder / "a.yml"]) == [into]
    head = "# yaml-language-server: $schema=schema.json\n"
    assert into.read_text(encoding="utf-8") == f"{head}\n{ITEM}"
    assert (folder / "schema.json").read_text(encoding="utf-8") == "{}"


def test_a_schema_that_is_missing_is_put_there(tmp_path: Path) -> None:
    into = tmp_path / "glossary" / "new.yml"
    write_concepts(Edits(added=(NEW,), into=into), {}, [])
    assert '"$schema"' in (tmp_path / "glossary" / "schema.json").read_text(encoding="utf-8")


def test_a_character_that_cannot_be_seen_is_written_as_its_number(folder: Path) -> None:
    odd = replace(NEW, note="a\x07b\u200ec", source=("\x1b",))
    write_concepts(Edits(added=(odd,), into=folder / "new.yml"), {}, [])
    assert concepts(folder)["n"] == odd
    text = (folder / "new.yml").read_text(encoding="utf-8")
    assert 'source: "\\U0000001b"\n  note: "a\\U00000007b\\U0000200ec"\n' in text


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def both(folder: Path) -> tuple[dict[str, Concept], Edits]:
    """Edits of two files."""
    (folder / "b.yml").write_text("- {id: z, vi: Dê}\n", encoding="utf-8")
    old = concepts(folder)
    changed = replace(old["z"], domain="x")
    return old, Edits((Wanted(old["z"], changed),), (NEW,), folder / "a.yml")


def test_two_files_at_once(folder: Path) -> None:
    old, change = both(folder)
    written = write_concepts(change, old, sorted(folder.glob("*.yml")))
    assert sorted(path.name for path in written) == ["a.yml", "b.yml"]
    assert concepts(folder) == old | {"n": NEW, "z": replace(old["z"], domain="x")}


@pytest.mark.parametrize("at", [0, 1])
def test_all_or_none(folder: Path, at: int, monkeypatch: pytest.MonkeyPatch) -> None:
    old, change = both(folder)
    before = files(folder)
    calls = iter(range(10))
    real: Callable[[Path, Path], Path] = Path.replace

    def failing(self: Path, target: Path) -> Path:
        if next(calls) == at:
            raise OSError(28, "No space left on device")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", failing)
    with pytest.raises(FileError, match="cannot be written: No space left on device"):
        write_concepts(change, old, sorted(folder.glob("*.yml")))
    assert files(folder) == before


def test_a_new_file_is_taken_back_too(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "schema.json").unlink()
    old = concepts(folder)
    before = files(folder)
    real: Callable[[Path, Path], Path] = Path.replace

    def failing(self: Path, target: Path) -> Path:
        if target.name == "schema.json":
            raise OSError(13, "Permission denied")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", failing)
    (folder / "a.yml").write_text(FILE.partition("\n")[2], encoding="utf-8")
    before = files(folder)
    changed = Wanted(old["b"], replace(old["b"], domain="x"))
    with pytest.raises(FileError, match=r"schema\.json: cannot be written: Permission denied"):
        write_concepts(Edits((changed,), (NEW,), folder / "new.yml"), old, [folder / "a.yml"])
    assert files(folder) == before


def test_a_file_that_changes_meanwhile_is_left_alone(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, change = both(folder)
    real = writing._prove

    def slow(*given: object) -> None:
        (folder / "a.yml").write_text(FILE + "# somebody else\n", encoding="utf-8")
        real(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(writing, "_prove", slow)
    with pytest.raises(FileError, match="has changed meanwhile; run the command again"):
        write_concepts(change, old, sorted(folder.glob("*.yml")))
    assert sorted(files(folder)) == ["a.yml", "b.yml", "schema.json"]
    assert "# somebody else" in (folder / "a.yml").read_text(encoding="utf-8")


def test_an_edit_that_does_not_say_what_was_wanted_is_refused(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, change = both(folder)
    before = files(folder)
    monkeypatch.setattr(writing, "edited", lambda text, _: text + "  # nothing\n")
    with pytest.raises(GlossaryError, match="z cannot be edited as it is written; edit it by hand"):
        write_concepts(change, old, sorted(folder.glob("*.yml")))
    assert files(folder) == before


def test_an_edit_that_loses_a_comment_is_refused(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = concepts(folder)
    before = files(folder)
    monkeypatch.setattr(
        writing, "edited", lambda text, wanted: edited(text, wanted).replace("# cc", "")
    )
    with pytest.raises(GlossaryError, match="the comment '# cc' would be lost"):
        write_concepts(Edits(edits(old, wanted(old))), old, [folder / "a.yml"])
    assert files(folder) == before


def test_a_concept_that_no_glossary_may_hold(folder: Path) -> None:
    old = concepts(folder)
    before = files(folder)
    bad = replace(NEW, terms={"vi": (Term("Số {cod}"),)})
    with pytest.raises(Refused) as caught:
        write_concepts(Edits(added=(bad,), into=folder / "a.yml"), old, [folder / "a.yml"])
    assert caught.value.concept == "n"
    assert "n: unknown slot {cod}; did you mean {code}?" in str(caught.value)
    assert files(folder) == before


def test_a_file_that_would_become_too_large(folder: Path) -> None:
    many = tuple(replace(NEW, id=f"n{i}", note="x" * 100_000) for i in range(101))
    with pytest.raises(GlossaryError, match=r"new\.yml: is larger than 10 MB; split the file"):
        write_concepts(Edits(added=many, into=folder / "new.yml"), {}, [])
    assert sorted(files(folder)) == ["a.yml", "schema.json"]


def test_an_id_of_another_file(folder: Path) -> None:
    old = concepts(folder)
    change = Edits(added=(replace(NEW, id="a"),), into=folder / "new.yml")
    with pytest.raises(GlossaryError, match="id 'a' is used already"):
        write_concepts(change, old, [folder / "a.yml"])


def test_a_read_only_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old, change = both(folder)
    before = files(folder)
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(FileError, match="cannot be written: the file is read-only"):
        write_concepts(change, old, sorted(folder.glob("*.yml")))
    assert files(folder) == before


def test_a_file_that_cannot_be_read(folder: Path) -> None:
    (folder / "new.yml").mkdir()
    with pytest.raises(FileError, match="cannot be read"):
        write_concepts(Edits(added=(NEW,), into=folder / "new.yml"), {}, [])


def test_the_mode_of_a_file_stays_and_links_are_followed(folder: Path, tmp_path: Path) -> None:
    (folder / "a.yml").rename(tmp_path / "elsewhere.yml")
    (tmp_path / "elsewhere.yml").chmod(0o640)
    (folder / "a.yml").symlink_to(tmp_path / "elsewhere.yml")
    old = concepts(folder)
    write_concepts(Edits(edits(old, wanted(old))), old, [folder / "a.yml"])
    assert (folder / "a.yml").is_symlink()
    assert (tmp_path / "elsewhere.yml").read_text(encoding="utf-8") == EDITED
    assert (tmp_path / "elsewhere.yml").stat().st_mode & 0o777 == 0o640


def test_one_at_a_time(folder: Path, tmp_path: Path) -> None:
    locks = tmp_path / "locks"
    with (
        editing(folder, locks=locks),
        pytest.raises(LockedError, match=r"another process has held it for 0\.1 seconds"),
        editing(folder, locks=locks, timeout=0.1),
    ):
        pass
    with editing(folder, locks=locks, timeout=0.1):
        pass
    (tmp_path / "in the way").write_text("", encoding="utf-8")
    with (
        pytest.raises(FileError, match="cannot be locked"),
        editing(folder, locks=tmp_path / "in the way"),
    ):
        pass
