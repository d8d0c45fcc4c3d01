"""Turns glossary files into concepts, or says in which line what is wrong."""

from __future__ import annotations

import difflib
import gc
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path

from l10n.errors import FileError, GlossaryError
from l10n.glossary.reading import Entries, Items, Node, Scalar, read
from l10n.glossary.wording import ordered, problem, regular_term
from l10n.model import Concept, Status, Term

KEYS = (
    "id", "domain", "guards", "case", "target_case", "ambiguous", "valid", "verified",
    "source", "note",
)  # fmt: skip
SUFFIXES = frozenset({".yml", ".yaml"})
KINDS = ("term", "abbreviation", "plural", "short")
STATUSES = tuple(str(status) for status in Status)
CASES = ("any", "initial", "exact")
TARGET_CASES = ("proper", "title", "common")

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without Python's collector, which goes through all concepts again and again for nothing."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


@_uncollected()
def read_concepts(paths: Iterable[Path]) -> dict[str, Concept]:
    """All concepts of the files, by id, in the order of the files.

    A folder stands for the files in it (see `files`). Raises FileError or
    GlossaryError at the first thing that is wrong; nothing is ever left out.
    """
    concepts: dict[str, Concept] = {}
    for path in files(paths):
        reader = Reader(path)
        for node in reader.nodes(read(path)):
            concept = reader.concept(node)
            reader.once(concept, concepts, node)
            concepts[concept.id] = concept
    return concepts


def files(paths: Iterable[Path]) -> Iterator[Path]:
    """The files that are meant: a folder stands for the `.yml` and `.yaml` files in it, by name.

    What is named like a glossary file is one, even if it turns out to be something else;
    names that begin with a dot are those of other programs. Raises FileError for a folder that
    cannot be listed.
    """
    for path in paths:
        if path.suffix in SUFFIXES or not path.is_dir():
            yield path
            continue
        try:
            inside = sorted(path.iterdir())
        except OSError as error:
            raise FileError(
                f"cannot be listed: {error.strerror}", file=path, remedy="see that it may be read"
            ) from None
        yield from (p for p in inside if p.suffix in SUFFIXES and not p.name.startswith("."))


class Reader:
    """Reads the concepts of one file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file = str(path)

    def error(self, message: str, place: Node | int, remedy: str) -> GlossaryError:
        """What is wrong at a node or a line of the file."""
        line = place if isinstance(place, int) else place.line
        return GlossaryError(message, file=self._path, line=line, remedy=remedy)

    def nodes(self, root: Node | None) -> Sequence[Node]:
        """The entries of the file; none where it is empty."""
        if root is None or (isinstance(root, Scalar) and root.empty):
            return ()
        if not isinstance(root, Items):
            raise self.error("is not a list of concepts", root, "begin each concept with `- id:`")
        return root.nodes

    def once(self, concept: Concept, before: Mapping[str, Concept], node: Node) -> None:
        """Refuses an id that an earlier concept has."""
        first = before.get(concept.id)
        if first is not None:
            remedy = f"it stands in {first.file}:{first.line} too"
            raise self.error(f"id {concept.id!r} is used twice", node, remedy)

    def concept(self, node: Node) -> Concept:
        """One entry of the list."""
        if not isinstance(node, Entries):
            raise self.error("is not a concept", node, "begin each concept with `- id:`")
        pairs = node.pairs
        if "id" not in pairs:
            raise self.error("a concept has no id", node, "add `id:`")
        terms = {
            key: self._terms(value, line)
            for key, (value, line) in pairs.items()
            if key not in KEYS and self._is_language(key, line)
        }
        if not terms:
            raise self.error("a concept has no terms", node, "add a language, e.g. `vi:`")
        valid_from, valid_to = self._period(node)
        return Concept(
            id=self._id(pairs["id"][0]),
            terms=terms,
            domain=self._text(node, "domain"),
            guards=self._wordings(node, "guards"),
            case=self._choice(node, "case", CASES) or "any",
            target_case=self._choice(node, "target_case", TARGET_CASES) or "common",
            ambiguous=self._wordings(node, "ambiguous"),
            valid_from=valid_from,
            valid_to=valid_to,
            verified=self._choice(node, "verified", ("true", "false")) == "true",
            source=self._texts(node, "source"),
            note=self._text(node, "note"),
            file=self._file,
            line=node.line,
        )

    def _is_language(self, key: str, line: int) -> bool:
        near = _nearest(key, KEYS)
        if near is None and _LANGUAGE.fullmatch(key):
            return True
        remedy = f"did you mean {near!r}?" if near else f"known are a language and {_list(KEYS)}"
        raise self.error(f"unknown key {key[:60]!r}", line, remedy)

    def _id(self, node: Node) -> str:
        if not isinstance(node, Scalar) or node.empty or not node.value:
            raise self.error("a concept has no id", node, "write one after `id:`")
        if not _ID.fullmatch(node.value):
            remedy = "use up to 100 letters without marks, digits, `-`, `_` and `.`"
            raise self.error(f"{node.value[:60]!r} cannot be an id", node, remedy)
        return node.value

    def _terms(self, node: Node, line: int) -> tuple[Term, ...]:
        nodes = node.nodes if isinstance(node, Items) else [node]
        if not nodes:
            raise self.error("a language has no terms", line, "add one, or take the key out")
        terms = [self._term(n) for n in nodes]
        preferred = [i for i, (_, status) in enumerate(terms) if status is Status.PREFERRED]
        if len(preferred) > 1:
            raise self.error("two terms are preferred", nodes[preferred[1]], "keep one `preferred`")
        double = _double([term.text for term, _ in terms])
        if double is not None:
            text = terms[double][0].text
            raise self.error(f"{text!r} stands twice", nodes[double], "take one out")
        return ordered(terms)

    def _term(self, node: Node) -> tuple[Term, Status | None]:
        """The term, and its status where one is given."""
        if not isinstance(node, Entries):
            return Term(self._wording(node)), None
        self._known(node, ("text", "status", "kind", "forms"))
        if "text" not in node.pairs:
            raise self.error("a term has no text", node, "add `text:`")
        status = self._choice(node, "status", STATUSES)
        kind = self._choice(node, "kind", KINDS) or "term"
        term = Term(self._wording(node.pairs["text"][0]), kind=kind)
        term = replace(term, forms=self._wordings(node, "forms")) if "forms" in node.pairs else term
        return term, Status(status) if status else None

    def _wording(self, node: Node) -> str:
        if not isinstance(node, Scalar):
            raise self.error("a term is not a text", node, "write it as one line of text")
        if node.empty:
            raise self.error("a term is empty", node, "write it out, or take the line out")
        text = regular_term(node.value)
        if wrong := problem(text):
            raise self.error(wrong[0], node, wrong[1])
        return text

    def _wordings(self, node: Entries, key: str) -> tuple[str, ...]:
        return tuple(self._wording(n) for n in self._list(node, key))

    def _texts(self, node: Entries, key: str) -> tuple[str, ...]:
        return tuple(self._line(n, key) for n in self._list(node, key))

    def _text(self, node: Entries, key: str) -> str:
        value = self._value(node, key)
        return "" if value is None else self._line(value, key)

    def _line(self, node: Node, key: str) -> str:
        if not isinstance(node, Scalar) or node.empty:
            raise self.error(f"{key!r} is not a text", node, "write it as text")
        return " ".join(node.value.split())

    def _list(self, node: Entries, key: str) -> Sequence[Node]:
        value = self._value(node, key)
        if value is None:
            return ()
        return value.nodes if isinstance(value, Items) else (value,)

    def _value(self, node: Entries, key: str) -> Node | None:
        value = node.pairs.get(key)
        if value is None or (isinstance(value[0], Scalar) and value[0].empty):
            return None
        return value[0]

    def _choice(self, node: Entries, key: str, known: tuple[str, ...]) -> str | None:
        value = self._value(node, key)
        if value is None:
            return None
        if isinstance(value, Scalar) and value.value in known:
            return value.value
        word = value.value[:60] if isinstance(value, Scalar) else "a list"
        near = _nearest(word, known)
        remedy = f"did you mean {near!r}?" if near else f"known are {_list(known)}"
        raise self.error(f"unknown {key} {word!r}", value, remedy)

    def _known(self, node: Entries, known: tuple[str, ...]) -> None:
        for key, (_, line) in node.pairs.items():
            if key not in known:
                near = _nearest(key, known)
                remedy = f"did you mean {near!r}?" if near else f"known are {_list(known)}"
                raise self.error(f"unknown key {key[:60]!r}", line, remedy)

    def _period(self, node: Entries) -> tuple[date | None, date | None]:
        value = self._value(node, "valid")
        if value is None:
            return None, None
        if not isinstance(value, Entries):
            raise self.error(
                "'valid' is not a period", value, "write `valid: {from: DATE, to: DATE}`"
            )
        self._known(value, ("from", "to"))
        first, last = self._date(value, "from"), self._date(value, "to")
        if first and last and first > last:
            raise self.error("a period ends before it begins", value, "exchange the dates")
        return first, last

    def _date(self, node: Entries, key: str) -> date | None:
        value = self._value(node, key)
        if value is None:
            return None
        word = value.value if isinstance(value, Scalar) else "a list"
        try:
            if _DATE.fullmatch(word):
                return date.fromisoformat(word)
        except ValueError:
            pass
        raise self.error(f"{word[:60]!r} is not a date", value, "write it as 2025-07-01")


@lru_cache(maxsize=256)
def _nearest(word: str, known: tuple[str, ...]) -> str | None:
    near = difflib.get_close_matches(word, known, n=1, cutoff=0.75 if len(word) > 2 else 1.0)
    return near[0] if near else None


def _double(texts: Sequence[str]) -> int | None:
    """Index of the first text that has stood before."""
    if len(set(texts)) == len(texts):
        return None
    return next(i for i, text in enumerate(texts) if text in texts[:i])


def _list(words: Sequence[str]) -> str:
    return ", ".join(words)
