"""What is another country's: `Quốc hội Mỹ` is no National Assembly of the glossary's.

The concepts of a Vietnamese glossary are the bodies, offices and documents of Vietnam. What bears
the same name elsewhere is called otherwise in other languages (`US Congress`, `Chancellor`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from l10n.model import Match
from l10n.patterns import late

_REACH = 60
"""Characters after a name in which its country may stand."""
_MORE = (
    "Mỹ", "Hoa Kỳ", "Anh", "Anh Quốc", "Ý", "Úc", "Ốt-xtrây-li-a", "Nhật", "Hàn", "Nam Hàn",
    "Bắc Hàn", "Nam Triều Tiên", "Scotland", "Wales", "Xứ Wales", "Bắc Ireland", "Liên Xô",
    "Liên bang Nga",
    "Đông Đức", "Tây Đức", "Nam Tư", "Tiệp Khắc", "EU", "châu Âu", "Châu Âu", "Liên minh châu Âu",
    "UAE", "Ả Rập", "Saudi Arabia", "Ukraine", "Hồng Kông", "Hong Kong", "Ma Cao", "Myanmar",
    "Miến Điện", "Lebanon", "Morocco", "Ma-rốc", "Palestine", "Cộng hòa Séc", "Rumani", "Hungari",
    "Bungari", "Đông Timor", "Maroc", "Macedonia", "Catalonia", "California", "Texas",
)  # fmt: skip
"""Other names of countries than Unicode's, countries that were, and parts with governments."""
_ONSET = "[BCDĐGHKLMNPQRSTVX]|Ch|Gh|Gi|Kh|Nh|Ngh?|Ph|Qu|Th|Tr"
_VOWELS = "".join(
    char
    for char in map(chr, range(0xC0, 0x1EFA))
    if unicodedata.normalize("NFD", char)[0] in "AEIOUYaeiouy"
)
_SYLLABLE = rf"(?:{_ONSET})?[aeiouyAEIOUY{_VOWELS}]{{1,3}}(?:c|ch|m|n|ng|nh|p|t)?(?![^\W\d_])"
"""A Vietnamese syllable with a capital."""
_OTHER_WORDS = {
    "Anh": "hùng em chị ấy ta", "Ý": "kiến thức nghĩa chí định", "Nhật": "ký báo trình",
    "Pháp": "luật lệnh lý nhân chế",
}  # fmt: skip
"""What makes another word of a country of one syllable: `Anh hùng`."""
_LINK = (
    r"\s+(?:(?:của|nước|liên bang|lâm thời|đương nhiệm|mãn nhiệm|tiền nhiệm|bang|vùng"
    r"|Vương quốc|Cộng hòa|Cộng hoà|Liên bang|Hợp chúng quốc)\s+){0,3}"
)
_NAMED = (
    r"(?:\s(?!(?:và|với|cho|tại|sang|từ|về|đến|tới|là|đã|sẽ|cùng|do|bị|được|trước|giữa)\b)"
    r"[^\W\d_]+){0,4}?"
)
_BODIES = frozenset({"bộ", "sở", "cục", "vụ"})
"""Words behind which the name of what a body deals with stands: `Bộ Thương mại Hoa Kỳ`."""
_OTHERS = r"(?:nước (?:này|bạn|ngoài|sở tại|láng giềng)|các nước|sở tại|hai nước)(?!\w)"
_PLACES = "admin-unit"
"""The domain of what stands before names of places."""
_STRANGE = rf"(?!{_SYLLABLE})[A-Z][a-z]{{2,}}(?!\w)"
"""A word that no Vietnamese would spell so: `New York`, `Kansas`."""
_STRANGE_PLACE = late(rf"\s+{_STRANGE}")
_STRANGER = late(rf"(?<!\w){_STRANGE}")
_NAME = late(rf"\s{_SYLLABLE}")
_HOME = frozenset(
    ["Việt Nam", "Hà Nội", "TP HCM", "TP.HCM", "TP. HCM", "Hồ Chí Minh", "Sài Gòn", "Đà Nẵng",
     "Hải Phòng", "Cần Thơ", "Huế", "Bộ Chính trị", "Tổng Bí thư", "Trung ương Đảng", "UBND",
     "HĐND", "nước ta", "Đảng ta", "Đảng bộ", "VND", "VNĐ"]
)  # fmt: skip
"""One of which, or a person, is in nearly every article about Vietnam."""
_SURNAMES = frozenset(
    ["Nguyễn", "Trần", "Phạm", "Đặng", "Bùi", "Đỗ", "Ngô", "Lê", "Vũ", "Võ", "Phan", "Huỳnh",
     "Hoàng", "Trương", "Đinh", "Đào", "Đoàn", "Trịnh", "Tô"]
)  # fmt: skip
_FEWEST = 6
"""Names from abroad that an article about nothing else has, a country counting for two."""


def is_foreign(source: str, match: Match) -> bool:
    """Whether a match in a Vietnamese source is of another country: `Thủ tướng Anh`."""
    if "Việt Nam" in match.term:
        return False
    after = unicodedata.normalize("NFC", source[match.end : match.end + _REACH])
    if match.concept.domain == _PLACES and _STRANGE_PLACE.match(after):
        return True
    named = match.text.lower() in _BODIES
    return (_of_named_country() if named else _of_country()).match(after) is not None


def is_abroad(texts: Iterable[str]) -> bool:
    """Whether an article is about other countries alone, by its Vietnamese texts."""
    text = unicodedata.normalize("NFC", "\n".join(texts))
    words, automaton = _words()
    mentions = 0
    for index, start, end in automaton.find_matches_as_indexes(text):
        if text[start - 1 : start].isalnum() or text[end : end + 1].isalnum():
            continue
        if words[index] in _HOME or (
            words[index] in _SURNAMES and _NAME.match(text, end) is not None
        ):
            return False
        mentions += 2 * (words[index] not in _SURNAMES)
    return mentions >= _FEWEST or mentions + len(_STRANGER.findall(text)) >= _FEWEST


@cache
def _names() -> tuple[str, ...]:
    from babel import Locale  # slow to import

    territories = Locale("vi").territories
    named = {name for code, name in territories.items() if len(code) == 2} | {*_MORE}
    named -= {territories["VN"], territories["UN"]}
    return tuple(sorted(named, key=len, reverse=True))


@cache
def _of_country() -> re.Pattern[str]:
    return re.compile(_LINK + _country())


@cache
def _of_named_country() -> re.Pattern[str]:
    return re.compile(_NAMED + _LINK + _country())


def _country() -> str:
    whole = "|".join(
        re.escape(name) for name in _names() if " " in name or not _NAME.match(f" {name}")
    )
    short = "|".join(
        _alone(name) for name in _names() if " " not in name and _NAME.match(f" {name}")
    )
    return rf"(?:(?:{whole})(?!\w)|{short}|{_OTHERS})"


def _alone(name: str) -> str:
    """A country of one syllable, where it is one: `huyện Đức Thọ` has none."""
    others = "|".join([_SYLLABLE, *_OTHER_WORDS.get(name, "").split()])
    return rf"{name}(?!\w)(?!\s(?:{others}))"


@cache
def _words() -> tuple[list[str], AhoCorasick]:
    words = [*_HOME, *_SURNAMES, *_names()]
    return words, AhoCorasick(words, matchkind=MatchKind.LeftmostLongest)
