"""Between a PO message and the product's unit; here the effective state is computed."""

from __future__ import annotations

from collections.abc import Mapping

from l10n.catalogs.annotation import (
    decoded,
    encoded,
    read_annotation,
    read_skips,
    write_annotation,
)
from l10n.catalogs.message import Message
from l10n.model import Risk, State, Unit, seal_of

_SEALED = (State.REVIEWED, State.APPROVED)
_NAMES = ("translator", "reviewer", "approver", "origin", "via")


def to_unit(message: Message, article: str, language: str) -> Unit:
    """The unit that `message` holds, with its effective state."""
    values = read_annotation(message.comments)
    recorded = _STATES.get(values.get("state"))
    seal = values.get("seal", "")
    return Unit(
        source=message.source,
        target=message.target,
        context=message.context or "",
        article=article,
        language=language,
        state=effective_state(message.source, message.target, values, fuzzy=message.fuzzy),
        lines=tuple(int(line) for _, line in message.references if line.isdecimal()),
        notes=tuple(message.notes),
        previous_source=message.previous_source,
        seal=seal,
        risk=_RISKS.get(values.get("risk")),
        reasons=tuple(decoded(r) for r in values.get("reasons", "").split(",") if r),
        recorded=recorded,
        line=message.line,
        translator=decoded(values.get("translator", "")),
        reviewer=decoded(values.get("reviewer", "")),
        approver=decoded(values.get("approver", "")),
        origin=decoded(values.get("origin", "")),
        via=decoded(values.get("via", "")),
        conflict=_conflict(values.get("conflict")),
        skips=read_skips(message.comments),
    )


def _conflict(value: str | None) -> tuple[str, ...]:
    return tuple(map(decoded, value.split(","))) if value is not None else ()


_STATES: Mapping[str | None, State] = {state.value: state for state in State}
_RISKS: Mapping[str | None, Risk] = {risk.value: risk for risk in Risk}


def effective_state(source: str, target: str, values: Mapping[str, str], *, fuzzy: bool) -> State:
    """The state that counts: what the annotation claims is only believed as far as the seal fits.

    `values` are those of the annotation.
    """
    if "conflict" in values:
        return State.DRAFT
    if not target:
        return State.UNTRANSLATED
    if fuzzy:
        return State.DRAFT
    recorded = _STATES.get(values.get("state"))
    if recorded in _SEALED and values.get("seal") == seal_of(source, target):
        return recorded
    return State.TRANSLATED


def write_unit(message: Message, unit: Unit) -> None:
    """Brings target, state and what people and engines noted from `unit` into `message`.

    A `reviewed` or `approved` unit is sealed. A claim whose seal does not fit stays as it is
    while nothing else about the state changes, so that it can still be reported.
    """
    before = to_unit(message, unit.article, unit.language)
    state = State.DRAFT if unit.conflict else _state_to_write(unit)
    message.target = unit.target
    message.fuzzy = state is State.DRAFT
    message.previous_source = None if state.rank >= State.TRANSLATED.rank else unit.previous_source
    if message.previous_source is None:
        message.previous_context = None
    values: dict[str, str] = {}
    if state in _SEALED:
        values = {"state": state.value, "seal": seal_of(unit.source, unit.target)}
    elif _still_broken(before, unit):
        values = {"state": str(unit.recorded), "seal": unit.seal}
    message.comments = write_annotation(message.comments, values | _meta(unit))
    message.text = None


def write_place(message: Message, unit: Unit) -> None:
    """Brings lines and notes of an extracted unit into `message`."""
    references = [(_article_path(unit.article), str(line)) for line in unit.lines]
    notes = [clean for note in unit.notes if (clean := _on_one_line(note))]
    if (references, notes) != (message.references, message.notes):
        message.references, message.notes = references, notes
        message.text = None


def from_extracted(unit: Unit) -> Message:
    """A new, untranslated message for an extracted unit."""
    message = Message(source=unit.source, context=unit.context or None)
    write_place(message, unit)
    return message


def _state_to_write(unit: Unit) -> State:
    """The state of `unit`, where a target without one is a draft and no target has none."""
    if not unit.target:
        return State.UNTRANSLATED
    return State.DRAFT if unit.state is State.UNTRANSLATED else unit.state


def _still_broken(before: Unit, unit: Unit) -> bool:
    """Whether `unit` carries a broken seal that was in the file and was not decided on."""
    return (
        unit.seal_broken
        and before.seal_broken
        and (unit.state, unit.target, unit.recorded, unit.seal)
        == (before.state, before.target, before.recorded, before.seal)
    )


def _meta(unit: Unit) -> dict[str, str]:
    """Who and what made the target, as values of the annotation."""
    values = {name: encoded(getattr(unit, name)) for name in _NAMES}
    values["risk"] = unit.risk.value if unit.risk else ""
    values["reasons"] = ",".join(encoded(reason) for reason in unit.reasons)
    values = {key: value for key, value in values.items() if value}
    if unit.conflict:
        values["conflict"] = ",".join(map(encoded, unit.conflict))
    return values


def _on_one_line(note: str) -> str:
    """A note that is one line of the file, without control characters."""
    if note.isprintable():
        return note.strip()
    return "".join(c if c.isprintable() or c == "\u00a0" else " " for c in note).strip()


def _article_path(article: str) -> str:
    return f"articles/{article}.md"
