"""Candidates where the right answer is known: without a glossary, official terms come first."""

from pathlib import Path

from l10n.glossary import load
from l10n.settings import find
from l10n.workflow.candidates import candidates
from l10n.workflow.workspace import Workspace
from tests.conftest import write_tree

ROOT = Path(__file__).parent.parent.parent
FIRST = 15
FLOOR = 10
"""So many of the first candidates of the shipped articles hold a term of the shipped glossary;
measured: 11."""


def test_the_first_candidates_are_official_terms(tmp_path: Path) -> None:
    articles = {
        f"articles/{path.name}": path.read_bytes() for path in (ROOT / "articles").glob("*.md")
    }
    write_tree(tmp_path, {"l10n.yml": "source: vi\ntargets: [en]\n", **articles})
    bare = Workspace(find(project=tmp_path))
    found = candidates(bare, bare.project.slugs())[:FIRST]
    shipped = load([ROOT / "glossary"])
    official = [c.text for c in found if shipped.match(c.text)]
    assert len(official) >= FLOOR, [c.text for c in found]


def test_with_the_glossary_none_of_its_terms_is_a_candidate() -> None:
    workspace = Workspace(find(project=ROOT))
    found = candidates(workspace, workspace.project.slugs(), names=True)
    whole = [
        c.text
        for c in found
        for m in workspace.glossary.match(c.text)
        if (m.start, m.end) == (0, len(c.text))
    ]
    assert whole == []
