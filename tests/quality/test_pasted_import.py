"""Pages as people copy them from newspapers of different makes: all has to come out right."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt

from l10n.importers import pasted
from l10n.model import ArticleContent

FOLDER = Path(__file__).parent.parent / "fixtures" / "pasted"
CASES = sorted(path.stem for path in FOLDER.glob("*.json"))
_PHOTO = re.compile(r'^!\[(?P<caption>.*)\]\((?P<file>\S+?)(?: "(?P<credit>.*)")?\)$')


def _outline(body: str) -> dict[str, Any]:
    blocks = [block for block in body.strip().split("\n\n") if block]
    photos = [m for block in blocks if (m := _PHOTO.match(block))]
    return {
        "photos": [[m["file"], m["caption"], m["credit"] or ""] for m in photos],
        "headings": [block[3:] for block in blocks if block.startswith("## ")],
        "items": [line[2:] for block in blocks for line in block.split("\n") if line[:2] == "- "],
        "quotes": sum(block.startswith("> ") for block in blocks),
        "prose": [
            b for b in blocks if not _PHOTO.match(b) and not b.startswith(("## ", "- ", "> "))
        ],
    }


def _check(found: ArticleContent, expected: dict[str, Any]) -> None:
    for key in ("title", "date", "author", "language", "lead"):
        assert getattr(found, key) == expected[key], key
    assert list(found.tags) == expected["tags"]
    outline = _outline(found.body)
    assert outline["photos"] == expected["photos"]
    assert outline["headings"] == expected["headings"]
    assert outline["items"] == expected.get("items", [])
    assert outline["quotes"] == expected.get("quotes", 0)
    prose = outline["prose"]
    assert prose[0].startswith(expected["first"])
    assert prose[-1].startswith(expected["last"])
    quoted = expected.get("quotes", 0)
    assert len(prose) + quoted == expected["paragraphs"], prose


def _load(case: str) -> tuple[str, dict[str, Any]]:
    text = (FOLDER / f"{case}.txt").read_text(encoding="utf-8")
    return text, json.loads((FOLDER / f"{case}.json").read_text(encoding="utf-8"))


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 13


@pytest.mark.parametrize("case", CASES)
def test_everything_is_right(case: str) -> None:
    text, expected = _load(case)
    _check(pasted.from_text(text), expected)


@pytest.mark.parametrize("case", CASES)
def test_decomposed_letters_crlf_and_hard_blanks_change_nothing(case: str) -> None:
    text, expected = _load(case)
    mangled = unicodedata.normalize("NFD", text).replace("\n", "\r\n").replace(" ", "\xa0")
    _check(pasted.from_text("\ufeff" + mangled), expected)


@pytest.mark.parametrize("case", CASES)
def test_the_body_is_markdown_that_says_what_was_copied(case: str) -> None:
    text, _ = _load(case)
    tokens = MarkdownIt().parse(pasted.from_text(text).body)
    printed = " ".join(text.split())
    for token in tokens:
        if token.type == "inline" and not token.content.startswith("!["):
            plain = "".join(child.content or " " for child in token.children or ())
            assert re.sub(r"^\d+\. ", "", " ".join(plain.split())) in printed
