"""Merging by unit, compared with git's merge by line."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from l10n import catalogs
from l10n.catalogs import Catalog
from l10n.errors import InputError
from l10n.model import State, Unit

PATH = Path("translations/en/a.po")
QUICK = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
SOURCES = [f"Câu số {n}, do toà soạn viết." for n in range(6)]
PLACES = st.integers(0, len(SOURCES) - 1)
TEXTS = st.sampled_from(["", "One.", "Two, and more.", 'A "third"\nline', "  ", "Four = 4 % 3, a"])
STATES = st.sampled_from(list(State)[1:])
NAMES = st.sampled_from(["", "lan", "minh", "Hà"])
WORK = st.tuples(TEXTS, STATES, NAMES, st.sampled_from(["", "local"]))
Changes = Mapping[int, tuple[str, State, str, str]]
CHANGES = st.dictionaries(PLACES, WORK, max_size=4)
ORDER = st.permutations(range(len(SOURCES)))
STRUCTURE = st.tuples(ORDER, st.sets(PLACES, max_size=2))


def made(changes: Changes, start: Catalog | None = None) -> Catalog:
    catalog = catalogs.create(PATH, article="a", source_language="vi", language="en")
    if start is not None:
        catalog = catalogs.from_bytes(start.to_bytes(), PATH)
    else:
        catalogs.refresh(catalog, [Unit(s, lines=(n,)) for n, s in enumerate(SOURCES, 1)])
    for place, (target, state, name, origin) in changes.items():
        unit = catalog.units[place]
        catalog.replace(replace(unit, target=target, state=state, translator=name, origin=origin))
    return catalog


def work(unit: Unit) -> tuple[object, ...]:
    return unit.target, unit.state, unit.translator, unit.conflict


def by_line(base: bytes, ours: bytes, theirs: bytes) -> bytes | None:
    """What `git merge-file` makes of it, or None where it leaves a conflict."""
    with TemporaryDirectory() as folder:
        paths = [Path(folder, name) for name in ("ours", "base", "theirs")]
        for path, data in zip(paths, (ours, base, theirs), strict=True):
            path.write_bytes(data)
        done = subprocess.run(
            ["git", "merge-file", "-p", *map(str, paths)], capture_output=True, check=False
        )
        return done.stdout if done.returncode == 0 else None


@QUICK
@given(CHANGES, CHANGES, CHANGES)
def test_units_of_one_side_are_taken_and_line_merges_agree(
    start: Changes, ours: Changes, theirs: Changes
) -> None:
    theirs = {place: value for place, value in theirs.items() if place not in ours}
    base = made(start)
    mine, other = made(ours, base), made(theirs, base)
    result = catalogs.merge(base.to_bytes(), mine.to_bytes(), other.to_bytes(), PATH)
    units = catalogs.from_bytes(result.data, PATH).units
    assert result.conflicts == ()
    for place, unit in enumerate(units):
        side = mine if place in ours else other
        assert work(unit) == work(side.units[place])
    lines = by_line(base.to_bytes(), mine.to_bytes(), other.to_bytes())
    if lines is not None:
        assert [work(u) for u in catalogs.from_bytes(lines, PATH).units] == [work(u) for u in units]


@QUICK
@given(CHANGES, CHANGES, CHANGES)
def test_no_persons_text_is_lost_and_no_state_is_raised(
    start: Changes, ours: Changes, theirs: Changes
) -> None:
    base = made(start)
    mine, other = made(ours, base), made(theirs, base)
    result = catalogs.merge(base.to_bytes(), mine.to_bytes(), other.to_bytes(), PATH)
    units = catalogs.from_bytes(result.data, PATH).units
    subprocess.run(["msgfmt", "--check", "-o", "/dev/null", "-"], input=result.data, check=True)
    assert {u.source for u in units if u.conflict} == set(result.conflicts)
    for was, one, two, unit in zip(base.units, mine.units, other.units, units, strict=True):
        kept = {unit.target, *unit.conflict}
        for side in (one, two):
            persons = side.state.rank > State.DRAFT.rank or side.translator
            if persons and side.target and work(side) != work(was):
                assert side.target in kept
        assert unit.state.rank <= max(one.state.rank, two.state.rank) or unit.state is State.DRAFT
        assert unit.target in {one.target, two.target}
        if unit.state.rank >= State.REVIEWED.rank:
            assert unit.sealed
            assert any((s.target, s.state) == (unit.target, unit.state) for s in (one, two))
        if unit.conflict:
            assert unit.state is State.DRAFT


@QUICK
@given(CHANGES, CHANGES, CHANGES)
def test_which_side_merges_makes_no_difference_to_what_waits(
    start: Changes, ours: Changes, theirs: Changes
) -> None:
    base = made(start)
    sides = made(ours, base).to_bytes(), made(theirs, base).to_bytes()
    one = catalogs.merge(base.to_bytes(), *sides, PATH)
    two = catalogs.merge(base.to_bytes(), *sides[::-1], PATH)
    assert one.conflicts == two.conflicts
    for a, b in zip(
        catalogs.from_bytes(one.data, PATH).units,
        catalogs.from_bytes(two.data, PATH).units,
        strict=True,
    ):
        assert a.state is b.state
        if a.conflict:
            assert {a.target, *a.conflict} == {b.target, *b.conflict}


@QUICK
@given(CHANGES, CHANGES, STRUCTURE, CHANGES, STRUCTURE)
def test_articles_that_change_on_both_sides(
    start: Changes,
    ours: Changes,
    our_article: tuple[list[int], set[int]],
    theirs: Changes,
    their_article: tuple[list[int], set[int]],
) -> None:
    """Sentences move, go and come on both sides: nothing is lost, and extracting mends it."""
    base = made(start)
    sides = []
    for changes, (order, gone), own in ((ours, our_article, "Ta."), (theirs, their_article, "Họ.")):
        catalog = made(changes, base)
        sources = [SOURCES[n] for n in order if n not in gone]
        catalogs.refresh(catalog, [Unit(s) for s in [*sources, own]])
        sides.append(catalog)
    mine, other = sides
    result = catalogs.merge(base.to_bytes(), mine.to_bytes(), other.to_bytes(), PATH)
    found = catalogs.from_bytes(result.data, PATH)
    subprocess.run(["msgfmt", "--check", "-o", "/dev/null", "-"], input=result.data, check=True)
    everything = [*found.units, *found.obsolete]
    texts = {text for u in everything for text in (u.target, *u.conflict)}
    for changes in (ours, theirs):
        for place, (target, _, name, _) in changes.items():
            written = name and target and changes[place] != start.get(place)
            assert not written or target in texts
    assert {"Ta.", "Họ."} <= {u.source for u in found.units}
    catalogs.refresh(found, [Unit(s) for s in SOURCES])
    assert [u.source for u in found.units] == SOURCES


@QUICK
@given(CHANGES, CHANGES, CHANGES)
def test_merging_again_changes_nothing(start: Changes, ours: Changes, theirs: Changes) -> None:
    base = made(start).to_bytes()
    mine, other = made(ours, made(start)).to_bytes(), made(theirs, made(start)).to_bytes()
    once = catalogs.merge(base, mine, other, PATH)
    again = replace(once, clean=True)
    assert catalogs.merge(other, once.data, other, PATH) == again
    assert catalogs.merge(mine, once.data, mine, PATH) == again
    assert catalogs.merge(base, once.data, once.data, PATH) == again


@QUICK
@given(st.binary(max_size=60), st.binary(max_size=60), CHANGES)
def test_no_bytes_break_it(one: bytes, two: bytes, changes: Changes) -> None:
    whole = made(changes).to_bytes()
    for sides in ((one, two, whole), (whole, one, two), (one, whole, two)):
        with suppress(InputError):
            assert catalogs.from_bytes(catalogs.merge(*sides, PATH).data, PATH)
