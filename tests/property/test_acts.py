"""What holds for every sequence of acts and edits: nobody approves alone, no edit keeps a seal."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from l10n.errors import UsageError
from l10n.model import State, Unit, seal_of
from l10n.settings import find
from l10n.workflow import acts
from l10n.workflow import recording as recordings
from l10n.workflow.extract import extract
from l10n.workflow.verify import verify
from l10n.workflow.workspace import Workspace
from tests.conftest import write_tree

ARTICLE = "---\nlanguage: vi\n---\n\nTỉnh ủy họp. {}\n"
SECOND = ("Hội nghị bế mạc.", "Hội nghị  bế mạc.", "Hội nghị đã bế mạc sớm.")
TEXTS = ("One.", "Two.", "Three.")
SIGNED = (State.REVIEWED, State.APPROVED)
QUICK = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])

ACTS = st.tuples(st.sampled_from(sorted(acts.ACTS)), st.sampled_from(TEXTS))
EDITS = st.tuples(
    st.sampled_from(["retarget", "forget", "unfuzzy", "refresh", "redraft", "undo"]),
    st.sampled_from(TEXTS),
)
STEPS = st.lists(st.one_of(ACTS, EDITS), max_size=10)


class Room:
    """A project of one article, and whoever works in it."""

    def __init__(self, root: Path) -> None:
        write_tree(root, {"l10n.yml": "engine: none\n", "articles/a.md": ARTICLE.format(SECOND[0])})
        self.root = root
        self.workspace = Workspace(find(project=root))
        extract(self.workspace, ["a"], ["en"])
        self.before: list[Unit] = []

    @property
    def catalog(self) -> Path:
        return self.root / "translations/en/a.po"

    def unit(self, place: int = 0) -> Unit:
        return self.workspace.translation("a", "en")[place]

    def do(self, step: str, text: str, who: str, place: int = 0) -> None:
        """One step; what the rules refuse does not happen."""
        unit = self.unit(place)
        with suppress(UsageError):
            if step in acts.ACTS:
                acts.act(self.workspace, step, [unit], who, text)
                self.before.append(unit)
            else:
                getattr(self, step)(unit, text, who)

    def undo(self, unit: Unit, _text: str, who: str) -> None:
        wanted = next((u for u in reversed(self.before) if u.id == unit.id and u != unit), unit)
        acts.restore(self.workspace, [(wanted, unit)], who)

    def redraft(self, unit: Unit, text: str, who: str) -> None:
        acts.redraft(self.workspace, unit, replace(unit, target=text, origin="local"), who)

    def refresh(self, _unit: Unit, text: str, _who: str) -> None:
        source = SECOND[TEXTS.index(text)]
        (self.root / "articles/a.md").write_text(ARTICLE.format(source), encoding="utf-8")
        extract(self.workspace, ["a"], ["en"])

    def edit(self, pattern: str, instead: str) -> None:
        text = self.catalog.read_text(encoding="utf-8")
        self.catalog.write_text(re.sub(pattern, instead, text), encoding="utf-8")

    def retarget(self, unit: Unit, text: str, _who: str) -> None:
        self.edit(re.escape(f'msgstr "{unit.target}"'), f'msgstr "{text}"')

    def forget(self, _unit: Unit, _text: str, _who: str) -> None:
        self.edit(r"(translator|reviewer)=\w+", "")

    def unfuzzy(self, _unit: Unit, _text: str, _who: str) -> None:
        self.edit("#, fuzzy\n", "")

    def verified(self) -> list[str]:
        return [f.check for f in verify(self.workspace, ["a"], ["en"])]


@contextmanager
def room() -> Iterator[Room]:
    with TemporaryDirectory() as folder:
        yield Room(Path(folder))


@QUICK
@given(STEPS, st.integers(0, 1))
@example([("set", "One."), ("review", "One.")], 0)
@example([("set", "One."), ("forget", "One."), ("review", "One."), ("approve", "One.")], 0)
@example([("redraft", "One."), ("accept", "One."), ("approve", "One.")], 1)
def test_nobody_approves_alone(steps: list[tuple[str, str]], place: int) -> None:
    with room() as opened:
        for step, text in steps:
            opened.do(step, text, "lan", place)
            unit = opened.unit(place)
            assert unit.state is not State.APPROVED
            if unit.state is State.REVIEWED:
                record = recordings.of(opened.workspace, "a", "en")
                assert "lan" not in {unit.translator, *record.writers(unit.id, unit.target)}


@QUICK
@given(st.lists(st.tuples(st.one_of(ACTS, EDITS), st.sampled_from(["lan", "minh"])), max_size=14))
def test_two_people_see_what_is_approved(steps: list[tuple[tuple[str, str], str]]) -> None:
    """Whatever two people do, the record proves every signature, and two have seen the text."""
    with room() as opened:
        for (step, text), who in steps:
            opened.do(step, text, who)
            unit = opened.unit()
            found = opened.verified()
            if unit.state not in SIGNED:
                assert found in ([], ["unproved"])  # a broken seal, which only a hand can break
                assert found == [] or unit.seal_broken
                continue
            # A name that a hand took out, or put back, is missed.
            assert found == [] or (found == ["unproved"] and unit.reviewer == "")
            if unit.state is State.APPROVED:
                past = {
                    e.who
                    for e, target in acts.history(opened.workspace, unit)
                    if target == unit.target
                }
                assert past == {"lan", "minh"}


@QUICK
@given(st.sampled_from(SIGNED), st.sampled_from(["One, changed.", "one.", "One. ", "Öne.", "One"]))
def test_no_edit_keeps_a_seal(state: State, text: str) -> None:
    with room() as opened:
        opened.do("set", "One.", "lan")
        opened.do("review" if state is State.REVIEWED else "approve", "", "minh")
        assert opened.unit().state is state
        opened.retarget(opened.unit(), text, "lan")
        assert (opened.unit().state, opened.unit().seal_broken) == (State.TRANSLATED, True)
        assert opened.verified() == ["unproved"]
        opened.retarget(opened.unit(), "One.", "lan")
        assert opened.unit().state is state


@QUICK
@given(STEPS)
def test_a_forged_signature_is_found(steps: list[tuple[str, str]]) -> None:
    with room() as opened:
        for step, text in steps:
            opened.do(step, text, "lan")
        unit = opened.unit()
        forged = replace(
            unit, target=unit.target or "x", state=State.APPROVED, approver="ha", conflict=()
        )
        with opened.workspace.editing("a", "en") as catalog:
            catalog.replace(forged)
        assert opened.unit().seal == seal_of(forged.source, forged.target)
        assert opened.unit().state is State.APPROVED
        assert "unproved" in opened.verified()


def _dropped(lines: list[str]) -> list[str]:
    return lines[:1] + lines[2:]


def _swapped(lines: list[str]) -> list[str]:
    return [lines[0].replace('"who":"lan"', '"who":"kim"'), *lines[1:]]


def _respaced(lines: list[str]) -> list[str]:
    return [*lines[:2], lines[2].replace('","', '", "', 1), *lines[3:]]


def _texts(lines: list[str]) -> list[str]:
    return [line.replace("Two.", "2.") for line in lines]


@QUICK
@given(STEPS, st.sampled_from([_dropped, _swapped, _respaced, _texts]))
def test_an_edit_of_the_past_shows(
    steps: list[tuple[str, str]], tampered: Callable[[list[str]], list[str]]
) -> None:
    with room() as opened:
        for step, text in [("set", "One."), ("set", "Two."), ("comment", "?"), *steps]:
            opened.do(step, text, "lan")
        opened.do("comment", "the last one", "lan")
        path = opened.catalog.with_name("a.log.jsonl")
        lines = path.read_text(encoding="utf-8").splitlines()
        path.write_text("\n".join(tampered(lines)) + "\n", encoding="utf-8")
        assert {"altered", "missing"} & set(opened.verified())
