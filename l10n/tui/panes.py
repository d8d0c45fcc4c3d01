"""The panes beside the editor: what each says of a unit, as text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from rich.style import Style
from rich.text import Text
from textual.content import Content
from textual.geometry import Size

from l10n.model import Finding, Unit, VerdictKind
from l10n.tui.colours import RISKS, SEVERITIES
from l10n.tui.text import difference, shown, verdict_mark
from l10n.tui.unit_list import FINDINGS, RISK_MARKS

if TYPE_CHECKING:
    from l10n.memory import MemoryMatch
    from l10n.workflow.advice import Known

PANES = ("terms", "memory", "findings", "history")
_DIM = Style(dim=True)
_BOLD = Style(bold=True)


def title(name: str, amounts: Mapping[str, int]) -> str:
    """A pane's name with how much is in it."""
    amount = amounts.get(name, 0)
    return f"{name.capitalize()} {amount}" if amount else name.capitalize()


def tabs(current: str, amounts: Mapping[str, int]) -> Content:
    """The names of all panes, of which one is in sight."""
    parts: list[tuple[str, str]] = []
    for name in PANES:
        style = "bold reverse" if name == current else ""
        parts += [(f" {title(name, amounts)} ", style), ("─", "")]
    return Content.assemble(*parts[:-1])


def terms(source: str, known: Sequence[Known], verdicts: Mapping[str, VerdictKind]) -> Text:
    """The source's terms, numbered, with their equivalents and what became of them."""
    text = Text()
    for number, term in enumerate(known, 1):
        start = len(text)
        mark = verdict_mark(term, verdicts)
        style = {"✓": "l10n.good", "✗": "l10n.bad"}.get(mark[0], "l10n.doubtful")
        text.append(f"{number} ", _BOLD).append(f"{mark} ", style)
        text.append(f"{shown(source[term.start : term.end])} ")
        if not term.equivalents:
            text.append(f"{shown(term.concept.id)}: no equivalent", _DIM)
        else:
            text.append("→ ", _DIM).append(shown(term.equivalents[0]), _BOLD)
            if term.equivalents[1:]:
                text.append(f" or {shown(', '.join(term.equivalents[1:]))}", _DIM)
        if term.doubt:
            text.append(f" ({term.doubt})", "l10n.doubtful")
        if term.concept.note:
            text.append(f"\n    {shown(term.concept.note)}", _DIM)
        text.append("\n").stylize(_click(f"term({number})"), start)
    return text or Text("no terms", _DIM)


def memory(matches: Sequence[MemoryMatch] | None, source: str, keys: Sequence[str]) -> Text:
    """The nearest of the memory, each with its key, and its source's difference to this one."""
    if matches is None:
        return Text("looking…", _DIM)
    text = Text()
    for number, (key, match) in enumerate(zip(keys, matches, strict=False), 1):
        start = len(text)
        adapted = ", numbers adapted" if match.adapted else ""
        text.append(f"{key} {min(match.score, 100)}% ", _BOLD)
        text.append(f"{shown(match.origin)}{adapted}\n", _DIM)
        if match.score < 100:
            text.append("   ").append_text(difference(match.source, source)).append("\n")
        text.append(f"   {shown(match.target)}\n").stylize(_click(f"match({number})"), start)
    return text or Text("nothing alike", _DIM)


def _click(action: str) -> Style:
    return Style(meta={"@click": f"screen.{action}"})


def findings(found: Sequence[Finding]) -> Text:
    """What the checks say, the worst first."""
    text = Text()
    for finding in worst_first(found):
        style = SEVERITIES[finding.severity]
        text.append(f"{FINDINGS[finding.severity]} ", style).append(f"{finding.check} ", _BOLD)
        text.append(f"{shown(finding.message)}\n")
    return text or Text("nothing found", _DIM)


def worst_first(found: Iterable[Finding]) -> list[Finding]:
    """Errors, then warnings, then information."""
    return sorted(found, key=lambda finding: list(FINDINGS).index(finding.severity))


def doubts(unit: Unit) -> Text:
    """The risk of a draft and what speaks for it, or why it came back, on one line; else ""."""
    why = shown(", ".join(unit.reasons))
    if unit.risk is None or not RISK_MARKS[unit.risk].strip():
        return Text(why, "l10n.doubtful")
    told = f"{RISK_MARKS[unit.risk]} {unit.risk} risk"
    return Text(f"{told}: {why}" if why else told, RISKS[unit.risk])


def history(unit: Unit, acts: Sequence[str]) -> Text:
    """What people did to the unit and said, the newest first; then where its text is from."""
    text = Text()
    for reason in unit.reasons:
        text.append(f"{shown(reason)}\n", _BOLD)
    for act in acts:
        when, told = act[:17], act[17:]
        text.append(shown(when), _DIM).append(f"{shown(told)}\n")
    signed = {
        "draft": unit.origin,
        "translator": unit.translator,
        "reviewer": unit.reviewer,
        "approver": unit.approver,
    }
    text.append("".join(f"{role}: {shown(who)}\n" for role, who in signed.items() if who))
    for note in unit.notes:
        text.append(f"{shown(note)}\n", _DIM)
    return text or Text("no history", _DIM)


def fitting(units: Sequence[Unit], places: Iterable[int], room: Size) -> Iterator[int]:
    """The first of `places` whose units have room in a pane, about; at least one."""
    lines = 0
    for place in places:
        yield place
        for text in (units[place].source, units[place].target):
            lines += len(text) // max(room.width, 1) + 1
        if lines >= room.height:
            return


def neighbours(units: Sequence[Unit], places: Iterable[int], room: Size, *, before: bool) -> Text:
    """The units at `places` in both languages; of long texts what is nearest and fits, at least."""
    most = 2 * room.width * room.height
    part = slice(-most, None) if before else slice(most)
    text = Text(style=_DIM)
    for place in places:
        text.append(f"{place + 1} {shown(units[place].source[part])}\n")
        text.append(f"{shown(units[place].target[part]) or '·'}\n", Style(italic=True))
    return text
