"""Texts as they should be typeset: what typography checks compare with, and `check --fix` writes.

Each function takes target, source and primary subtag of the target language, and gives the target
back with one thing right. Rules are those of the Chicago Manual (English), the Imprimerie nationale
(French), the RAE (Spanish), Duden (German), GB/T 15834 (Chinese) and JIS X 4051 (Japanese).
"""

from __future__ import annotations

import calendar
import re
import unicodedata
from collections.abc import Callable, Mapping

from l10n.checks.text import has_any
from l10n.checks.values.languages import scale_after
from l10n.patterns import late

_BLANKS = " \u00a0\u202f"
_RUN = re.compile(r"(?<=\S)[ \u00a0\u202f]{2,}(?=\S)")
_FRENCH_BEFORE = late(
    r"(?<=[^\W_]|[)»”%])[ \u00a0\u202f]?([:;!?](?=[\s»”)]|$)|»(?=[\s»”),.:;!?…]|$))"
)
_FRENCH_AFTER = late(r"«[ \u00a0\u202f]?(?=\S)")
_HAN = r"[\u3041-\u30ff\u3400-\u9fff]"
_HALF = late(rf"(?<={_HAN})([,;:!?.])[ ]?(?=$|[\s”」』）]|{_HAN})")
_FULL = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？", ".": "。"}
_FULL_WIDTH = frozenset({"zh", "ja"})
_MARKS = "".join([*_FULL, *_FULL.values(), "、"])
_NUMBER = re.compile(r"(?<![\d.,/-])\d+(?:[.,]\d+)+(?![\w/-]|[.,]\d)")
_PARTED = re.compile(r"\d[.,]\d")
_GROUPED = re.compile(r"(?<![\d.,/-])[1-9]\d{0,2}(?:,\d{2,3}){2,5}(?![\w/-]|[.,]\d)")
_POINTS = re.compile("[.,]")
_SWAP = str.maketrans(".,", ",.")
_DOT = frozenset({"en", "zh", "ja", "ko"})
_COMMA = frozenset({"fr", "ru", "de"})
_STRAIGHT = re.compile(r'(?<![\w"])"([^"\n]{1,2000})"(?![\w"])')
_PAIRS = {
    "en": "“”", "fr": "«\u202f|\u202f»", "es": "“”", "de": "„“", "ru": "«»", "zh": "“”",
    "ja": "「」", "ko": "“”",
}  # fmt: skip


_CLOSE = re.compile(r"[,;][^\W\d_]{2}")
_TIGHT = re.compile(r"([,;])(?<=[^\W\d_]{2}[,;])(?=[^\W\d_]{2})")


def _beside(opening: str, closing: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Spaces too many before marks and after them, of a language with these quotation marks."""
    ends = rf"[,;:!?.][\s{closing}’\"'»)]|[,;:!?.]$|[)\]{closing}]"
    return (
        late(rf"(?<=[^\W_])[ \u00a0\u202f]+(?={ends})"),
        late(rf"(?<=[(\[{opening}])[ \u00a0\u202f]+(?=\S)"),
    )


_BESIDE = {"„": _beside("„", "“”"), "“": _beside("“", "”"), "”": _beside("", "")}
"""By what opens a quotation; Swedish and Finnish close with the same mark."""
_ALIKE = frozenset({"sv", "fi"})
_LOOSE = (*(f" {mark}" for mark in ",;:!?.)“”]"), *(f"{mark} " for mark in "([“„"))
"""A space too many beside a mark, perhaps: what is quicker to look for than the pattern."""
_UNSPACED = frozenset({"zh", "ja", "th", "lo", "km", "my"})


def spaces(target: str, source: str, language: str) -> str:
    """Without spaces too many, with one after a comma; with French no-break spaces."""
    text = source[: -len(source.lstrip(" ")) or None] + target.lstrip(" ")
    text = text.rstrip(" ")
    if language not in _FULL_WIDTH or text[-1:] not in _MARKS:  # which have their own space
        text += source[len(source.rstrip(" ")) :]
    if "  " in _plain(text):
        text = _RUN.sub(" ", text)
    if language not in _UNSPACED and not has_any(text, ("://", "@", "`")):
        text = _TIGHT.sub(r"\1 ", text) if _CLOSE.search(text) else text
    if language == "fr":
        text = _FRENCH_BEFORE.sub(_no_break, text)
        return _FRENCH_AFTER.sub(
            lambda m: m[0] if len(m[0]) > 1 and m[0][1] != " " else "«\u202f", text
        )
    if has_any(_plain(text), _LOOSE):
        opening = "„" if "„" in text or language == "de" else "”" if language in _ALIKE else "“"
        before, after = _BESIDE[opening]
        text = after.sub("", before.sub("", text))
    return text


def _plain(text: str) -> str:
    """With plain spaces alone."""
    return text if text.isascii() else text.replace("\u00a0", " ").replace("\u202f", " ")


def _no_break(match: re.Match[str]) -> str:
    space = match[0][0]
    if space in "\u00a0\u202f":
        return match[0]
    return ("\u00a0" if match[1] == ":" else "\u202f") + match[1]


def full_width(target: str, _source: str, language: str) -> str:
    """With full-width marks after Chinese and Japanese letters."""
    if language not in _FULL_WIDTH:
        return target
    marks = _FULL | {",": "、"} if language == "ja" else _FULL
    return _HALF.sub(lambda m: marks[m[1]], target)


def separators(target: str, source: str, language: str) -> str:
    """With numbers that were copied, or are grouped in no way, as the target language has them."""
    if not _PARTED.search(target):
        return target
    right = _copied(target, source, language) if language in _DOT | _COMMA else {}
    if language in _DOT:
        said = {_POINTS.sub("", number) for number in _NUMBER.findall(source)}
        for number in _GROUPED.findall(target):
            if (plain := _POINTS.sub("", number)) in said:
                right[number] = f"{int(plain):,}"
    return _NUMBER.sub(lambda m: right.get(m[0], m[0]), target)


def _copied(target: str, source: str, language: str) -> dict[str, str]:
    """The numbers of a source that a target may have as they are, and as it should."""
    right: dict[str, str] = {}
    for found in _NUMBER.finditer(source):
        number, scaled = found[0], scale_after(source, found.end(), "vi")
        # `2,148 tỷ` has decimals, and `1.576 tỷ` may be `1.576 trillion`.
        foreign = () if scaled > 1 and "," in number else (number.translate(_SWAP),)
        for written in filter(_vietnamese, (number, *foreign)):
            if scaled > 1 and _rescaled(number, target, language) == 1000 * scaled:
                continue
            right[written] = _turned(written, language)
            if language in _COMMA:
                right[written.translate(_SWAP)] = right[written]
    return right


def _rescaled(number: str, target: str, language: str) -> int:
    """The scale that the target has after a number whose mark for thousands is its decimal mark."""
    written = number.translate(_SWAP) if language in _COMMA else number
    at = target.find(written)
    return scale_after(target, at + len(written), language) if at >= 0 else 1


def _vietnamese(number: str) -> bool:
    """Whether a number can only be read in the Vietnamese way: `15,7`, `1.250`, `1.234,5`."""
    whole, comma, rest = number.partition(",")
    groups = whole.split(".")
    if "," in rest or "." in rest or any(len(group) != 3 for group in groups[1:]):
        return False
    if len(groups) > 1:
        return len(groups[0]) <= 3 and groups[0] != "0"
    return bool(comma) and len(rest) != 3


def _turned(number: str, language: str) -> str:
    if language in _DOT:
        return number.translate(_SWAP)
    return number.replace(".", {"fr": "\u202f", "ru": "\u00a0"}.get(language, "."))


def quotes(target: str, _source: str, language: str) -> str:
    """With the quotation marks of the language for straight ones."""
    pair = _PAIRS.get(language)
    if not pair or '"' not in target or "<" in target:
        return target
    opening, closing = pair.split("|") if "|" in pair else (pair[0], pair[1])

    def turned(match: re.Match[str]) -> str:
        inner = match[1].strip(_BLANKS)
        return f"{opening}{inner}{closing}" if inner else match[0]

    return _STRAIGHT.sub(turned, target)


_HYPHEN = re.compile(
    r"(?<=(?P<left>[^\W_]))(?P<close>[)”’%]?)(?: --? |--)(?=[(“‘]?(?P<right>[^\W_]))"
)
_YEARS = re.compile(r"(?<![\w.,/-])(\d{4}) - (?=\d{4}(?![\w/-]|[.,]\d))")
_DASH = {"en": "–", "fr": "–", "de": "–", "ru": "—"}


def dashes(target: str, _source: str, language: str) -> str:
    """With dashes for hyphens between spaces, but for those of names: Ba Ria - Vung Tau."""
    dash = _DASH.get(language)
    if not dash or ("- " not in target and "--" not in target):
        return target
    text = _YEARS.sub(r"\1–", target) if language == "en" else target

    def turned(match: re.Match[str]) -> str:
        name = match["right"].isupper() and _word_before(text, match.start()).istitle()
        return match[0] if name else f"{match['close']} {dash} "

    return _HYPHEN.sub(turned, text)


def _word_before(text: str, end: int) -> str:
    return re.split(r"\W", text[max(0, end - 40) : end])[-1]


_VI_DATE = re.compile(
    r"(?:\b(?:ngày|sáng|trưa|chiều|tối|đêm|hôm|đến)\s+(?=\d{1,2}/\d{1,2}(?![\w/]|[.,]\d))"
    r"|(?<![\w/.,-])(?=\d{1,2}/\d{1,2}/\d{4}(?![\w/])))"
    r"(?P<date>(?P<day>\d{1,2})/(?P<month>\d{1,2})(?:/(?P<year>\d{4}))?)",
    re.IGNORECASE,
)
"""A day of the calendar as Vietnamese writes it in figures."""
_FIGURES = re.compile(r"(?<![\w/.,-])\d{1,2}/\d{1,2}(?:/\d{4})?(?![\w/]|[.,-]\d)")
"""What was copied from it."""


def dates(target: str, source: str, language: str) -> str:
    """With the month's name for dates that were copied: `8/1` is August 1 to many."""
    if language != "en" or "/" not in target:
        return target
    named = {
        m["date"]: _in_words(int(m["day"]), int(m["month"]), m["year"])
        for m in _VI_DATE.finditer(source)
        if 1 <= int(m["month"]) <= 12 and 1 <= int(m["day"]) <= 31
    }
    return _FIGURES.sub(lambda m: named.get(m[0], m[0]), target)


def _in_words(day: int, month: int, year: str | None) -> str:
    return f"{calendar.month_name[month]} {day}" + (f", {year}" if year else "")


def composed(target: str, _source: str, _language: str) -> str:
    """In Unicode form NFC."""
    return unicodedata.normalize("NFC", target)


TIDY: Mapping[str, Callable[[str, str, str], str]] = {
    "decomposed": composed,
    "quotes": quotes,
    "spaces": spaces,
    "full-width": full_width,
    "separators": separators,
    "dashes": dashes,
    "dates": dates,
}
"""By the id of the check, in the order in which they are applied."""


def tidied(target: str, source: str, language: str, ids: frozenset[str]) -> str:
    """The target with all put right that the checks `ids` would report."""
    for check, tidy in TIDY.items():
        if check in ids:
            target = tidy(target, source, language)
    return target
