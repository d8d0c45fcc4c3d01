"""Faults of the kinds that translators and engines make, planted in right translations.

Each function takes source, target, language and a random generator, and gives the target with one
fault, or None where it has no room for it. They know nothing of the checks.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping

Plant = Callable[[str, str, str, random.Random], str | None]

_NUMBER = re.compile(r"(?<![\w/.-])\d[\d.,/:-]*")
_SCALES: Mapping[str, tuple[tuple[str, str], ...]] = {
    "en": (
        ("billions", "millions"), ("billion", "million"), ("bn", "m"), ("millions", "billions"),
        ("million", "billion"), ("thousand", "million"), ("trillion", "billion"),
    ),
    "fr": (
        ("milliards", "millions"), ("milliard", "million"), ("millions", "milliards"),
        ("million", "milliard"), ("mille", "millions"),
    ),
    "es": (
        ("mil millones", "millones"), ("millones", "mil millones"), ("millón", "billón"),
        ("mil", "millones"), ("billones", "millones"),
    ),
}  # fmt: skip
_NEGATIONS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "en": (
        (r"\bcan(?:no|['’])t\b", "can"), (r"\bwon['’]t\b", "will"), (r"(?<=\w)n['’]t\b", ""),
        (r"\bnot\s", ""), (r"\bnever\s", ""), (r"\bno\s", ""),
    ),
    "fr": (
        (r"\b(?:ne\s|n['’])([^.,;]{1,40}?)\s(?:pas|jamais|rien|plus)\b", r"\1"),
        (r"\bjamais\s", ""), (r"\bnon\s", ""), (r"\bne\s([^.,;]{1,40}?)\saucune?\s", r"\1 une "),
    ),
    "es": ((r"\bno\s", ""), (r"\bnunca\s", ""), (r"\bningún\s", "algún "), (r"\bsin\s", "con ")),
}  # fmt: skip
NAMES = ("Henderson", "Takahashi", "Fernández", "Kowalski", "Nguyen", "Brockton", "Osaka", "Müller")
_CAPITALISED = re.compile(r"[A-ZÀ-ÝĐ][\w’'-]*[^\W\d_]")
_QUOTES = re.compile('[“”«»„"]|(?<!\\w)‘(?=\\w)|(?<=[\\w.,!?])’(?!\\w)')


def digit(_source: str, target: str, _language: str, rng: random.Random) -> str | None:
    """One digit of a number is another."""
    places = [
        m.start() + i
        for m in _NUMBER.finditer(target)
        for i, char in enumerate(m[0])
        if char.isdecimal()
    ]
    if not places:
        return None
    at = rng.choice(places)
    other = rng.choice([d for d in "123456789" if d != target[at]])
    return target[:at] + other + target[at + 1 :]


def scale(_source: str, target: str, language: str, rng: random.Random) -> str | None:
    """A million for a billion, and their like."""
    return _one_of(
        [(rf"(?<![\w’'-]){word}(?![\w-])", other) for word, other in _SCALES[language]], target, rng
    )


def negation(_source: str, target: str, language: str, rng: random.Random) -> str | None:
    """A word that denies is gone."""
    return _one_of(_NEGATIONS[language], target, rng)


def cut(_source: str, target: str, _language: str, rng: random.Random) -> str | None:
    """The first 40% are left, of characters or of words."""
    words = target.split()
    if len(words) < 6:
        return None
    if rng.random() < 0.5:
        return target[: int(len(target) * 0.4)].rstrip()
    return " ".join(words[: int(len(words) * 0.4)])


def doubled(_source: str, target: str, _language: str, rng: random.Random) -> str | None:
    """A word stands twice."""
    words = list(re.finditer(r"[^\W\d_]{2,}(?=[\s.,;:!?]|$)", target))
    if not words:
        return None
    word = words[0] if rng.random() < 0.15 else rng.choice(words)
    again = word[0].lower() if word.start() == 0 and rng.random() < 0.7 else word[0]
    return f"{target[: word.end()]} {again}{target[word.end() :]}"


def name(source: str, target: str, _language: str, rng: random.Random) -> str | None:
    """A name that both sides have is another one, wherever it stands."""
    there = set(_CAPITALISED.findall(source))
    found = [
        m[0]
        for m in _CAPITALISED.finditer(target)
        if m[0] in there and len(m[0]) > 2 and not m[0].isupper()
    ]
    if not found:
        return None
    old = rng.choice(found)
    new = rng.choice([n for n in NAMES if n not in target and n not in source])
    return re.sub(rf"(?<!\w){re.escape(old)}(?!\w)", new, target)


def quotation(_source: str, target: str, _language: str, rng: random.Random) -> str | None:
    """One quotation mark is gone."""
    places = list(_QUOTES.finditer(target))
    if len(places) < 2:
        return None
    mark = rng.choice(places)
    if mark[0] == "«":
        return target[: mark.start()] + target[mark.end() :].lstrip()
    if mark[0] == "»":
        return target[: mark.start()].rstrip() + target[mark.end() :]
    return target[: mark.start()] + target[mark.end() :]


def _one_of(
    rules: tuple[tuple[str, str], ...] | list[tuple[str, str]], text: str, rng: random.Random
) -> str | None:
    """`text` with one place changed by one of the rules that fit."""
    fitting = [
        (match, other)
        for pattern, other in rules
        for match in re.finditer(pattern, text, re.IGNORECASE)
    ]
    if not fitting:
        return None
    match, other = rng.choice(fitting)
    changed = text[: match.start()] + match.expand(other) + text[match.end() :]
    return changed[:1].upper() + changed[1:] if text[:1].isupper() else changed


FAULTS: Mapping[str, tuple[Plant, int]] = {
    "a digit changed": (digit, 95),
    "million for billion": (scale, 90),
    "negation dropped": (negation, 60),
    "cut at 40%": (cut, 90),
    "a doubled word": (doubled, 95),
    "a name swapped": (name, 90),
    "a quotation mark lost": (quotation, 90),
}
"""What is planted, and the share in per cent that the checks have to find."""
