"""TBX to entries: versions 2 and 3, both styles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from lxml import etree

from l10n.glossary.exchange import notes
from l10n.glossary.exchange import vocabulary as tbx
from l10n.glossary.exchange.delivery import Delivery, Entry, Wording
from l10n.glossary.exchange.values import Values, is_id, one_line, suggested_id
from l10n.glossary.exchange.xml import elements, line_of, text_of
from l10n.glossary.loading import CASES, KINDS, STATUSES, TARGET_CASES
from l10n.model import Status

_TRUTH = {"true": True, "false": False}
_CHOICES = {"case": CASES, "target-case": TARGET_CASES, "verified": tuple(_TRUTH)}


def read_tbx(data: bytes, *, file: str) -> Delivery:
    """The entries of a TBX file, in its order.

    Raises `InputError` with the line for XML that is not sound, a document that is no TBX, and
    a term, date or language that cannot be one; nothing is left out but what `Delivery.left`
    counts.
    """
    reader = _Reader(file)
    found = elements(data, {*tbx.CONCEPTS, "refObject"}, file=file)
    tbx.check_root(next(found), file=file)
    for element in found:
        if tbx.local(element) in tbx.CONCEPTS:
            reader.entry(element)
            _forget(element)
        else:
            reader.left["refObject"] += 1
    return Delivery(file, tuple(reader.entries), reader.left)


def _forget(element: etree._Element) -> None:
    """Frees a finished element and those before it."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


@dataclass(slots=True)
class _Draft:
    """What has been read of one entry."""

    line: int
    wordings: dict[str, list[Wording]] = field(default_factory=dict)
    domains: list[str] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    wordlists: dict[str, list[str]] = field(default_factory=lambda: {"guard": [], "ambiguous": []})
    choices: dict[str, str] = field(default_factory=dict)
    days: dict[str, date] = field(default_factory=dict)


class _Reader:
    """Reads the entries of one file."""

    def __init__(self, file: str) -> None:
        self.entries: list[Entry] = []
        self.left: Counter[str] = Counter()
        self._values = Values(file)
        self._lines: dict[str, int] = {}

    def entry(self, element: etree._Element) -> None:
        """Adds one concept."""
        draft = _Draft(line_of(element))
        for child in self._flat(element):
            if tbx.local(child) in tbx.LANGUAGES:
                self._language(child, draft)
            else:
                self._about(child, draft, "")
        if not draft.wordings:
            raise self._values.error(
                "a concept has no terms", draft.line, "add one, or take it out"
            )
        self.entries.append(
            Entry(
                id=self._id(element, draft),
                line=draft.line,
                wordings={tag: tuple(words) for tag, words in draft.wordings.items()},
                domain=one_line(", ".join(draft.domains)),
                guards=tuple(draft.wordlists["guard"]),
                ambiguous=tuple(draft.wordlists["ambiguous"]),
                case=draft.choices.get("case", ""),
                target_case=draft.choices.get("target-case", ""),
                valid_from=draft.days.get("valid-from"),
                valid_to=draft.days.get("valid-to"),
                verified=_TRUTH.get(draft.choices.get("verified", "")),
                source=tuple(dict.fromkeys(draft.sources)),
                note="; ".join(dict.fromkeys(draft.notes)),
            )
        )

    def _id(self, element: etree._Element, draft: _Draft) -> str:
        given = element.get("id") or ""
        if given in self._lines:
            what = f"id {given[:60]!r} is used twice"
            raise self._values.error(
                what, draft.line, f"it stands in line {self._lines[given]} too"
            )
        if given:
            self._lines[given] = draft.line
        # An XML id begins with a letter or `_`; ids of ours that do not are written with one.
        ours = given[1:] if given[:1] == "_" and given[1:2].isdigit() else given
        if is_id(ours) or not ours:
            return ours
        self.left["id that was rewritten"] += 1
        made = suggested_id(ours, taken=self._lines)
        self._lines[made] = draft.line
        return made

    def _language(self, element: etree._Element, draft: _Draft) -> None:
        given = element.get(tbx.XML_LANG) or element.get("lang")
        tag = self._values.language(given, line_of(element))
        for child in self._flat(element):
            if tbx.local(child) in tbx.TERMS:
                self._term(child, tag, draft)
            else:
                self._about(child, draft, tag)

    def _term(self, element: etree._Element, tag: str, draft: _Draft) -> None:
        line = line_of(element)
        children = list(self._flat(element))
        texts = [text_of(c) for c in children if tbx.local(c) == "term"]
        if len(texts) != 1:
            raise self._values.error(f"a term section has {len(texts)} terms", line, "give it one")
        wording = Wording(self._values.wording(texts[0], line))
        for child in children:
            if tbx.local(child) != "term":
                wording = self._of_term(child, wording, draft)
        known = draft.wordings.setdefault(tag, [])
        if any(other.text == wording.text for other in known):
            self.left["term that stands twice"] += 1
        else:
            known.append(wording)

    def _of_term(self, element: etree._Element, wording: Wording, draft: _Draft) -> Wording:
        """The wording with what one element beside it says."""
        name, text = tbx.category(element), one_line(text_of(element))
        if name in tbx.STATUS_NAMES and text in tbx.STATUSES:
            status = tbx.STATUSES[text]
            told = wording.status is Status.FORBIDDEN and status is Status.DEPRECATED
            return wording if told else replace(wording, status=status)
        if name == "termType" and text in tbx.KINDS:
            return replace(wording, kind=tbx.KINDS[text])
        key, value = notes.parsed(text) if name == "note" else ("", "")
        if key not in {"status", "kind", "form"}:
            self._about(element, draft, wording.text)
            return wording
        return self._noted(wording, key, value, line_of(element))

    def _noted(self, wording: Wording, key: str, value: str, line: int) -> Wording:
        """The wording with what one of our notes says."""
        if key == "form":
            return replace(wording, forms=(*wording.forms, self._values.wording(value, line)))
        if key == "kind":
            return replace(wording, kind=self._values.choice(value, KINDS, key, line))
        status = Status(self._values.choice(value, STATUSES, key, line))
        # Where another tool has changed the status since, the note is old.
        fits = wording.status in {None, Status.DEPRECATED}
        return replace(wording, status=status) if fits else wording

    def _about(self, element: etree._Element, draft: _Draft, of: str) -> None:
        """What one element says of the concept; `of` names the language or term it stands at."""
        name, text = tbx.category(element), one_line(text_of(element))
        if name == "subjectField":
            draft.domains.append(text)
        elif name == "source":
            draft.sources.append(text)
        elif name == "externalCrossReference":
            draft.sources.append(_reference(text, element.get("target") or ""))
        elif name not in {"note", "definition"}:
            self.left[name] += 1
        elif text:
            self._note(*notes.parsed(text), draft, of, line_of(element))

    def _note(self, key: str, value: str, draft: _Draft, of: str, line: int) -> None:
        if key in draft.wordlists:
            draft.wordlists[key].append(self._values.wording(value, line))
        elif key in _CHOICES:
            draft.choices[key] = self._values.choice(value, _CHOICES[key], key, line)
        elif key in {"valid-from", "valid-to"}:
            draft.days[key] = self._values.day(value, line)
        elif key == "source":
            draft.sources.append(value)
        else:
            draft.notes.append(f"{of}: {value}" if of else value)

    def _flat(self, element: etree._Element) -> Iterator[etree._Element]:
        """The children, with those of a group in the group's place.

        What only explains a definition, an example or a transaction (its source, its date) is
        counted: a glossary has no place for it.
        """
        for child in element:
            group = tbx.local(child)
            if group not in tbx.GROUPS:
                yield child
            elif group in {"descripGrp", "transacGrp"}:
                inside = list(child)
                yield from inside[:1]
                self.left.update(
                    f"{tbx.category(other)} of a {tbx.category(inside[0])}" for other in inside[1:]
                )
            else:
                yield from self._flat(child)


def _reference(text: str, target: str) -> str:
    """A source as glossaries have it: `Where it was seen <https://example.org/>`."""
    if not target or text == target:
        return text
    return f"{text} <{target}>" if text else target
