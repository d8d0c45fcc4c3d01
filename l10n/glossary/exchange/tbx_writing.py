"""Concepts to TBX version 3: the Basic and the Min dialect, in the DCA or the DCT style.

A concept's fields stand where the dialect has a category for them, and else in notes of a
documented form (see `notes`), so that nothing is lost on the way there and back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from l10n.glossary.exchange import notes
from l10n.glossary.exchange import vocabulary as tbx
from l10n.model import Concept, Term

_REFERENCE = re.compile(r"(?:(?P<text>.+) <(?P<target>[^<>]+)>|(?P<bare>.+))")
# What RFC 3986 lets stand in an address; anything else would have to be rewritten.
_PART = r"(?:[A-Za-z0-9._~:/?@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})"
_ADDRESS = re.compile(rf"https?://{_PART}+(?:#{_PART}*)?")
_UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_tbx(
    concepts: Iterable[Concept],
    *,
    language: str,
    dialect: str = "TBX-Basic",
    style: str = "dca",
    languages: Sequence[str] | None = None,
) -> Iterator[str]:
    """The pieces of a TBX document, to be joined and encoded as UTF-8.

    `language` is that of the notes, `dialect` TBX-Basic or TBX-Min, `style` dca or dct; with
    `languages`, only terms in these are written, and concepts that have some.
    """
    writer = _Writer(dialect, style, languages)
    spaces = f' xmlns:min="{tbx.MIN}" xmlns:basic="{tbx.BASIC}"' if style == "dct" else ""
    if dialect == "TBX-Min":
        spaces = spaces.partition(" xmlns:basic")[0]
    yield (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<tbx type="{dialect}" style="{style}" xml:lang="{language}"'
        f' xmlns="{tbx.NAMESPACE}"{spaces}>\n'
        "  <tbxHeader>\n    <fileDesc>\n      <sourceDesc>\n"
        "        <p>Exported by l10n; notes that begin with l10n- hold what TBX has no place for."
        "</p>\n      </sourceDesc>\n    </fileDesc>\n  </tbxHeader>\n  <text>\n"
    )
    opening = "    <body>\n"
    for concept in concepts:
        entry = writer.entry(concept)
        if entry:
            yield opening + entry
            opening = ""
    # A body needs an entry; a text needs no body.
    yield ("" if opening else "    </body>\n") + "  </text>\n</tbx>\n"


class _Writer:
    def __init__(self, dialect: str, style: str, languages: Sequence[str] | None) -> None:
        self._basic = dialect == "TBX-Basic"
        self._dct = style == "dct"
        self._languages = languages

    def entry(self, concept: Concept) -> str:
        """The `conceptEntry`, or "" for a concept without terms in the wanted languages."""
        sections = [
            self._section(tag, terms)
            for tag, terms in concept.terms.items()
            if self._languages is None or tag in self._languages
        ]
        if not sections:
            return ""
        # An XML id may not begin with a digit.
        id_ = f"_{concept.id}" if concept.id[0].isdigit() else concept.id
        lines = [f'      <conceptEntry id="{id_}">']
        if concept.domain:
            lines.append(self._category("descrip", "min", "subjectField", concept.domain))
        lines += [self._source(source) for source in concept.source]
        if concept.note:
            lines.append(_note(notes.of_person(concept.note)))
        lines += [_note(note) for note in notes.of_concept(concept)]
        body = "".join(f"        {line}\n" for line in lines[1:])
        return f"{lines[0]}\n{body}{''.join(sections)}      </conceptEntry>\n"

    def _source(self, source: str) -> str:
        if self._basic:
            return self._category("admin", "basic", "source", source)
        hit = _REFERENCE.fullmatch(source)
        target = (hit["target"] or hit["bare"]) if hit else ""
        if hit and _ADDRESS.fullmatch(target):
            text = hit["text"] or target
            return self._category("xref", "min", "externalCrossReference", text, target)
        return _note(f"l10n-source: {source}")

    def _section(self, language: str, terms: Iterable[Term]) -> str:
        inside = "".join(self._term(term) for term in terms)
        return f'        <langSec xml:lang="{language}">\n{inside}        </langSec>\n'

    def _term(self, term: Term) -> str:
        status = tbx.STATUS_OUT[term.status]
        lines = [
            f"<term>{_text(term.text)}</term>",
            self._category("termNote", "min", "administrativeStatus", status),
        ]
        if self._basic and term.kind in tbx.KINDS_OUT:
            lines.append(self._category("termNote", "basic", "termType", tbx.KINDS_OUT[term.kind]))
        lines += [_note(note) for note in notes.of_term(term, has_types=self._basic)]
        body = "".join(f"            {line}\n" for line in lines)
        return f"          <termSec>\n{body}          </termSec>\n"

    def _category(self, meta: str, module: str, name: str, text: str, target: str = "") -> str:
        to = f" target={quoteattr(target)}" if target else ""
        if self._dct:
            return f"<{module}:{name}{to}>{_text(text)}</{module}:{name}>"
        return f'<{meta} type="{name}"{to}>{_text(text)}</{meta}>'


def _note(text: str) -> str:
    return f"<note>{_text(text)}</note>"


def _text(text: str) -> str:
    # Control characters cannot be in XML at all; glossary files hold them only as escapes.
    return escape(_UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", text))
