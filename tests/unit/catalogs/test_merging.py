"""Merging two versions of a catalog by unit."""

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from l10n import catalogs
from l10n.catalogs import Catalog, Merged
from l10n.errors import InputError
from l10n.model import State, Unit

PATH = Path("translations/en/a.po")
SOURCES = ("Một", "Hai", "Ba", "Bốn")


def made(*units: Unit, path: Path = PATH) -> Catalog:
    catalog = catalogs.create(path, article="a", source_language="vi", language="en")
    bare = [Unit(u.source, context=u.context, article=u.article, lines=u.lines) for u in units]
    catalogs.refresh(catalog, bare)
    for unit in units:
        catalog.replace(unit)
    return catalog


def unit(
    source: str = "Một", target: str = "One", state: State = State.TRANSLATED, **more: object
) -> Unit:
    return Unit(source, target, state=state, **more)  # type: ignore[arg-type]


def merged(base: Unit | None, ours: Unit | None, theirs: Unit | None) -> Merged:
    sides = [made(*([side] if side else [])).to_bytes() for side in (base, ours, theirs)]
    result = catalogs.merge(sides[0], sides[1], sides[2], PATH)
    subprocess.run(["msgfmt", "--check", "-o", "/dev/null", "-"], input=result.data, check=True)
    return result


def one(base: Unit | None, ours: Unit | None, theirs: Unit | None) -> Unit:
    [only] = catalogs.from_bytes(merged(base, ours, theirs).data, PATH).units
    return only


def test_msgfmt_is_there() -> None:
    assert shutil.which("msgfmt"), "install gettext"


DRAFT = unit(target="1", state=State.DRAFT, origin="local")
NONE = unit(target="", state=State.UNTRANSLATED)
LAN = unit(translator="lan")
KIM = unit(target="Uno", translator="kim")
APPROVED = unit(state=State.APPROVED, translator="lan", approver="ha")
REVIEWED = unit(state=State.REVIEWED, translator="lan", reviewer="minh")
REJECTED = unit(state=State.DRAFT, translator="lan", reasons=("rejected by minh: no",))


class TestOneUnit:
    @pytest.mark.parametrize(
        ("base", "ours", "theirs", "expected"),
        [
            (NONE, LAN, NONE, LAN),
            (NONE, NONE, LAN, LAN),
            (NONE, LAN, LAN, LAN),
            (DRAFT, LAN, replace(DRAFT, target="2"), LAN),
            (DRAFT, replace(DRAFT, target="2"), LAN, LAN),
            (NONE, DRAFT, replace(DRAFT, target="2"), DRAFT),
            (None, DRAFT, LAN, LAN),
            (NONE, replace(NONE, origin="local"), DRAFT, DRAFT),
            (LAN, APPROVED, LAN, APPROVED),
            (LAN, LAN, REJECTED, REJECTED),
            (NONE, replace(DRAFT, target="2"), REJECTED, REJECTED),
            (NONE, REJECTED, replace(DRAFT, target="2"), REJECTED),
        ],
    )
    def test_one_side_did_it(
        self, base: Unit | None, ours: Unit, theirs: Unit, expected: Unit
    ) -> None:
        found = one(base, ours, theirs)
        for field in ("target", "state", "translator", "approver", "reasons", "conflict"):
            assert getattr(found, field) == getattr(expected, field), field
        assert merged(base, ours, theirs).conflicts == ()

    @pytest.mark.parametrize("turn", [1, -1])
    @pytest.mark.parametrize(
        ("base", "waiting"),
        [
            (NONE, replace(LAN, state=State.DRAFT, conflict=("Eins",))),
            (KIM, replace(LAN, state=State.DRAFT, conflict=("Eins",))),
            (NONE, replace(DRAFT, conflict=("Eins",))),
        ],
    )
    def test_what_waits_on_one_side_waits_on(self, base: Unit, waiting: Unit, turn: int) -> None:
        found = one(base, *(LAN, waiting)[::turn])
        assert {found.target, *found.conflict} == {LAN.target, waiting.target, "Eins"}
        assert found.state is State.DRAFT

    @pytest.mark.parametrize("turn", [1, -1])
    def test_the_source_that_a_text_was_made_for_is_kept(self, turn: int) -> None:
        other = replace(KIM, state=State.DRAFT, previous_source="Một xưa")
        assert one(NONE, *(LAN, other)[::turn]).previous_source == "Một xưa"

    @pytest.mark.parametrize("turn", [1, -1])
    @pytest.mark.parametrize(
        ("base", "one_side", "other_side"),
        [
            # Two persons' texts: a conflict.
            (NONE, LAN, replace(KIM, state=State.DRAFT)),
            # Only one side did any work.
            (LAN, LAN, replace(KIM, state=State.DRAFT)),
            # A person's text goes over a machine's, that was made for another role.
            (NONE, DRAFT, replace(KIM, state=State.DRAFT)),
        ],
    )
    def test_the_role_that_a_text_had_goes_with_the_source_that_it_was_made_for(
        self, base: Unit, one_side: Unit, other_side: Unit, turn: int
    ) -> None:
        was, one_catalog, other = (made(side) for side in (base, one_side, other_side))
        one_catalog.messages[0].references = [("a.md", "7")]
        for catalog, source, role in ((one_catalog, None, "title"), (other, "Một xưa", "caption")):
            message = catalog.messages[0]
            if message.fuzzy:
                message.previous_source = source or "Một khác"
                message.previous_context = role
                message.text = None
        sides = (one_catalog, other)[::turn]
        result = catalogs.merge(*(c.to_bytes() for c in (was, *sides)), PATH)
        [found] = catalogs.from_bytes(result.data, PATH).messages
        assert (found.previous_context, found.previous_source) == ("caption", "Một xưa")

    def test_the_source_of_a_text_goes_with_it_where_the_other_side_moved_the_unit(self) -> None:
        theirs = replace(KIM, state=State.DRAFT, previous_source="Một xưa")
        sides = [made(side) for side in (LAN, LAN, theirs)]
        sides[1].messages[0].references = [("a.md", "7")]
        result = catalogs.merge(*(side.to_bytes() for side in sides), PATH)
        [found] = catalogs.from_bytes(result.data, PATH).units
        assert (found.target, found.previous_source) == ("Uno", "Một xưa")
        assert b"#: a.md:7" in result.data

    def test_both_did_the_same_where_one_person_may_do_it_all(self) -> None:
        alone = replace(REVIEWED, reviewer="lan")
        sides = [made(side) for side in (LAN, alone, alone)]
        for place, side in enumerate(sides):
            side.messages[0].references = [("a.md", str(place))]
        result = catalogs.merge(*(side.to_bytes() for side in sides), PATH)
        [found] = catalogs.from_bytes(result.data, PATH).units
        assert (found.state, found.reviewer) == (State.REVIEWED, "lan")

    @pytest.mark.parametrize("sides", [(APPROVED, REVIEWED), (REVIEWED, APPROVED)])
    def test_both_signed_the_same_text(self, sides: tuple[Unit, Unit]) -> None:
        found = one(LAN, *sides)
        assert (found.state, found.reviewer, found.approver) == (State.APPROVED, "minh", "ha")

    @pytest.mark.parametrize("other", [REJECTED, replace(LAN, reasons=("reopened by minh: x",))])
    @pytest.mark.parametrize("turn", [1, -1])
    def test_a_doubt_wins_over_a_signature(self, other: Unit, turn: int) -> None:
        found = one(REVIEWED, *(APPROVED, other)[::turn])
        assert (found.state, found.approver, found.reasons) == (other.state, "", other.reasons)
        draft = replace(REJECTED, translator="", reasons=())
        found = one(draft, *(replace(draft, reasons=("rejected by ha: x",)), LAN)[::turn])
        assert found.reasons == ("rejected by ha: x",)

    def test_nobody_signs_a_text_that_they_wrote_on_the_other_branch(self) -> None:
        theirs = replace(REVIEWED, translator="kim", reviewer="lan")
        found = one(DRAFT, replace(LAN, target="One"), theirs)
        assert (found.state, found.reviewer, found.seal) == (State.TRANSLATED, "", "")

    @pytest.mark.parametrize(
        ("base", "ours", "theirs", "target", "conflict"),
        [
            (NONE, LAN, KIM, "One", ("Uno",)),
            (None, LAN, KIM, "One", ("Uno",)),
            (LAN, APPROVED, KIM, "One", ("Uno",)),
            (KIM, APPROVED, replace(KIM, target="Un, deux"), "One", ("Un, deux",)),
            (KIM, NONE, LAN, "One", ("",)),
            (KIM, LAN, NONE, "One", ("",)),
            (APPROVED, KIM, replace(DRAFT, target="2"), "Uno", ("2",)),
            (
                NONE,
                replace(LAN, state=State.DRAFT, conflict=("Eins",)),
                KIM,
                "One",
                ("Eins", "Uno"),
            ),
            (
                LAN,
                replace(LAN, state=State.DRAFT, conflict=("Eins",)),
                replace(KIM, state=State.DRAFT, conflict=("One", "Un")),
                "One",
                ("Eins", "Uno", "Un"),
            ),
        ],
    )
    def test_both_wrote(
        self, base: Unit | None, ours: Unit, theirs: Unit, target: str, conflict: tuple[str, ...]
    ) -> None:
        result = merged(base, ours, theirs)
        [found] = catalogs.from_bytes(result.data, PATH).units
        assert result.conflicts == ("Một",)
        assert (found.state, found.target, found.conflict) == (State.DRAFT, target, conflict)
        assert (found.seal, found.reviewer, found.approver) == ("", "", "")
        assert b"#, fuzzy" in result.data

    def test_a_conflict_stays_a_draft_whatever_another_editor_does(self) -> None:
        data = merged(NONE, LAN, KIM).data.replace(b"#, fuzzy\n", b"")
        catalog = catalogs.from_bytes(data, PATH)
        assert (catalog.units[0].state, catalog.units[0].conflict) == (State.DRAFT, ("Uno",))
        catalog.replace(replace(catalog.units[0], state=State.APPROVED))
        assert catalog.units[0].state is State.DRAFT
        catalog.replace(replace(catalog.units[0], state=State.APPROVED, conflict=()))
        assert catalog.units[0].state is State.APPROVED
        assert b"conflict" not in catalog.to_bytes()

    def test_a_conflict_that_is_there_is_told_again(self) -> None:
        data = merged(NONE, LAN, KIM).data
        base = made(NONE).to_bytes()
        assert catalogs.merge(base, data, base, PATH) == Merged(data, ("Một",))
        assert catalogs.merge(base, base, data, PATH).conflicts == ("Một",)

    def test_a_conflict_that_is_there_stops_no_merge_that_leaves_it_alone(self) -> None:
        first = merged(NONE, LAN, KIM)
        assert not first.clean
        base = catalogs.from_bytes(first.data, PATH)
        mine, other = (made(*base.units, unit("Hai", text, State.DRAFT)) for text in ("2", "Two"))
        again = catalogs.merge(first.data, mine.to_bytes(), first.data, PATH)
        assert (again.conflicts, again.clean) == (("Một",), True)
        both = catalogs.merge(first.data, mine.to_bytes(), other.to_bytes(), PATH)
        assert (both.conflicts, both.clean) == (("Một",), True)
        third = made(replace(base.units[0], conflict=("Uno", "Un")), *mine.units[1:])
        more = catalogs.merge(
            first.data,
            made(replace(base.units[0], target="Eins"), *mine.units[1:]).to_bytes(),
            third.to_bytes(),
            PATH,
        )
        assert (more.conflicts, more.clean) == (("Một",), False)

    def test_a_conflict_that_theirs_had_is_no_new_one(self) -> None:
        theirs = merged(NONE, LAN, KIM).data
        base = made(NONE).to_bytes()
        ours = made(NONE, unit("Hai", "Two")).to_bytes()
        result = catalogs.merge(base, ours, theirs, PATH)
        assert (result.conflicts, result.clean) == (("Một",), True)

    def test_another_place_in_the_article_is_no_work(self) -> None:
        theirs = replace(LAN, article="a", lines=(7,))
        ours = replace(KIM, article="a", lines=(3,))
        for mine, other in ((ours, theirs), (replace(LAN, article="a", lines=(3,)), KIM)):
            result = merged(replace(LAN, article="a", lines=(2,)), mine, other)
            [only] = catalogs.from_bytes(result.data, PATH).units
            assert (result.conflicts, only.target, only.state) == ((), "Uno", State.TRANSLATED)

    def test_a_flag_that_theirs_took_away_is_gone(self) -> None:
        base = made(LAN).to_bytes().replace(b'msgid "M', b'#, no-wrap, c-format\nmsgid "M', 1)
        theirs = base.replace(b"no-wrap, ", b"")
        ours = base.replace(b'"One"', b'"Uno"')
        result = catalogs.merge(base, ours, theirs, PATH).data
        assert b'"Uno"' in result
        assert b"#, c-format\n" in result

    def test_a_plural_of_theirs_alone_waits(self) -> None:
        base = made(LAN).to_bytes()
        ours = base.replace(b'"One"', b'"Uno"')
        theirs = base.replace(
            b'msgstr "One"', b'msgid_plural "Ms"\nmsgstr[0] "One"\nmsgstr[1] "Os"'
        )
        result = catalogs.merge(base, ours, theirs, PATH)
        assert (result.conflicts, result.clean) == ((LAN.source,), False)
        assert b'"Uno"' in result.data
        assert b"msgid_plural%20" in result.data  # all of their message is kept

    def test_an_obsolete_unit_in_conflict_waits_too(self) -> None:
        def gone(side: Unit) -> bytes:
            catalog = made(side, unit("Hai", "Two"))
            catalogs.refresh(catalog, [Unit("Hai")])
            return catalog.to_bytes()

        result = catalogs.merge(gone(replace(LAN, target="Un")), gone(LAN), gone(KIM), PATH)
        found = catalogs.from_bytes(result.data, PATH)
        assert [u.conflict for u in found.obsolete] == [("Uno",)]
        assert (result.conflicts, result.clean) == ((LAN.source,), False)


class TestManyUnits:
    def test_different_units_never_conflict(self) -> None:
        units = [unit(source, "", State.UNTRANSLATED) for source in SOURCES]
        base = made(*units).to_bytes()
        ours = made(replace(units[0], target="a", state=State.APPROVED), *units[1:]).to_bytes()
        theirs = made(
            units[0], replace(units[1], target="b", state=State.TRANSLATED), *units[2:]
        ).to_bytes()
        result = catalogs.merge(base, ours, theirs, PATH)
        assert result.conflicts == ()
        assert [u.target for u in catalogs.from_bytes(result.data, PATH).units] == [
            "a",
            "b",
            "",
            "",
        ]

    def test_new_units_of_both_and_units_that_are_gone(self) -> None:
        def side(*sources: str, **targets: str) -> bytes:
            return made(
                *(unit(s, targets.get(s, ""), State.TRANSLATED) for s in sources)
            ).to_bytes()

        base = side("a", "b", "c", "d")
        ours = side("x", "a", "b", "y", "c", b="ours")  # d is gone
        theirs = side("z", "a", "c", "w", "d")  # b is gone, and had our work
        found = catalogs.from_bytes(catalogs.merge(base, ours, theirs, PATH).data, PATH)
        assert [u.source for u in found.units] == ["z", "x", "a", "b", "y", "c", "w"]
        moved = catalogs.merge(
            base, side("a", "b", "c", "d", d="ours"), side("d", "c", "b", "a"), PATH
        )
        assert [u.source for u in catalogs.from_bytes(moved.data, PATH).units] == [
            "d",
            "c",
            "b",
            "a",
        ]

    def test_obsolete_units_stay_behind(self) -> None:
        catalog = made(unit("a", "A"), unit("b", "B"))
        base = catalog.to_bytes()
        catalogs.refresh(catalog, [Unit("b")])
        ours = catalog.to_bytes()
        theirs = made(unit("a", "A2"), unit("b", "B"), unit("c", "C")).to_bytes()
        result = catalogs.merge(base, ours, theirs, PATH)
        found = catalogs.from_bytes(result.data, PATH)
        assert [u.source for u in found.units] == ["b", "c"]
        assert [(u.source, u.target) for u in found.obsolete] == [("a", "A2")]
        both = catalogs.merge(b"", ours, theirs, PATH)
        assert [u.source for u in catalogs.from_bytes(both.data, PATH).units] == ["b", "c", "a"]

    def test_what_the_article_says_is_taken_from_who_extracted(self) -> None:
        base = made(unit("a", "", State.UNTRANSLATED))
        theirs = catalogs.from_bytes(base.to_bytes(), PATH)
        catalogs.refresh(theirs, [Unit("a", lines=(7,), notes=("term: x",))])
        ours = made(unit("a", "A"))
        result = catalogs.merge(base.to_bytes(), ours.to_bytes(), theirs.to_bytes(), PATH)
        [found] = catalogs.from_bytes(result.data, PATH).units
        assert (found.target, found.lines, found.notes) == ("A", (7,), ("term: x",))

    def test_what_other_tools_wrote(self) -> None:
        base = made(unit("a", "A")).to_bytes()
        text = base.decode()
        ours = text.replace('msgid "a"', '# ours\n#, c-format\nmsgid "a"')
        theirs = text.replace('msgid "a"', '# theirs\n#, range: 1..2\nmsgid "a"')
        result = catalogs.merge(base, ours.encode(), theirs.encode(), PATH).data.decode()
        assert "# ours\n# theirs\n#, c-format, range: 1..2\n" in result
        less = catalogs.merge(ours.encode(), base, ours.replace("# ours", "# o").encode(), PATH)
        assert b"c-format" not in less.data


class TestRoundTheUnits:
    def test_header_fields_are_merged(self) -> None:
        base = made(unit()).to_bytes()
        text = base.decode()
        ours = text.replace("Last-Translator: ", "Last-Translator: Lan").replace(
            '"Language-Team: \\n"\n', '"X-Ours: 1\\n"\n'
        )
        theirs = (
            text.replace("Last-Translator: ", "Last-Translator: Kim")
            .replace('msgid ""\n', '# a comment\nmsgid ""\n', 1)
            .replace("X-Generator: l10n", "X-Generator: Poedit")
        )
        result = catalogs.from_bytes(
            catalogs.merge(base, ours.encode(), theirs.encode(), PATH).data, PATH
        )
        assert result.header_field("Last-Translator") == "Lan"
        assert result.header_field("X-Generator") == "Poedit"
        assert result.header_field("X-Ours") == "1"
        assert "Language-Team" not in (result.header.target if result.header else "")
        assert b"# a comment" in result.to_bytes()
        assert catalogs.merge(base, base, theirs.encode(), PATH).data == theirs.encode()
        other = made(unit(), unit("Hai")).to_bytes()
        for sides in ((base, ours.encode(), other), (base, other, ours.encode())):
            found = catalogs.from_bytes(catalogs.merge(*sides, PATH).data, PATH)
            assert (found.header_field("X-Ours"), len(found.units)) == ("1", 2)

    def test_catalogs_without_a_header(self) -> None:
        a, b = b'msgid "a"\nmsgstr ""\n', b'msgid "b"\nmsgstr "B"\n'
        assert catalogs.merge(b"", a, b, PATH).data == b + b"\n" + a
        whole = made(unit()).to_bytes()
        assert b"X-Generator" in catalogs.merge(b"", a, whole, PATH).data
        assert b"X-Generator" in catalogs.merge(a, whole, b, PATH).data

    def test_a_side_that_is_empty(self) -> None:
        whole = made(unit()).to_bytes()
        other = made(unit("Hai")).to_bytes()
        assert catalogs.merge(b"", b"", whole, PATH) == Merged(whole, ())
        assert catalogs.merge(other, whole, b"\n", PATH) == Merged(whole, ())
        assert catalogs.merge(other, b" ", b"", PATH) == Merged(b"", ())

    def test_a_plural_message_of_another_tool(self) -> None:
        plural = '\nmsgid "%d file"\nmsgid_plural "%d files"\nmsgstr[0] "{}"\nmsgstr[1] "x"\n'
        base, ours, theirs = (
            made(unit()).to_bytes() + plural.format(text).encode()
            for text in ("", "ours", "theirs")
        )
        result = catalogs.merge(base, ours, theirs, PATH)
        assert (result.conflicts, result.clean) == (("%d file",), False)
        assert b'msgstr[0] "ours"' in result.data
        assert re.search(r"# l10n: conflict=\S*theirs", result.data.decode())
        assert catalogs.merge(base, ours, base, PATH).data == ours
        assert catalogs.from_bytes(result.data, PATH).to_bytes() == result.data

    def test_line_ends_marks_and_the_rest_are_ours(self) -> None:
        base = made(unit("a"), unit("b")).to_bytes()
        ours = b"\xef\xbb\xbf" + base.replace(b"\n", b"\r\n") + b"# the end\r\n"
        theirs = made(unit("a", "X"), unit("b")).to_bytes() + b"# no end\n"
        result = catalogs.merge(base, ours, theirs, PATH).data
        assert result.startswith(b"\xef\xbb\xbf")
        assert result.count(b"\n") == result.count(b"\r\n")
        assert b"# the end" in result
        assert b'"X"' in result

    def test_what_is_no_catalog(self) -> None:
        whole = made(unit()).to_bytes()
        for sides in (
            (b"?", whole, b""),
            (whole, b"?", b""),
            (whole, made(unit("x")).to_bytes(), b"?"),
        ):
            with pytest.raises(InputError):
                catalogs.merge(*sides, PATH)
