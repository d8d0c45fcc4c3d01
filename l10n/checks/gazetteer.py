"""Names that the checks know: places of Vietnam, and how surnames are spelled elsewhere."""

from __future__ import annotations

import unicodedata

from l10n.checks.text import folded

_PLACES = (
    "An Giang|Bà Rịa|Vũng Tàu|Bắc Giang|Bắc Kạn|Bạc Liêu|Bắc Ninh|Bến Tre|Bình Định|Bình Dương"
    "|Bình Phước|Bình Thuận|Buôn Ma Thuột|Cà Mau|Cần Thơ|Cao Bằng|Côn Đảo|Đà Lạt|Đà Nẵng|Đắk Lắk"
    "|Đắk Nông|Điện Biên|Điện Biên Phủ|Đồng Nai|Đồng Tháp|Gia Lai|Hà Giang|Hạ Long|Hà Nam|Hà Nội"
    "|Hà Tĩnh|Hải Dương|Hải Phòng|Hậu Giang|Hồ Chí Minh|Hội An|Huế|Hưng Yên|Khánh Hòa|Kiên Giang"
    "|Kon Tum|Lai Châu|Lâm Đồng|Lạng Sơn|Lào Cai|Long An|Nam Định|Nghệ An|Nha Trang|Ninh Bình"
    "|Ninh Thuận|Phan Thiết|Phú Quốc|Phú Thọ|Phú Yên|Quảng Bình|Quảng Nam|Quảng Ngãi|Quảng Ninh"
    "|Quảng Trị|Quy Nhơn|Sa Pa|Sóc Trăng|Sơn La|Tây Ninh|Thái Bình|Thái Nguyên|Thanh Hóa"
    "|Thừa Thiên Huế|Tiền Giang|Trà Vinh|Tuyên Quang|Vĩnh Long|Vĩnh Phúc|Yên Bái"
)
"""Provinces and towns of Vietnam; not those that are other words too: `Hòa Bình`, `Vinh`."""


def spelled(name: str) -> str:
    """A name in lower case, marks after the letters of their syllable: `Hoà` is as `Hòa`."""
    parts = (unicodedata.normalize("NFD", word) for word in name.lower().split())
    return " ".join("".join(sorted(word, key=unicodedata.combining)) for word in parts)


PLACES = frozenset(map(spelled, _PLACES.split("|")))
FIRST = frozenset(folded(name.split()[0]) for name in _PLACES.split("|"))
"""How places begin, folded: what else begins a run of capitals need not be spelled."""
CHINESE = frozenset(map(spelled, ("Hà Nam", "Tây Ninh")))
"""Places that have a namesake in China, which other languages call otherwise."""
BEFORE = frozenset({"tp", "t.p", "bao", "tinh", "dai", "so", "cang", "ga"})
"""Words with a capital that a place may follow, folded: `TP Huế`, `Báo Bình Thuận`."""
ALSO = {"hochiminh": ("hcm", "saigon", "uncleho", "presidentho"), "hanoi": ("capital",)}
"""What may stand for a place, folded and without spaces."""
ABROAD = {
    "cao": "gao ko go", "chu": "zhu zhou joo ju", "dang": "deng teng", "dao": "tao to do",
    "dinh": "ding ting jung", "do": "du to tu", "doan": "duan", "duong": "yang yeung",
    "ha": "he ho ha xia", "ho": "hu ho wu", "hoang": "huang wong hwang",
    "huynh": "huang wong hwang", "lam": "lin lam lim", "le": "li lai le lee",
    "luong": "liang leung ryang yang", "luu": "liu lau lew yoo yu ryu", "ly": "li lee yi rhee ri",
    "mai": "mei", "ngo": "wu ng oh go", "nguyen": "ruan yuen won", "pham": "fan",
    "phan": "pan poon ban", "phung": "feng fung", "to": "su so soo", "tran": "chen chan tan jin",
    "trinh": "zheng cheng jung jeong chong", "truong": "zhang chang cheung jang", "vo": "wu mu",
    "vu": "yu wu woo",
}  # fmt: skip
"""How a surname that Vietnamese reads in its own way is spelled for Chinese and Koreans."""
