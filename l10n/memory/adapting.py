"""A remembered target made to fit: numbers and names replaced, where they are all that differs.

Nothing is guessed. A number or name is replaced only where it stands in the target exactly as often
as in its source; who gets an adapted target is told so.
"""

from __future__ import annotations

import re
import unicodedata

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_NAME = re.compile("[{0}]\\w*(?: [{0}]\\w*)*".format(
    "".join(c for c in map(chr, range(0x1F00)) if c.isupper() or c.istitle())
))  # fmt: skip
_PART = re.compile(rf"{_NUMBER.pattern}|(?<!\w){_NAME.pattern}")
"""A number, or words in a row that begin with a capital."""
_SWAPPED = str.maketrans(".,", ",.")
_STROKE = str.maketrans("đĐ", "dD")


def adapted(text: str, source: str, target: str) -> str | None:
    """`target`, which translates `source`, made one of `text`; None where that is not certain.

    `text` and `source` are folded, see `l10n.memory.folded`.
    """
    if _frame(source) != _frame(text):
        return None
    old, new = _PART.findall(source), _PART.findall(text)
    pairs: dict[str, str] = {}
    for before, after in zip(old, new, strict=True):
        if pairs.setdefault(before, after) != after:
            return None  # once changed and once not: which one is which in the target?
    replacements: dict[str, str] = {}
    for before, after in pairs.items():
        if before != after:
            found = _replacements(before, after, target, old.count(before))
            if found is None:
                return None
            replacements.update(found)
    if not replacements:
        return None
    longest_first = sorted(replacements, key=len, reverse=True)
    pattern = re.compile("|".join(_whole(form) for form in longest_first))
    return pattern.sub(lambda hit: replacements[hit[0]], target)


def _frame(text: str) -> str:
    """The text with its numbers and names blotted out."""
    return _PART.sub(lambda hit: "0" if hit[0][0].isdigit() else "A", text)


def _replacements(before: str, after: str, target: str, times: int) -> dict[str, str] | None:
    """What to replace in the target, by what; None where it does not stand there so often."""
    if before[0].isdigit():
        one = "1" in (before, after)  # one day, two days
        unclear = before.isdigit() and not after.isdigit()  # which mark has the target's language?
        if one or unclear:
            return None
        return _found(_number_forms(before, after), target, times)
    whole = _found(_name_forms(before, after), target, times)
    return whole or _found(_name_forms(*_trimmed(before, after)), target, times)


def _found(forms: dict[str, str], target: str, times: int) -> dict[str, str] | None:
    count = sum(len(re.findall(_whole(form), target)) for form in forms)
    return forms if forms and count == times else None


def _number_forms(before: str, after: str) -> dict[str, str]:
    """As it is, and with the decimal mark of the other language."""
    return {before: after, before.translate(_SWAPPED): after.translate(_SWAPPED)}


def _name_forms(before: str, after: str) -> dict[str, str]:
    """As it is, and without Vietnamese marks."""
    return {_plain(before): _plain(after), before: after} if before and after else {}


def _plain(name: str) -> str:
    apart = unicodedata.normalize("NFD", name.translate(_STROKE))
    return "".join(c for c in apart if not unicodedata.combining(c))


def _trimmed(before: str, after: str) -> tuple[str, str]:
    """Without the words that both begin with: `Bà Hoa` and `Bà Lan` differ in the name alone."""
    one, two = before.split(), after.split()
    while one and two and one[0] == two[0]:
        del one[0], two[0]
    return " ".join(one), " ".join(two)


def _whole(form: str) -> str:
    """A pattern of the form as a whole number or whole words."""
    inside = r"[\d.,]*\d" if form[0].isdigit() else ""
    before = r"(?<![\w])(?<!\d[.,])"
    after = rf"(?!\w)(?![.,]{inside})" if inside else r"(?!\w)"
    return before + re.escape(form) + after
