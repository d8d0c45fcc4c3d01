"""File names for articles."""

from __future__ import annotations

import hashlib
import re
import unicodedata

MAX_LENGTH = 80
"""Characters of a slug; file systems take 255 bytes with suffix, addresses read better short."""
_MARKS = re.compile("[\u0300-\u036f]+")


def slug(title: str) -> str:
    """The ASCII form of a title: lower case, words joined by `-`, at most 80 characters.

    `Đ` is `d`, tones and other marks are dropped, and a long title is cut at a word. Nothing is
    transliterated: a title without Latin letters or digits gives `article-` and six hexadecimal
    digits of its hash, so that two such titles do not meet. The result is never empty and never
    a path.
    """
    folded = fold(title).replace("ß", "ss").replace("æ", "ae").replace("œ", "oe")
    name = "-".join(re.findall(r"[a-z0-9]+", folded.replace("ø", "o").replace("ł", "l")))
    if not name:
        return f"article-{hashlib.sha256(title.encode('utf-8', 'replace')).hexdigest()[:6]}"
    if len(name) > MAX_LENGTH:
        head = name[: MAX_LENGTH + 1]
        name = head.rpartition("-")[0] or name[:MAX_LENGTH]
    return name


def fold(text: str) -> str:
    """`text` in lower case without marks, `đ` as `d`: for slugs and for comparing wordings."""
    return _MARKS.sub("", unicodedata.normalize("NFKD", text.casefold().replace("đ", "d")))
