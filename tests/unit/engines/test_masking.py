"""Placeholders: what survives, and how it is put back."""

from __future__ import annotations

import pytest

from l10n.engines.masking import Masked, inlined, masked
from l10n.engines.wanted import Wanted
from l10n.model import DraftRequest, TermHint


@pytest.mark.parametrize(
    ("source", "asked", "answer", "expected"),
    [
        # What Apertium made of these: marks are parted from words, and come back close to them.
        (
            "The plan of **15.7 million** dollars.",
            "The plan of XTERM1X 15.7 million XTERM2X dollars.",
            "El plan de XTERM1X 15.7 millones XTERM2X dólares.",
            "El plan de **15.7 millones** dólares.",
        ),
        (
            "See [the text](https://example.org/57)now.",
            "See [the text XTERM1X now.",
            "Ve [el texto XTERM1X ahora.",
            "Ve [el texto](https://example.org/57) ahora.",
        ),
        (
            "*New* and ~~old~~ `code` here.",
            "XTERM1X New XTERM2X and XTERM3X old XTERM4X XTERM5X here.",
            "XTERM1X Nuevo XTERM2X y XTERM3X viejo XTERM4X XTERM5X aquí.",
            "*Nuevo* y ~~viejo~~ `code` aquí.",
        ),
        ("Water H<sub>2</sub>O", "Water H XTERM1X", None, None),
        ("2 \\* 3", "2 \\* 3", "2 \\* 3", "2 \\* 3"),
        (
            "No. 57-KL/TW to a@b.vn",
            "No. XTERM1X to XTERM2X",
            "XTERM2X xterm 1 x",
            "a@b.vn 57-KL/TW",
        ),
    ],
)
def test_literals_and_marks(source, asked, answer, expected):
    mask = masked(source)
    if answer is None:
        assert [value.strip("\ue000\ue001") for value in mask.values] == ["<sub>", "</sub>"]
        return
    assert mask.text == asked
    assert mask.restored(answer) == (expected, [])


def test_terms_have_a_capital_where_they_begin_an_answer():
    term = TermHint("c", 0, 8, "provincial Committee")
    mask = masked("Tỉnh ủy họp.", (TermHint("c", 0, 7, "provincial Committee"),))
    assert mask.restored("XTERM1X met.")[0] == "Provincial Committee met."
    assert mask.restored("The XTERM1X met.")[0] == "The provincial Committee met."
    assert masked("tỉnh ủy họp", (term,)).restored("XTERM1X met")[0] == "provincial Committee met"
    asked, values = Wanted.of(DraftRequest("a", "Tỉnh ủy họp.", terms=(term,))).masked([term])
    assert asked.terms[0].equivalent == "XTERM1X"
    assert values.restored("XTERM1X met.")[0] == "Provincial Committee met."


def test_what_is_lost_and_what_is_foreign_is_told():
    mask = masked("`a` and `b`", first=3)
    assert mask.text == "XTERM3X and XTERM4X"
    assert mask.restored("only XTERM4X and XTERM9X") == ("only `b` and ", ["`a`"])
    assert mask.foreign("XTERM9X")
    assert not mask.foreign("XTERM3X")
    assert mask.rest.split() == ["and"]
    assert masked("It says XTERM1X, `a`") == Masked("It says XTERM1X, `a`")


def test_equivalents_in_the_source():
    terms = (TermHint("b", 8, 11, "B"), TermHint("a", 0, 3, "A"), TermHint("c", 4, 7, ""))
    assert inlined("abc def ghi!", terms) == "A def B!"
    assert inlined("abc", ()) == "abc"
