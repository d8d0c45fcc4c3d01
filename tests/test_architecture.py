"""The shape of the code: sizes, contracts, a quick start."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import l10n

PACKAGE = Path(l10n.__file__).parent
ROOMS = sorted(path.parent for path in PACKAGE.glob("*/__init__.py"))
HEAVY = (
    "babel",
    "choppa",
    "deep_translator",
    "httpx",
    "lxml",
    "mammoth",
    "markdown_it",
    "polib",
    "rapidfuzz",
    "trafilatura",
    "xllamacpp",
    "yaml",
)


def test_a_file_over_300_lines_is_two_things() -> None:
    sizes = {
        path.relative_to(PACKAGE).as_posix(): path.read_text(encoding="utf-8").count("\n")
        for path in PACKAGE.rglob("*.py")
    }
    assert {name: size for name, size in sizes.items() if size > 300} == {}


def test_an_engine_is_80_lines_at_most() -> None:
    room = PACKAGE / "engines"
    alone = [room / f"{n}.py" for n in ("apertium", "deepl", "libretranslate", "none", "openai")]
    engines = [*alone, *(room / name / "engine.py" for name in ("argos", "deep", "local"))]
    sizes = {path: path.read_text(encoding="utf-8").count("\n") for path in engines}
    assert {path: size for path, size in sizes.items() if size > 80} == {}


def test_a_check_is_a_page_one_reads_at_once() -> None:
    sizes = {
        f"{path.name}:{node.name}": (node.end_lineno or 0) - node.lineno + 1
        for path in (PACKAGE / "checks").glob("*.py")
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.ClassDef)
    }
    assert {name: size for name, size in sizes.items() if size > 40} == {}


@pytest.mark.parametrize("room", ROOMS, ids=lambda path: path.name)
def test_every_room_says_what_it_is_for(room: Path) -> None:
    doc = ast.get_docstring(ast.parse((room / "__init__.py").read_text(encoding="utf-8")))
    assert doc is not None
    assert doc.endswith(".")
    assert len(doc) > 20


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys\n"
        "from l10n.cli.program import run\n"
        "run(['--help'])\n"
        "print('|'.join(sorted({m.partition('.')[0] for m in sys.modules})), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True
    )
    assert "Commands:" in done.stdout
    assert set(HEAVY) & set(done.stderr.strip().split("|")) == set()
