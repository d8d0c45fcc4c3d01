"""What a page says of its article: JSON-LD first, then OpenGraph and other tags, then the page.

Vocabulary: schema.org's Article and its kinds, the Open Graph protocol, HTML's `time` element.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

from lxml.etree import _Element

from l10n.importers.datelines import dateline
from l10n.importers.inline import one_line
from l10n.importers.markup import address, text_of

_MAX_JSON = 2_000_000
_ARTICLE = re.compile(r"(?:\w*Article|\w*BlogPosting|Report|Review\w*|LiveBlogPosting)$")
_BREADCRUMBS = re.compile(r"BreadcrumbList$")
_HOME = frozenset(["home", "trangchủ", "trangchu", "homepage", "inicio", "portada", "accueil", ""])
_SITE_SUFFIX = re.compile(r"\s+[|–—-]\s+[^|–—]{2,60}$")
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d))?")
_DATE_NAMES = ("article:published_time", "datepublished", "pubdate", "publishdate", "date")
_AUTHOR_NAMES = ("article:author", "author", "dc.creator", "byl", "sailthru.author")
_AUTHOR_CLASS = re.compile(r"(?:^|[\s_-])(?:author|byline|tac-?gia|nguoi-viet)", re.IGNORECASE)
_DATE_CLASS = re.compile(r"date|time|ngay|publish", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of the article beside its text; "" where a thing is not known."""

    title: str
    description: str
    date: str
    author: str
    address: str
    base: str
    """What the page's relative addresses are relative to, where it says so."""
    tags: tuple[str, ...]
    is_article: bool
    """Whether the page says that it is one article."""


def read_metadata(root: _Element, given: str, language: str) -> Metadata:
    """The page's metadata; `given` is the address that it came from."""
    linked = next(_articles(root), {})
    metas = _metas(root)
    canonical = next((k.get("href") for k in root.iter("link") if k.get("rel") == "canonical"), "")
    where = address(canonical or "", given) or address(metas.get("og:url", ""), given) or given
    known_title = _title(root, linked, metas)
    return Metadata(
        title=known_title,
        description=one_line(metas.get("og:description") or metas.get("description", "")),
        date=_date(root, linked, metas, language),
        author=_author(root, linked, metas),
        address=where if where.startswith("http") else "",
        base=next((address(b.get("href") or "", where) for b in root.iter("base")), ""),
        tags=_tags(root, linked, metas, known_title),
        is_article=bool(linked)
        or metas.get("og:type") == "article"
        or "article:published_time" in metas,
    )


def _articles(root: _Element) -> Iterator[dict[str, object]]:
    """The schema.org articles of the page, in order."""
    for document in _documents(root):
        yield from _nodes(document, 0, _ARTICLE)


def _documents(root: _Element) -> Iterator[object]:
    """The page's JSON-LD."""
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "") and len(script.text or "") < _MAX_JSON:
            try:
                yield json.loads(script.text or "", strict=False)
            except (ValueError, RecursionError):
                continue


def _nodes(node: object, depth: int, wanted: re.Pattern[str]) -> Iterator[dict[str, object]]:
    if isinstance(node, list) and depth < 6:
        for item in node[:200]:
            yield from _nodes(item, depth + 1, wanted)
    elif isinstance(node, dict):
        kinds = node.get("@type")
        kinds = kinds if isinstance(kinds, list) else [kinds]
        if any(isinstance(kind, str) and wanted.match(kind) for kind in kinds):
            yield node
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "breadcrumb"):
            yield from _nodes(node.get(key), depth + 1, wanted) if depth < 6 else ()


def _metas(root: _Element) -> dict[str, str]:
    """The first content of every named `meta` tag, names in small letters."""
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        content = (meta.get("content") or "").strip()
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _text(value: object) -> str:
    return one_line(str(value)) if isinstance(value, str) else ""


def _title(root: _Element, linked: dict[str, object], metas: dict[str, str]) -> str:
    """The heading of the page where the metadata confirm it, else what the metadata say."""
    page = next(iter(root.iter("title")), None)
    said = [
        _text(linked.get("headline")),
        one_line(metas.get("og:title", "")),
        one_line(metas.get("twitter:title", "")),
        one_line(text_of(page)) if page is not None else "",
    ]
    said = [text for text in said if text]
    headings = [text for h in root.iter("h1") if (text := one_line(text_of(h)))]
    confirmed = [
        heading
        for heading in headings
        if any(bare(heading) in bare(text) or bare(text) in bare(heading) for text in said)
    ]
    if confirmed:
        # The name of the site stands in the metadata too, and often in a heading of its own.
        return max(confirmed, key=len)
    if len(headings) == 1 and len(headings[0].split()) > 3:
        return headings[0]
    return _SITE_SUFFIX.sub("", said[0]) if said else (headings or [""])[0]


def bare(text: str) -> str:
    """Letters and digits alone, in small letters: for telling whether two texts are the same."""
    return "".join(c for c in text.casefold() if c.isalnum())


def _date(root: _Element, linked: dict[str, object], metas: dict[str, str], language: str) -> str:
    candidates = [_text(linked.get("datePublished")), *(metas.get(n, "") for n in _DATE_NAMES)]
    candidates += [time.get("datetime") or "" for time in root.iter("time")][:3]
    candidates += [_text(linked.get("dateCreated")), metas.get("article:modified_time", "")]
    for candidate in candidates:
        if read := _iso(candidate, language):
            return read
    for element in root.iter("time", "span", "div", "p", "li"):
        names = f"{element.get('class') or ''} {element.get('id') or ''}"
        if element.tag == "time" or _DATE_CLASS.search(names):
            text = one_line(text_of(element))
            found = dateline(text, language) if 8 <= len(text) <= 120 else None
            if found is not None and found.iso:
                return found.iso
    return ""


def _iso(text: str, language: str) -> str:
    """`text` as ISO 8601, with Viet Nam's offset where a Vietnamese page gives none."""
    text = text.strip()
    if not _ISO.match(text):
        found = dateline(text[:120], language) if text else None
        return found.iso if found is not None else ""
    try:
        moment = datetime.fromisoformat(re.sub(r"\.\d+", "", text).replace(" +", "+"))
    except ValueError:
        return ""
    if len(text) <= 10:
        return moment.date().isoformat()
    if language == "vi":
        # The offset of Viet Nam where a page gives none; a server's UTC is told in local time.
        local = timezone(timedelta(hours=7))
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=local)
        elif moment.utcoffset() == timedelta(0):
            moment = moment.astimezone(local)
    return moment.isoformat()


def _author(root: _Element, linked: dict[str, object], metas: dict[str, str]) -> str:
    names = list(dict.fromkeys(_people(linked.get("author"))))
    if names:
        return ", ".join(names)[:200]
    for name in _AUTHOR_NAMES:
        text = one_line(metas.get(name, ""))
        if text and "http" not in text and not re.search(r"\w\.\w", text):
            return text[:200]
    for element in root.iter("a", "p", "span", "div", "strong"):
        names_of = f"{element.get('class') or ''} {element.get('rel') or ''}"
        if _AUTHOR_CLASS.search(names_of):
            text = one_line(text_of(element))
            if 2 <= len(text) <= 60:
                return re.sub(r"^(?:by|par|por)\s+", "", text, flags=re.IGNORECASE)
    return ""


def _people(value: object) -> Iterator[str]:
    if isinstance(value, list):
        for item in value[:20]:
            yield from _people(item)
    elif isinstance(value, dict):
        yield from _people(value.get("name"))
    elif isinstance(value, str) and value.strip() and "http" not in value:
        yield one_line(value)


def _tags(
    root: _Element, linked: dict[str, object], metas: dict[str, str], title: str
) -> tuple[str, ...]:
    """The categories, widest first; keywords are for search engines, not for readers."""
    section = linked.get("articleSection")
    said = section if isinstance(section, list) else str(section or "").split(", ")
    names = [_text(name) for name in said] or []
    if not any(names):
        names = [one_line(metas.get("article:section", ""))]
    if not any(names):
        names = _breadcrumbs(root)
    wrong = {bare(title), *_HOME}
    kept = dict.fromkeys(name[:100] for name in names if name and bare(name) not in wrong)
    return tuple(kept)[:5]


def _breadcrumbs(root: _Element) -> list[str]:
    """The names of the page's `BreadcrumbList`, from the home page down."""
    for document in _documents(root):
        for node in _nodes(document, 0, _BREADCRUMBS):
            items = node.get("itemListElement")
            items = items if isinstance(items, list) else []
            # Some systems wrap every item in a list of its own.
            flat = [x for item in items for x in (item if isinstance(item, list) else [item])]
            return [_crumb(item) for item in flat if isinstance(item, dict)]
    return []


def _crumb(item: dict[str, object]) -> str:
    inner = item.get("item")
    return _text(item.get("name")) or (_text(inner.get("name")) if isinstance(inner, dict) else "")
