"""Concepts as the YAML that glossary files are written in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from yaml.nodes import ScalarNode
from yaml.resolver import Resolver

from l10n.model import Concept, Status, Term

ORDER = (
    "guards", "ambiguous", "case", "target_case", "valid", "verified", "source", "note",
)  # fmt: skip
"""The keys behind the languages, in the order in which they are written."""

# The parser takes these as they are, in a block and between brackets.
_PLAIN = re.compile(r"[\w(/<+–—“‘][^\n\t{}\[\]]*")
_FLOW = re.compile(r"[,:?]")
_TRICKY = re.compile(r": |:$| #|\s$|^---|^\.\.\.")
_RESOLVER: Any = Resolver()
_STRING = "tag:yaml.org,2002:str"


def scalar(text: str, *, flow: bool = False) -> str:
    """A text as a YAML scalar in one line; plain where any YAML reader takes it for a text.

    `flow` is for a place between brackets.
    """
    simple = (
        _PLAIN.fullmatch(text)
        and text.isprintable()
        and not (_TRICKY.search(text) or (flow and _FLOW.search(text)))
    )
    if simple and _RESOLVER.resolve(ScalarNode, text, (True, False)) == _STRING:
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{"".join(c if c.isprintable() else _escape(c) for c in escaped)}"'


def _escape(character: str) -> str:
    return f"\\U{ord(character):08x}"


def flow_list(texts: Iterable[str]) -> str:
    """Texts between square brackets."""
    return f"[{', '.join(scalar(text, flow=True) for text in texts)}]"


def term(given: Term, status: Status | None, *, flow: bool = False) -> str:
    """A term as an item of a list; `status` where it has to be said."""
    marks = [f"kind: {given.kind}"] if given.kind != "term" else []
    marks += [f"status: {status}"] if status else []
    marks += [f"forms: {flow_list(given.forms)}"] if given.forms else []
    if not marks:
        return scalar(given.text, flow=flow)
    return f"{{{', '.join([f'text: {scalar(given.text, flow=True)}', *marks])}}}"


def said(statuses: Sequence[Status]) -> list[Status | None]:
    """For each term of a list, the status that has to be said because its place does not."""
    preferred = Status.PREFERRED in statuses
    chosen = statuses.index(Status.PREFERRED) if preferred else 0
    result: list[Status | None] = []
    for index, status in enumerate(statuses):
        default = Status.PREFERRED if index == chosen else Status.ADMITTED
        must = index == chosen and chosen != 0
        result.append(status if status is not default or must else None)
    return result


def period(first: date | None, last: date | None) -> str:
    """The value of `valid`."""
    return f"{{from: {first or 'null'}, to: {last or 'null'}}}"


def concept(given: Concept, *, indent: str = "") -> str:
    """A whole concept as an item of a file's list, with its line end."""
    lines = [f"- id: {scalar(given.id)}"]
    lines += [f"  domain: {scalar(given.domain)}"] if given.domain else []
    for index, (tag, terms) in enumerate(given.terms.items()):
        lines += language(tag, terms, short=index > 1)
    for name in ORDER:
        lines += field(given, name)
    return "".join(f"{indent}{line}\n" for line in lines)


def language(tag: str, terms: Sequence[Term], *, short: bool) -> list[str]:
    """The lines of one language's terms; `short` lets a single one stand behind the key."""
    marks = said([t.status for t in terms])
    items = [term(t, mark) for t, mark in zip(terms, marks, strict=True)]
    if short and len(items) == 1 and terms[0].kind == "term":
        return [f"  {tag}: {items[0]}"]
    return [f"  {tag}:", *(f"    - {item}" for item in items)]


def field(given: Concept, name: str) -> list[str]:
    """The lines of one of the keys in `ORDER`; none where it has its default."""
    if name == "source" and len(given.source) > 1:
        return ["  source:", *(f"    - {scalar(s)}" for s in given.source)]
    value = value_of(given, name)
    return [f"  {name}: {value}"] if value else []


def value_of(given: Concept, name: str) -> str:
    """The value of a key in one line, "" for a default that need not be written."""
    if name == "valid":
        return period(given.valid_from, given.valid_to) if _has_period(given) else ""
    if name == "verified":
        return "true" if given.verified else "false"
    if name in {"guards", "ambiguous"}:
        texts = getattr(given, name)
        return flow_list(texts) if texts else ""
    if name == "source":
        return scalar(given.source[0]) if given.source else ""
    text = str(getattr(given, name))
    return "" if text in {"", _DEFAULTS.get(name)} else scalar(text)


_DEFAULTS = {"case": "any", "target_case": "common"}


def _has_period(given: Concept) -> bool:
    return given.valid_from is not None or given.valid_to is not None
