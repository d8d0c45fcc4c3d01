"""The photos of a page: which they are, where they lie, their captions and credits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from lxml.etree import _Element

from l10n.importers.credits import split_credit
from l10n.importers.inline import one_line
from l10n.importers.markup import text_of
from l10n.importers.page import drop

_LAZY = ("data-original", "data-src", "data-lazy-src", "data-lazy", "data-url", "data-full", "src")
_SETS = ("srcset", "data-srcset")
_PLACEHOLDER = re.compile(
    r"^data:|^about:|placeholder|spacer|(?:^|[/_-])(?:blank|loading|lazy|pixel|1x1|transparent)\b",
    re.IGNORECASE,
)
_JUNK = re.compile(
    r"(?:^|[\s/_-])(?:icons?|ico|logo\w*|avatars?|emoji|smiley|spinner|badge|tracking|gravatar"
    r"|thumb-?author|author-?(?:img|image|avatar|photo))(?=$|[\s/_.-])",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"caption|chu-?thich|photo-?desc|img-?desc|image-?desc|(?:^|[\s_-])legend|fig-?text"
    r"|pie-?de-?foto|leyenda",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"credit|copyright|photographer|(?:^|[\s_-])(?:source|author|autor|attribution)", re.IGNORECASE
)
_PHOTO = re.compile(
    r"type-?photo|vcsortable|(?:^|[\s_-])(?:image|img|photo|picture|figure|anh|hinh|tplcaption|pic)",
    re.IGNORECASE,
)
_CENTRED = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)
_MAX_CAPTION = 600
_MAX_PLAIN_CAPTION = 300
"""A caption that only its place and its look tell is shorter."""
_SMALLEST = 60
"""Pixels a side, below which an image is an ornament."""
_STOPS = frozenset(["body", "article", "main", "li", "ul", "ol", "blockquote", "html", "header"])


def settle_photos(root: _Element, title: str = "") -> None:
    """Makes every photo a `figure` of an `img` (its `title` the credit) and a `figcaption`.

    Ornaments are taken out, and so are captions whose photo or film a script would have put
    there. An `alt` that only repeats the article's title, or a caption, is dropped.
    """
    seen: set[str] = set()
    for image in list(root.iter("img")):
        source = _source(image)
        if not source or source in seen or _is_ornament(image, source):
            drop(image)
            continue
        seen.add(source)
        _keep_address(image, source, title)
    for image in list(root.iter("img")):
        home = _home(image)
        if home is not None:
            _rebuild(home, image, *_caption_in(home))
        else:
            _caption_below(image)
    for caption in list(root.iter("figcaption")):
        figure = next(caption.iterancestors("figure"), None)
        if figure is None or next(figure.iter("img"), None) is None:
            drop(caption)


def _source(image: _Element) -> str:
    """The address of the real image, which many pages put beside a placeholder."""
    for name in _LAZY:
        value = (image.get(name) or "").strip()
        if "/" in value and not _PLACEHOLDER.search(value) and " " not in value:
            return value
    picture = next(image.iterancestors("picture"), None)
    # The parser knows no empty `source`, and puts what follows inside it.
    holders = [image, *(picture.iter("source") if picture is not None else ())]
    for holder in holders:
        for name in _SETS:
            if found := _largest(holder.get(name) or ""):
                return found
    return ""


def _largest(srcset: str) -> str:
    """The candidate of a `srcset` with the greatest width or density."""
    best, size = "", -1.0
    for candidate in re.split(r",\s+", srcset[:20_000]):
        parts = candidate.split()
        if not parts or _PLACEHOLDER.search(parts[0]) or "/" not in parts[0]:
            continue
        number = re.fullmatch(r"([\d.]{1,8})[wx]", parts[1]) if len(parts) > 1 else None
        width = float(number[1]) if number and number[1].count(".") < 2 else 0.0
        if width > size:
            best, size = parts[0].rstrip(","), width
    return best


def _is_ornament(image: _Element, source: str) -> bool:
    for name in ("width", "height"):
        value = (image.get(name) or "").removesuffix("px")
        if value.isascii() and value.isdigit() and int(value) < _SMALLEST:
            return True
    names = f"{image.get('class') or ''} {source.partition('?')[0].rpartition('/')[2]}"
    return (
        _JUNK.search(names) is not None or next(image.iterancestors("noscript"), None) is not None
    )


def _keep_address(image: _Element, source: str, title: str) -> None:
    """Leaves of the image's attributes its address and an `alt` that says something."""
    alt = one_line(image.get("alt") or "")
    if len(alt.split()) < 3 or alt.casefold() == title.casefold():
        alt = ""
    image.attrib.clear()
    image.set("src", source)
    if alt:
        image.set("alt", alt)


def _home(image: _Element) -> _Element | None:
    """The outermost element that holds this photo and its caption, and nothing else."""
    found = None
    for element in image.iterancestors():
        if element.tag in _STOPS or _photos_in(element) > 1:
            break
        if len(text_of(element).strip()) > _MAX_CAPTION:
            break
        if element.tag == "figure":
            return element
        if element.tag in ("td", "tr", "tbody"):
            continue
        if element.tag == "table" or _is_named(element, _PHOTO) or _has_caption(element):
            found = element
    return found


def _photos_in(element: _Element) -> int:
    """0, 1, or 2 for more."""
    return sum(1 for _ in islice(element.iter("img"), 2))


def _is_named(element: _Element, pattern: re.Pattern[str]) -> bool:
    names = f"{element.get('class') or ''} {element.get('type') or ''}"
    return bool(names.strip()) and pattern.search(names) is not None


def _has_caption(element: _Element) -> bool:
    return any(
        e.tag == "figcaption" or _is_named(e, _CAPTION) for e in element.iterdescendants()
    ) and not any(_prose_outside(p) for p in element.iter("p"))


def _prose_outside(paragraph: _Element) -> bool:
    """Whether a paragraph is text beside the photo, not its caption."""
    if len(text_of(paragraph).strip()) < 80:
        return False
    holders = [paragraph, *paragraph.iterancestors(), *paragraph.iterdescendants()]
    return not any(e.tag == "figcaption" or _is_named(e, _CAPTION) for e in holders)


def _caption_in(home: _Element) -> tuple[str, str]:
    """Caption and credit of a photo's element."""
    captions = [e for e in home.iter() if e.tag == "figcaption"]
    captions = captions or [e for e in home.iterdescendants() if _is_named(e, _CAPTION)]
    holder = captions[0] if captions and text_of(captions[0]).strip() else home
    text = _spaced(holder)
    for element in home.iterdescendants():
        credit = _spaced(element) if _is_named(element, _CREDIT) else ""
        if credit and len(credit) < 150 and (credit != text or holder is not home):
            return text.replace(credit, "").strip(), credit.strip("()[] ")
    return split_credit(text) or (text, "")


def _spaced(element: _Element) -> str:
    """The element's text with a blank between its parts."""
    return one_line(" ".join(str(text) for text in element.itertext()))


def _caption_below(image: _Element) -> None:
    """Takes the caption from the line under a photo that stands alone in its paragraph."""
    line = image
    for parent in image.iterancestors():
        lone = _photos_in(parent) == 1 and not _prose(parent)
        if parent.tag in _STOPS or not lone or len(_spaced(parent)) > _MAX_PLAIN_CAPTION:
            break
        line = parent
        if line.tag == "p":
            break
    own = _spaced(line)
    if own and _looks_like_caption(line, own):
        _rebuild(line, image, *(split_credit(own) or (own, "")))
        return
    below = line.getnext()
    if own or below is None or below.tag not in ("p", "div", "em", "i", "center", "h6"):
        return
    text = _spaced(below)
    if text and next(below.iter("img"), None) is None and _looks_like_caption(below, text):
        caption, credit = split_credit(text) or (text, "")
        drop(below)
        _rebuild(line, image, caption, credit)


def _prose(element: _Element) -> bool:
    return any(len(text_of(p).strip()) >= 80 for p in element.iter("p"))


def _looks_like_caption(element: _Element, text: str) -> bool:
    """Whether a line right under a photo is its caption: by name, credit, or another look."""
    if len(text) > _MAX_PLAIN_CAPTION:
        return False
    if _is_named(element, _CAPTION) or split_credit(text) is not None:
        return True
    slanted = sum(len(_spaced(e)) for e in element.iter("em", "i") if not _inside_slanted(e))
    if slanted >= 0.9 * len(text):
        return True
    centred = _CENTRED.search(element.get("style") or "") or element.get("align") == "center"
    return bool(centred) and len(text) < 200


def _inside_slanted(element: _Element) -> bool:
    return next(element.iterancestors("em", "i"), None) is not None


def _rebuild(home: _Element, image: _Element, caption: str, credit: str) -> None:
    """Makes `home` a figure of one photo and its caption, with nothing else in it."""
    source, alt = image.get("src") or "", image.get("alt") or ""
    tail = home.tail
    if home is image:
        return
    home.clear()
    home.tag, home.tail = "figure", tail
    photo = home.makeelement("img", {"src": source})
    home.append(photo)
    if credit:
        photo.set("title", credit)
    if caption:
        line = home.makeelement("figcaption")
        line.text = caption
        home.append(line)
    elif alt:
        photo.set("alt", alt)


def photos_of(root: _Element) -> Iterator[_Element]:
    """What to keep or drop as one: a photo's figure, else the image."""
    for image in list(root.iter("img")):
        yield next(image.iterancestors("figure"), image)
