"""Captions and their credits ("… Ảnh: TTXVN"), and the signatures that end or open an article."""

from __future__ import annotations

import re

_LABEL = (
    r"(?:ảnh|hình)(?:\s+(?:minh\s+h[ọo]a|minh\s+hoạ|tư\s+liệu|chụp\s+màn\s+hình|chụp|bìa|cắt\s+từ"
    r"\s+clip|đại\s+diện))?|nguồn(?:\s+ảnh)?|(?:tin,?\s+)?ảnh\s+(?:và|&)\s+clip|đồ\s+h[ọo]a"
    r"|đồ\s+hoạ"
    r"|video|clip|infographics?|photos?|photograph|picture|image|credits?|source"
    r"|cr[ée]dits?(?:\s+photo)?|fotos?|fotograf[íi]a|imagen"
)
_CREDIT = re.compile(
    rf"(?:^|(?<=[\s.!?…,;”\"»)(\[|/–—-]))"
    rf"(?P<credit>(?:(?:{_LABEL})\s?[:/]|(?:photo|photograph|picture|image|foto)s?\s+(?:by|courtesy"
    rf"\s+of|credit|de|par)\b|©|\(c\)\s)\s*(?P<who>[^:]{{1,80}}?))\s*[)\]]?\s*\.?\s*$",
    re.IGNORECASE,
)
# Agencies sign photos without a label, in brackets or after a stop: "… (AP)", "… REUTERS/A. Bee".
_AGENCY = re.compile(
    r"(?:^|[.!?…]\s+|\s[-–—|]\s|\()(?P<credit>(?:REUTERS|AFP|AP|EFE|EPA|Reuters|Getty Images"
    r"|TTXVN|VNA"
    r"|Xinhua|Shutterstock)(?:\s?[/|-]\s?[^.()]{2,40}|\s+via\s+[A-Z][\w ]{1,20}|\s+Photo)?)\)?\.?$"
)
_MAX_CREDIT_WORDS = 9
_MAX_CAPTION_WORDS = 110
_EDGES = " \t-–—|/([;,"

_ROLE = re.compile(
    r"^\(?(?:(?:tác giả|thực hiện|biên soạn|người viết|phóng viên|bài viết|nhóm phóng viên"
    r"|(?:bài|tin)(?:,?\s+(?:và\s+)?(?:ảnh|video|clip))*|author|written by|auteur|autor)\s?:"
    r"|by|par|por|texte?\s?:)\s*(?P<who>\S.{1,80})$",
    re.IGNORECASE,
)
_ACCORDING = re.compile(
    r"^\(?\s*(?:theo|nguồn\s?:|nguồn\s+tin\s?:|source\s?:)\s*\S.{1,60}$", re.IGNORECASE
)
_REPORTER = re.compile(
    r"(?:p\.?\s?v\.?|nhóm\s+p\.?v\.?|ctv|btv|nhóm\s+phóng\s+viên|ban\s+biên\s+tập"
    r"|[A-ZĐ](?:\.\s?[A-ZĐ]){1,3}\.?)(?:\s*[-–/,(]\s*|\s+|$)(?P<who>.{0,40})",
    re.IGNORECASE,
)
_NAME_WORD = re.compile(r"[^\W\d_][\w'’.-]*\.?")
_MAIL = re.compile(r"[(\[<]?[\w.+-]{1,60}@[\w.-]{1,60}[)\]>]?")
_SMALL = frozenset(
    ("và", "and", "de", "del", "du", "von", "van", "der", "la", "le", "et", "y", "tổng", "hợp")
)


def split_credit(text: str) -> tuple[str, str] | None:
    """Caption and credit of a line that ends in a credit, else None.

    The credit is as printed, with its label and without the brackets around it; the caption is
    "" where the line is a credit alone.
    """
    match = _CREDIT.search(text) or _AGENCY.search(text)
    if match is None:
        return None
    caption, credit = text[: match.start("credit")].rstrip(_EDGES), match["credit"].strip()
    if len(credit.split()) > _MAX_CREDIT_WORDS or len(caption.split()) > _MAX_CAPTION_WORDS:
        return None
    return caption.strip(), credit.rstrip(")] ").strip()


def is_bare_credit(text: str) -> bool:
    """Whether the line is a credit and nothing else ("Ảnh: TTXVN")."""
    found = split_credit(text)
    return found is not None and not found[0]


def signature(text: str) -> str:
    """The author in a line that is a signature and nothing else, as printed, else "".

    Labels ("Tác giả:") and brackets go; "Theo TTXVN" stays, because it says more than a name.
    """
    text = _MAIL.sub("", text).strip(" -–—|•")
    if not text or len(text) > 100:
        return ""
    role = _ROLE.match(text)
    if role and is_name(role["who"].rstrip(").")):
        return role["who"].rstrip("). ")
    bare = text[1:].removesuffix(")").strip() if text.startswith("(") else text
    if _ACCORDING.match(text) and len(text.split()) <= 10 and not text.endswith((":", "?")):
        return re.sub(r"(?i)^(?:nguồn(?:\s+tin)?|source)\s?:\s*", "", bare)
    reporter = _REPORTER.fullmatch(bare)
    if is_name(bare) or (
        reporter and (not reporter["who"] or is_name(reporter["who"].rstrip(")")))
    ):
        return bare
    return ""


def is_name(text: str) -> bool:
    """Whether `text` looks like people's names: short, every word with a capital."""
    text = re.sub(
        r"\((?:tổng hợp|thực hiện|ghi|lược dịch|dịch|th|t/h)\)", "", text, flags=re.IGNORECASE
    )
    words = _NAME_WORD.findall(text)
    if re.search(r"\w\w\.$", text):  # a sentence of one word or two
        return False
    if not 1 <= len(words) <= 10 or re.search(r"[\d?!:;“”\"«»…]", text):
        return False
    if any(word[0].islower() and word.lower() not in _SMALL for word in words):
        return False
    return any(word[0].isupper() and len(word.strip("-")) > 1 for word in words)
