"""`l10n glossary import|export`."""

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Outcome, call_program, write_tree

Call = Callable[..., Outcome]

TBX = """\
<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dca" xml:lang="vi" xmlns="urn:iso:std:iso:30042:ed-2">
<tbxHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></tbxHeader><text><body>
<conceptEntry id="c1"><langSec xml:lang="vi"><termSec><term>Sở Báo chí</term>
<termNote type="partOfSpeech">noun</termNote></termSec></langSec>
<langSec xml:lang="en"><termSec><term>Press Department</term></termSec></langSec></conceptEntry>
</body></text></tbx>
"""


def files(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and ".l10n" not in path.parts
    }


@pytest.mark.parametrize("name", ["a.tbx", "b.csv", "c.tsv"])
def test_out_and_in_again(project: Path, l10n: Call, name: str) -> None:
    outcome = l10n("glossary", "export", name)
    assert (outcome.code, outcome.out, outcome.err) == (0, f"{name}\n", "1 concept\n")
    before = files(project)
    again = l10n("glossary", "import", name)
    assert (again.code, again.out) == (0, "")
    assert again.err == "0 added, 0 changed, 1 unchanged, 0 conflicting\n"
    assert files(project) == before


@pytest.mark.parametrize("form", ["tbx-basic", "tbx-min", "csv", "tsv"])
def test_to_standard_output(project: Path, l10n: Call, form: str) -> None:
    outcome = l10n("glossary", "export", "--format", form, "--domain", "party", "--language", "en")
    assert outcome.code == 0
    assert "Polit Bureau" in outcome.out
    assert "Bộ Chính trị" not in outcome.out
    assert not outcome.out.startswith("\ufeff")
    assert (outcome.out.startswith("<?xml")) is form.startswith("tbx")


def test_a_table_file_begins_with_the_mark_that_excel_needs(project: Path, l10n: Call) -> None:
    l10n("glossary", "export", "terms.csv")
    assert (project / "terms.csv").read_bytes().startswith(b"\xef\xbb\xbfid,domain,vi,en,")


def test_the_dct_style(project: Path, l10n: Call) -> None:
    outcome = l10n("glossary", "export", "--format", "tbx-min", "--style", "dct")
    assert "<min:subjectField>party</min:subjectField>" in outcome.out


def test_new_concepts(project: Path, l10n: Call) -> None:
    write_tree(project, {"terms.tbx": TBX})
    before = files(project)
    dry = l10n("glossary", "import", "terms.tbx", "--dry-run")
    shown = "added       c1  vi: Sở Báo chí | en: Press Department\n"
    assert (dry.code, dry.out) == (0, shown)
    assert (
        "1 added, 0 changed, 0 unchanged, 0 conflicting (nothing is written: --dry-run)" in dry.err
    )
    assert "not taken over, for a glossary has no place for it: 1 × partOfSpeech" in dry.err
    assert files(project) == before
    done = l10n("glossary", "import", "terms.tbx")
    assert (done.code, done.out) == (0, shown)
    assert "wrote glossary/imported.yml\n" in done.err
    assert (project / "glossary/imported.yml").read_text(encoding="utf-8") == (
        "# yaml-language-server: $schema=schema.json\n\n"
        "- id: c1\n  vi:\n    - Sở Báo chí\n  en:\n    - Press Department\n  verified: false\n"
    )
    assert l10n("glossary", "match", "Sở Báo chí họp.").out == "0-10 Sở Báo chí c1\n"
    again = l10n("glossary", "import", "terms.tbx", "-q")
    assert (again.code, again.out) == (0, "")


@pytest.mark.parametrize("into", ["glossary/agency.yml", "PROJECT/glossary/agency.yaml"])
def test_into_another_file(project: Path, l10n: Call, into: str) -> None:
    write_tree(project, {"terms.tbx": TBX})
    path = into.replace("PROJECT", str(project))
    assert l10n("glossary", "import", "terms.tbx", "--into", path).code == 0
    assert (project / "glossary" / Path(into).name).is_file()


def test_changes_and_conflicts(project: Path, l10n: Call) -> None:
    rows = (
        "id,domain,vi,en,note\n"
        "party-bct,Party,Bộ Chính trị,Politburo,a\n"
        "c1,,Sở,Department,\n"
        'c2,,"Bộ Chính trị",Politburo,\n'
    )
    write_tree(project, {"terms.csv": rows})
    outcome = l10n("glossary", "import", "terms.csv")
    assert outcome.code == 1
    assert outcome.out.splitlines() == [
        "changed     party-bct  vi: Bộ Chính trị | en: Politburo",
        "    domain: party → Party",
        "    note: - → a",
        "added       c1  vi: Sở | en: Department",
        "conflicting c2  vi: Bộ Chính trị | en: Politburo",
        "    terms.csv:4: 'Bộ Chính trị' stands in party-bct already (glossary/party.yml:1)",
    ]
    assert "1 added, 1 changed, 0 unchanged, 1 conflicting\n" in outcome.err
    assert "wrote glossary/party.yml\nwrote glossary/imported.yml\n" in outcome.err
    assert "conflicts are left as they are; decide with --theirs or --ours" in outcome.err
    party = (project / "glossary/party.yml").read_text(encoding="utf-8")
    assert party == (
        "- id: party-bct\n  domain: Party\n  vi: [Bộ Chính trị]\n  en:\n    - Politburo\n"
        "    - {text: Political Bureau, status: admitted}\n"
        "    - {text: Polit Bureau, status: forbidden}\n"
        "  target_case: proper\n  verified: true\n  note: a\n"
    )


def test_whose_word_counts(project: Path, l10n: Call) -> None:
    write_tree(project, {"terms.csv": "Bộ Chính trị,Polit Bureau\n"})
    before = files(project)
    left = l10n("glossary", "import", "terms.csv")
    assert (left.code, files(project)) == (1, before)
    ours = l10n("glossary", "import", "terms.csv", "--ours")
    assert (ours.code, files(project)) == (0, before)
    assert "'Polit Bureau' is forbidden in en here, offered in the file" in ours.out
    theirs = l10n("glossary", "import", "terms.csv", "--theirs")
    assert theirs.code == 0
    judged = l10n(
        "glossary", "verify", "--source", "Bộ Chính trị họp.", "--target", "The Polit Bureau met.",
        "--to", "en",
    )  # fmt: skip
    assert judged.code == 0


def test_a_list_from_standard_input_in_other_languages(
    project: Path, l10n: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = io.TextIOWrapper(io.BytesIO("Sở;Отдел\n".encode()))
    monkeypatch.setattr(sys, "stdin", data)
    outcome = l10n("glossary", "import", "-", "--format", "csv", "--to", "ru")
    assert outcome.out == "added       so  vi: Sở | ru: Отдел\n"


def test_a_long_text_is_shown_in_part(project: Path, l10n: Call) -> None:
    write_tree(project, {"terms.csv": f"id,vi,note\nparty-bct,Bộ Chính trị,{'x' * 300}\n"})
    outcome = l10n("glossary", "import", "terms.csv", "--dry-run")
    assert f"    note: - → {'x' * 199}…\n" in outcome.out


BOMB = (
    '<!DOCTYPE tbx [<!ENTITY a "lol"><!ENTITY b "&a;&a;">]><tbx type="TBX-Basic" style="dca"'
    ' xml:lang="vi" xmlns="urn:iso:std:iso:30042:ed-2"/>'
)


@pytest.mark.parametrize(
    ("name", "content", "options", "code", "message"),
    [
        ("x.tbx", BOMB, (), 4, "x.tbx:1: its DOCTYPE tbx declares things of its own; take"),
        ("x.tbx", "<a>", (), 4, "x.tbx:1: is no TBX file"),
        ("x.csv", "id,vi\na,Số {cod}\n", (), 4, "x.csv:2: unknown slot {cod}; did you mean"),
        (
            "x.csv",
            "id,vi\na,Số {cod}\n",
            ("--dry-run",),
            4,
            "x.csv:2: unknown slot {cod}; did you mean",
        ),
        ("x.csv", "id,vi\na,b\na,c\n", (), 4, "x.csv:3: id 'a' is used twice"),
        ("x.xlsx", "PK", (), 2, "the name of x.xlsx does not tell its format"),
        ("x.xlsx", b"PK\x03\x04", (), 4, "x.xlsx: is a workbook or an archive; save its sheet as"),
        ("x.tbx", b"\x1f\x8b\0", ("--format", "csv"), 4, "x.tbx: is packed with gzip; unpack it"),
        ("x.csv", "a,b\n", ("--into", "other/x.yml"), 2, "other/x.yml is no file of the project"),
        ("x.csv", "a,b\n", ("--into", "glossary/x.txt"), 2, "is no file of the project's glossary"),
        ("x.csv", "a,b\n", ("--ours", "--theirs"), 2, "exclude each other"),
        ("x.csv", "a,b\n", ("--language", "en"), 2, "say it with --to"),
        ("x.csv", "a,b\n", ("--format", "xlsx"), 2, "l10n glossary import --help"),
        ("glossary/bad.yml", "- id: a\n", (), 2, "glossary/bad.yml:1: a concept has no terms"),
        ("l10n.yml", "", (), 4, "missing.csv: cannot be read: no such file or directory"),
    ],
)
def test_what_cannot_be_is_one_line_and_nothing_is_written(  # noqa: PLR0917 - a row of the table
    project: Path,
    l10n: Call,
    name: str,
    content: str | bytes,
    options: tuple[str, ...],
    code: int,
    message: str,
) -> None:
    write_tree(project, {name: content, "ok.csv": "Sở,Department\n"})
    before = files(project)
    file = {"glossary/bad.yml": "ok.csv", "l10n.yml": "missing.csv"}.get(name, name)
    outcome = l10n("glossary", "import", file, *options)
    assert outcome.code == code
    assert message in outcome.err
    assert outcome.err.count("\n") == 1
    assert files(project) == before


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["x.yml"], "the name of x.yml does not tell its format; say it with --format"),
        ([], "the name of the file does not tell its format"),
        (["x.csv", "--domain", "partei"], "no concept is of the domain 'partei'; known are party"),
        (["x.csv", "--language", "fr"], "no concept has terms in 'fr'; known are en, vi"),
    ],
)
def test_an_export_that_cannot_be(
    project: Path, l10n: Call, arguments: list[str], message: str
) -> None:
    outcome = l10n("glossary", "export", *arguments)
    assert outcome.code == 2
    assert message in outcome.err
    assert outcome.err.count("\n") == 1


def test_two_imports_at_once_wait_for_each_other(project: Path) -> None:
    import threading

    write_tree(project, {f"{n}.csv": f"Sở {n},Department {n}\n" for n in range(3)})
    codes: list[int] = []

    def run(number: int) -> None:
        outcome = call_program("glossary", "import", f"{number}.csv", cwd=project)
        codes.append(outcome.code)

    threads = [threading.Thread(target=run, args=(n,)) for n in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert codes == [0, 0, 0]
    text = (project / "glossary/imported.yml").read_text(encoding="utf-8")
    assert text.count("- id: so-") == 3
