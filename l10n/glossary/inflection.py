"""Regular expressions for a term as a target may inflect it."""

from __future__ import annotations

import re
from itertools import pairwise

from l10n.glossary.lemmas import LANGUAGES
from l10n.glossary.matching import UNSPACED
from l10n.glossary.numerals import ROMAN, ordinal_value, ordinals, roman

_TOKEN = re.compile(r"\w+(?:'\w+)*'?| *- *|\s+|.", re.DOTALL)
_HEAD_BEFORE = frozenset(
    {"of", "for", "in", "on", "at", "to", "from", "with", "under", "abroad", "cum"}
)
_BEHIND = frozenset({"general", "extraordinary"})
"""The word before one of these is a head, and takes the plural: Consuls General."""
_RANKS = frozenset({"major", "lieutenant", "colonel", "brigadier", "senior"})
"""A general of these is one: Major Generals."""
_LEVELS = {
    "provincial": "province",
    "municipal": "city",
    "district": "district",
    "commune": "commune",
    "communal": "commune",
    "ward": "ward",
}
_LEVEL = rf"(?:{'|'.join(_LEVELS)}|city|central|local)"
_ALSO = rf"(?P<also>(?:, {_LEVEL})*,? (?:and|or) {_LEVEL})?"
"""Other levels that share the body's name: `provincial and municipal People's Committees`."""
_BODY = r"(?-i:(?: (?:[^\W\d_a-z][\w'-]{0,30}|of)){1,5})"
_SHARED = rf"(?:{_BODY},)*{_BODY}(?:,? and|,)"
"""Other bodies that share the level: `provincial People's Council and People's Committee`."""
_NAME = r"(?-i:[^\W\d_a-z][\w']{0,30}(?: [^\W\d_a-z][\w']{0,30}){0,3})"

_NUMBERED = re.compile(r"([^\W\d_]+(?: [^\W\d_]+)?) (No\. ?)?(\d[\w/-]*/[\w/-]+|[\ue000-\uf8ff])")
"""A document with its code, or with a slot in its place."""
_NO = r"Nos?\. ?"
_CODES = rf"(?P<also>(?:\d[\w/-]{{0,30}}(?:,? and|,? or|,) (?:{_NO})?){{1,20}})?"
"""Codes of other documents that share the noun: `Conclusions No. 57-KL/TW and 72-KL/TW`."""

_ORDINAL = {
    "en": re.compile(r"(\d{1,3})(?:st|nd|rd|th)"),
    "fr": re.compile(rf"({ROMAN}|\d{{1,3}})(?:er|re|e|ème)"),
}
"""How a term says which one it is: `13th`, `XIIIe`."""
_RANKED = re.compile(r"(\d+(?:st|nd|rd|th)|[\ue000-\uf8ff]) ([^\W\d_].*)")
_RANK = r"(?:\d+(?:st|nd|rd|th)|[IVXLC]+)"
_ORDINALS = rf"(?P<also>(?:, {_RANK}){{0,9}},? (?:and|or) {_RANK})?"
"""Ordinals that share the noun: `13th and 14th tenures`."""
_HEADED = re.compile(r"([A-Z][a-z]+) of ([A-Z].*)")
_FIELDS = (
    r"(?-i:(?P<also>(?:[A-Z][\w'-]{0,30}(?: and)? |[A-Z][\w'-]{0,30}, (?:and )?(?:of )?){0,15}"
    r"[A-Z][\w'-]{0,30}(?:, |,? and )(?:of )?))"
)
"""Fields of others that share the head: `Ministries of Health and Finance`."""


def pattern_of(text: str, language: str) -> str:
    """A pattern for a regular target wording (see `targets`), its inflected forms included.

    English nouns take plural and possessive, and a named place may stand before or in place
    of the level it has (`the Binh Thuan provincial People's Committee`); it is captured. In
    other alphabets, the ends of words are free.
    """
    base = language.partition("-")[0]
    tokens = _TOKEN.findall(text)
    if base in UNSPACED:
        return re.escape(text)
    if base == "ko":  # particles follow the term; names are written with spaces or without
        return "".join(_literal(t).replace(" ", " ?") for t in tokens)
    if base == "vi" or (base in LANGUAGES and base != "en"):
        return "".join(_rank(t, base) or _literal(t) for t in tokens)
    if base != "en":
        return "".join(_loose(t) for t in tokens)
    shared = _sharing(text, language)
    if shared:
        return shared
    heads = _heads(tokens)
    parts = [
        _plural(t) if i in heads else _rank(t, base) or _literal(t) for i, t in enumerate(tokens)
    ]
    return _with_places(tokens, parts)


def _rank(token: str, base: str) -> str:
    """The ordinal in digits, Roman numerals or words, as the language has it; "" for no ordinal."""
    hit = _ORDINAL[base].fullmatch(token) if base in _ORDINAL else None
    number = ordinal_value(hit[1]) if hit else None
    if number is None:
        return ""
    ways = [way for way in ordinals(number, base) if way not in {str(number), roman(number)}]
    either = (f"[{w[0].upper()}{w[0]}]{w[1:]}" if w.islower() and w.isalpha() else w for w in ways)
    return f"(?:{'|'.join(either)})"


def _sharing(text: str, language: str) -> str | None:
    """The pattern of an English wording that may share a noun with others; None for the rest."""
    if hit := _NUMBERED.fullmatch(text):
        head, no, code = hit.groups()
        pattern = f"{pattern_of(head, language)} {_NO if no else ''}{_CODES}{re.escape(code)}"
    elif hit := _RANKED.fullmatch(text):
        rank = _rank(hit[1], "en") or re.escape(hit[1])
        pattern = f"{rank}{_ORDINALS} {pattern_of(hit[2], language)}"
    elif hit := _HEADED.fullmatch(text):
        plural = f"{hit[1][:-1]}ies" if hit[1].endswith("y") else f"{hit[1]}s"
        heads = f"(?:{_plural(hit[1])} of |{plural} of {_FIELDS})"
        pattern = f"{heads}{pattern_of(hit[2], language)}"
    else:
        return None
    return pattern if pattern.count("(?P<also>") == 1 else None


def _literal(token: str) -> str:
    if token.strip() == "-":
        return " ?- ?"
    return " " if token.isspace() else re.escape(token)


def _heads(tokens: list[str]) -> set[int]:
    """Indexes of the words that may stand in the plural."""
    words = [i for i, token in enumerate(tokens) if token[0].isalnum()]
    heads = set()
    last = words[-1:]
    for i, following in pairwise(words):
        behind = tokens[following].lower() in _BEHIND and tokens[i].lower() not in _RANKS
        if following == i + 2 and (behind or tokens[following].lower() in _HEAD_BEFORE):
            heads.add(i)
            last = [] if behind and last == [following] else last
    return {i for i in (*heads, *last) if tokens[i].isalpha() and len(tokens[i]) > 1}


def _plural(word: str) -> str:
    """The word in singular or plural."""
    plain = re.escape(word)
    if re.search(r"(?i)(wo)?man$", word):
        return f"{plain[:-2]}[ae]n"
    if re.search(r"(?i)men$", word):
        return f"{plain[:-2]}[ae]n"
    if word.endswith("ies"):
        return f"{plain[:-3]}(?:y|ies)"
    if re.search(r"[^aeiouAEIOU]y$", word):
        return f"{plain[:-1]}(?:y|ies)"
    if word.endswith("s") and not word.endswith("ss"):
        return f"{plain}?"
    return f"{plain}(?:es)?" if re.search(r"(?:ss|x|z|ch|sh)$", word) else f"{plain}s?"


def _loose(token: str) -> str:
    """A word of an inflecting language: its end may change by up to three letters."""
    if not token.isalpha() or len(token) < 4 or token.isupper():
        return _literal(token)
    stem = max(3, len(token) - 3)
    return f"{re.escape(token[:stem])}\\w{{0,{len(token) - stem + 3}}}"


def _with_places(tokens: list[str], parts: list[str]) -> str:
    at = next(
        (i for i, (t, sep) in enumerate(pairwise(tokens)) if t.lower() in _LEVELS and sep == " "),
        None,
    )
    if at is None:
        return "".join(parts)
    level = _LEVELS[tokens[at].lower()]
    # In the plural the article may go: `Chairmen of provincial People's Committees`.
    before = re.sub(r" the $", " (?:the )?", "".join(parts[:at]))
    after = "".join(parts[at + 2 :])
    shared = f"(?:(?P<shared>{parts[at]}{_SHARED})|{parts[at]}{_ALSO}) "
    named = f"({_NAME} )?{shared}" if before else shared
    if level == "city":
        named = f"(?:{named}|({_NAME} (?i:city)) )"
    return f"(?:{before}{after} of ({_NAME} (?i:{level}))|{before}{named}{after})"
