"""What each act makes of a unit: pure functions of the unit, the person and the act's text."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from l10n.errors import UsageError
from l10n.model import State, Unit, seal_of

MAX_TEXT = 100_000
"""Characters of a translation or a comment."""
_REOPENED = "reopened by "
REJECTED = "rejected by "
"""Begins the reason of what a reviewer sent back."""


def set_target(unit: Unit, who: str, text: str) -> Unit:
    """A person's own wording, in NFC; `who` is its translator from now on."""
    text = unicodedata.normalize("NFC", text)
    if not text.strip():
        raise UsageError("the translation is empty", remedy="reject the unit instead")
    _refuse_unsound(text, "translation")
    return _written(
        replace(unit, target=text, origin="" if text != unit.target else unit.origin), who
    )


def accept(unit: Unit, who: str, _text: str) -> Unit:
    """A draft that a translator stands for; what a person stands for already stays."""
    if not unit.target:
        raise UsageError(f"{unit.id} has no translation to accept", remedy="set or draft it first")
    if unit.state.rank >= State.TRANSLATED.rank and unit.translator and not unit.seal_broken:
        return unit
    return _written(unit, who)


def reword(unit: Unit, who: str, text: str) -> Unit:
    """A wording put in the place of another all over an article.

    A draft stays one: nobody has read it as a whole.
    """
    written = set_target(unit, who, text)
    if unit.state is State.DRAFT and not unit.conflict:
        return replace(unit, target=written.target)
    return written


def _written(unit: Unit, who: str) -> Unit:
    return replace(
        unit,
        state=State.TRANSLATED,
        recorded=None,
        translator=who,
        reviewer="",
        approver="",
        seal="",
        risk=None,
        reasons=(),
        previous_source=None,
        conflict=(),
    )


def review(unit: Unit, who: str, _text: str) -> Unit:
    """A translated text that a second person has read."""
    if unit.state.rank < State.TRANSLATED.rank:
        raise UsageError(f"{unit.id} is {unit.state}", remedy="accept it first")
    if unit.state.rank >= State.REVIEWED.rank:
        return unit
    return replace(
        unit,
        state=State.REVIEWED,
        recorded=State.REVIEWED,
        reviewer=who,
        seal=seal_of(unit.source, unit.target),
        approver="",
        reasons=_answered(unit),
        previous_source=None,
    )


def approve(unit: Unit, who: str, _text: str) -> Unit:
    """A text that may be published."""
    if unit.state.rank < State.TRANSLATED.rank:
        raise UsageError(f"{unit.id} is {unit.state}", remedy="accept it first")
    if unit.state is State.APPROVED:
        return unit
    return replace(
        unit,
        state=State.APPROVED,
        recorded=State.APPROVED,
        reviewer=unit.reviewer if unit.state is State.REVIEWED else "",
        approver=who,
        seal=seal_of(unit.source, unit.target),
        reasons=_answered(unit),
        previous_source=None,
    )


def reject(unit: Unit, who: str, text: str) -> Unit:
    """A text that goes back to the translator, with the reason."""
    if not text.strip():
        raise UsageError("a rejection needs a reason", remedy="give it with --comment")
    if not unit.target:
        raise UsageError(f"{unit.id} has no translation to reject")
    _refuse_unsound(text, "reason")
    return replace(
        unit,
        state=State.DRAFT,
        recorded=None,
        reviewer="",
        approver="",
        seal="",
        reasons=(f"{REJECTED}{who}: {' '.join(text.split())}",),
    )


def reopen(unit: Unit, who: str, text: str) -> Unit:
    """A signed text that the glossary has left behind; the reason goes with the next signature."""
    return replace(
        unit,
        state=State.TRANSLATED,
        recorded=None,
        reviewer="",
        approver="",
        seal="",
        reasons=(*_answered(unit), f"{_REOPENED}{who}: {text}"),
    )


def comment(unit: Unit, _who: str, text: str) -> Unit:
    """A remark, which the record keeps; the unit stays as it is."""
    if not text.strip():
        raise UsageError("the comment is empty", remedy="say something, or leave it")
    _refuse_unsound(text, "comment")
    return unit


def _answered(unit: Unit) -> tuple[str, ...]:
    """The unit's reasons without those of an earlier reopening."""
    return tuple(reason for reason in unit.reasons if not reason.startswith(_REOPENED))


def _refuse_unsound(text: str, what: str) -> None:
    """Refuse what no file can hold or no person can read."""
    if len(text) > MAX_TEXT:
        raise UsageError(f"the {what} is longer than {MAX_TEXT} characters", remedy="shorten it")
    wrong = next((c for c in text if c not in "\n\t" and _unreadable(c)), None)
    if wrong is not None:
        raise UsageError(
            f"the {what} has the character U+{ord(wrong):04X} in it", remedy="take it out"
        )


def _unreadable(character: str) -> bool:
    """Whether it is a control character or half of one (a lone surrogate)."""
    code = ord(character)
    return code < 0x20 or 0x7F <= code < 0xA0 or 0xD800 <= code < 0xE000


@dataclass(frozen=True, slots=True)
class Act:
    """What a person can do to a unit."""

    change: Callable[[Unit, str, str], Unit]
    """Takes the unit, the person and the act's text; gives the unit as it is afterwards.

    Raises `UsageError` where the unit or the text does not allow it."""
    roles: tuple[str, ...]
    """Roles that may do it; empty: whoever has any."""
    signs: bool = False
    """Whether it ties the person's name to source and target."""
    text_is_comment: bool = False
    """Whether the act's text is a comment, and no translation."""


ACTS: Mapping[str, Act] = {
    "set": Act(set_target, ("translator",)),
    "replace": Act(reword, ("translator",)),
    "accept": Act(accept, ("translator",), text_is_comment=True),
    "review": Act(review, ("reviewer",), signs=True, text_is_comment=True),
    "approve": Act(approve, ("approver",), signs=True, text_is_comment=True),
    "reject": Act(reject, ("reviewer", "approver"), text_is_comment=True),
    "reopen": Act(reopen, ("reviewer", "approver"), text_is_comment=True),
    "comment": Act(comment, (), text_is_comment=True),
}
