# ruff: noqa: E501 - phrases are easier to find by whole lines
"""What newspapers' pages carry beside the article, told by class names and set phrases."""

from __future__ import annotations

import re

from lxml.etree import _Element

from l10n.importers.inline import one_line
from l10n.importers.markup import text_of

# Parts of class names and ids, as content management systems of Vietnamese and other newspapers
# name them. "_" and "-" and changes of case count as ends of words.
_NAMES = re.compile(
    r"(?:^|[\s_-])(?:"
    r"relat(?:e|ed)(?:news|posts?|articles?|stories|links?|box|content|videos?)?s?"
    r"|relate\w{0,12}|related\w{0,14}|lien-?quan|tin-?lien-?quan|bai-lien-quan|cung-chuyen-?muc"
    r"|tin-?moi|tin-?khac|tin-?nong|doc-?them|xem-?them|doc-?nhieu|xem-?nhieu|noi-bat|goi-y"
    r"|read-?(?:more|next|also)|more-(?:on|from|stories|news|articles)|recommend\w{0,10}|recirc\w{0,10}"
    r"|suggest\w{0,6}|outbrain|taboola|dable|mgid|adsbygoogle|trc|most-?(?:read|viewed|popular)"
    r"|trending|popular|up-?next|also-like|you-may-like"
    r"|share|sharing|shares|share-?(?:bar|box|links?|buttons?|tools?|this|article)|social\w{0,8}"
    r"|sharedaddy|addthis|sharethis|fb-(?:like|share|comments)|zalo-?\w{0,12}|like-?box"
    r"|comments?|comment-?(?:box|list|form|section|area)|binh-?luan|y-kien|disqus\w*|phan-hoi"
    r"|adv?|ads|advert\w{0,12}|ad-?(?:slot|unit|box|container|wrapper|wrap|banner|zone|placeholder)\w*"
    r"|quang-?cao|qc|banner\w{0,3}|sponsor\w{0,6}|promos?|promo-?box|dfp|gpt|affiliate\w*|commerce-\w+"
    r"|newsletters?|newsletter-\w+|email-?sign-?up|sign-?up|subscri(?:be|ption|ber)s?|subscribe-\w+"
    r"|paywall-?(?:overlay|prompt|barrier|message)|regwall|donat(?:e|ion)s?|donate-\w+|support-us"
    r"|breadcrumbs?|bread-?crumb|nav|navbar|navigation|menu|menu-?\w{0,8}|toolbar|tool-?bar|sidebar"
    r"|side-?bar|right-?col|pagination|paging|pager|prev-?next|next-?post|post-?nav\w*|skip-link"
    r"|tags?|tag-?(?:list|box|links?)|tags-?(?:list|box|links?|wrapper)|keywords?|tu-?khoa|topics"
    r"|topic-list|rating|rate|vote|danh-?gia|poll|survey|quiz"
    r"|audio-?\w{0,8}|tts|listen|podcast-?\w{0,8}|video-?(?:player|list|playlist|related|embed)"
    r"|player|playlist|cookie\w*|consent|gdpr|popup|modal|overlay|tooltip|toast|login|dang-nhap"
    r"|author-?(?:bio|box|info|card|about|profile|description)\w*|authors?__bio\w*|bio|about-author"
    r"|copyright|footer-\w+|site-footer|site-header|masthead|ticker|weather|timeline-nav|correction"
    r"|screen-reader-text|sr-only|visually-hidden|visuallyhidden|assistive|google-news|gg-news"
    r"|link-?source(?:-\w+|all)?|copy-?link|print|error-report|bao-loi|report-error"
    r"|twitter-tweet|instagram-media|tiktok-embed|fb-post|infobox-related|box-tin\w*|boxtin\w*"
    r"|news-?(?:list|other|lq|hot|more)|list-?news|other-?news|same-?(?:cate|category)|bottom-?news"
    r")(?=$|[\s_-])",
    re.IGNORECASE,
)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_TAGS = frozenset(["nav", "aside", "footer", "form", "button", "dialog", "menu", "noscript"])
_ROLES = frozenset(
    ["navigation", "complementary", "contentinfo", "search", "banner", "dialog", "menu", "toolbar"]
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)

# A block that begins so and is short belongs to the newspaper, not to the article.
_PHRASES = re.compile(
    r"(?:>>+|»|►|▶|→|\*|\[|\(|•|-)?\s*(?:"
    r"xem thêm|đọc thêm|đọc tiếp|xem tiếp|mời (?:quý )?(?:bạn đọc|độc giả)|tin liên quan"
    r"|bài liên quan|tin bài liên quan|có thể bạn quan tâm|có thể bạn chưa biết|tin cùng chuyên mục"
    r"|cùng chuyên mục|tin khác|tin mới(?: nhất)?$|các tin khác|bài viết khác|từ khóa|từ khoá|tags?\s*:"
    r"|chia sẻ(?: bài viết)?$|bình luận(?: \(\d*\))?$|ý kiến bạn đọc|gửi bình luận|gửi phản hồi"
    r"|theo dõi .{0,60}(?:trên|tại|qua) (?:google|facebook|zalo|tiktok|youtube|fanpage)"
    r"|copy link|sao chép liên kết|lấy link|in bài|in trang|nghe (?:bài|đọc)|về trang chủ"
    r"|đăng ký (?:nhận|theo dõi)|video đang|advertisement$|quảng cáo$|đừng bỏ lỡ|tiêu điểm$"
    r"|read (?:more|also|next|this next)\b|related(?:\s*:|$| (?:stories|articles|content|topics))"
    r"|recommended(?: (?:for you|stories|reading))?$|more\s*:|more (?:on|from) (?:this|bbc|the)\b"
    r"|sign up (?:for|to|here|now|today)|subscribe (?:to|now|here|today)|follow (?:us|\S+ (?:on|for))"
    r"|get in touch|got a story|click here|see also|(?:watch|listen)\s*[:|]|share (?:this|on|or comment)"
    r"|join (?:our|the) (?:conversation|comment|whatsapp|newsletter|telegram|discussion)"
    r"|download (?:our|the) \S+ app|for more (?:stories|news|information on|on this)"
    r"|this site is protected by|all rights reserved|copyright ©|©|comments? \(\d+\)|most (?:read|popular)"
    r"|lea también|lee también|leer también|más información|te puede interesar|sigue (?:toda|nuestro)"
    r"|síguenos|suscríbete|comparte|lire aussi|à lire aussi|à lire également|lisez aussi|abonnez-vous"
    r"|partager|sur le même sujet|baca juga|lihat juga|lesen sie auch|mehr zum thema"
    r")",
    re.IGNORECASE,
)
_LONGEST_PHRASE = 220

# From such a heading on, nothing of the article follows.
_END = re.compile(
    r"(?:tin liên quan|bài liên quan|tin bài liên quan|cùng chuyên mục|tin cùng chuyên mục|tin khác"
    r"|các tin khác|tin mới nhất|bình luận|ý kiến bạn đọc|có thể bạn quan tâm|đọc nhiều(?: nhất)?"
    r"|xem nhiều(?: nhất)?|tin nổi bật|bài viết cùng chủ đề|comments|related (?:articles|stories|news)"
    r"|most (?:read|popular)|join the (?:conversation|discussion)|recommended(?: for you)?"
    r"|you may also like|read next|up next|more from .{1,40})\s*(?:\(\d+\))?\s*:?",
    re.IGNORECASE,
)


def is_boilerplate(element: _Element) -> bool:
    """Whether the element's kind, role or names say that it is no part of an article."""
    if element.tag in _TAGS or element.get("role") in _ROLES or is_hidden(element):
        return True
    names = f"{element.get('class') or ''} {element.get('id') or ''}"[:500].strip()
    if not names:
        names = element.get("data-module") or element.get("data-component") or ""
    return bool(names) and _NAMES.search(_CAMEL.sub("-", names)) is not None


def is_hidden(element: _Element) -> bool:
    """Whether a reader never sees the element."""
    style = element.get("style")
    return element.get("hidden") is not None or bool(style and _HIDDEN.search(style))


def is_set_phrase(text: str) -> bool:
    """Whether a block is a call to read, follow or share something."""
    return len(text) <= _LONGEST_PHRASE and _PHRASES.match(text) is not None


def ends_article(text: str) -> bool:
    """Whether a block is the heading of related articles, comments and the like."""
    return len(text) <= 80 and _END.fullmatch(text.strip()) is not None


def link_share(element: _Element) -> float:
    """Share of the text that stands in links, 0-1."""
    whole = len(one_line(text_of(element)))
    if not whole:
        return 0.0
    linked = sum(len(one_line(text_of(a))) for a in element.iter("a"))
    return min(linked / whole, 1.0)
