"""Reads SRX 2.0 files."""

from __future__ import annotations

import functools
from pathlib import Path

from l10n.errors import InputError
from l10n.segmentation.elements import Element, XmlError, parse
from l10n.segmentation.pattern import PatternError, compile_icu
from l10n.segmentation.rules import LanguageMap, Rule, Rules

SIZE_LIMIT = 1_000_000
"""Bytes; rules for forty languages are a fifth of it."""

_NS = "{http://www.lisa.org/srx20}"
_REMEDY = "correct it after the SRX 2.0 specification"


def load_rules(path: Path) -> Rules:
    """The project's own rules, from the SRX 2.0 file `path`.

    Raises InputError, with file, line and remedy, where the file is missing, over 1 MB, not
    well-formed, carries a document type or entities, is no SRX 2.0, names a list of rules
    that it doesn't have, or holds a regular expression that doesn't compile.
    """
    return _Reader(path, check=True).read()


@functools.cache
def shipped() -> Rules:
    """The rules that come with the program; the tests try their patterns, not every start."""
    return _Reader(Path(__file__).with_name("shipped.srx"), check=False).read()


class _Reader:
    """Walks one file and tells where something is wrong."""

    def __init__(self, path: Path, *, check: bool) -> None:
        self.path = path
        self.check = check

    def read(self) -> Rules:
        root = self.root()
        header = self.child(root, "header")
        body = self.child(root, "body")
        lists = {
            e.attributes.get("languagerulename", ""): self.rules(e)
            for e in self.children(self.child(body, "languagerules"), "languagerule")
        }
        maps = tuple(
            self.language_map(e, lists)
            for e in self.children(self.child(body, "maprules"), "languagemap")
        )
        return Rules(str(self.path), lists, maps, header.attributes.get("cascade") == "yes")

    def error(self, message: str, line: int | None, remedy: str = _REMEDY) -> InputError:
        return InputError(message, file=self.path, line=line, remedy=remedy)

    def root(self) -> Element:
        """The root element, after the checks of the file as a whole."""
        try:
            root = parse(self.content())
        except XmlError as error:
            raise self.error(str(error), error.line) from error
        if root.name != f"{_NS}srx" or root.attributes.get("version") != "2.0":
            raise self.error(
                "no SRX 2.0 file",
                root.line,
                'it must start with <srx xmlns="http://www.lisa.org/srx20" version="2.0">',
            )
        return root

    def content(self) -> bytes:
        try:
            with self.path.open("rb") as stream:
                content = stream.read(SIZE_LIMIT + 1)
        except OSError as error:
            raise self.error(
                f"segmentation rules cannot be read: {error.strerror}",
                None,
                "check `segmentation: rules` in l10n.yml",
            ) from error
        if len(content) > SIZE_LIMIT:
            raise self.error("segmentation rules over 1 MB", None, "leave out what isn't needed")
        return content

    def children(self, element: Element, name: str) -> list[Element]:
        """The children of that name, of which there must be at least one."""
        found = list(element.all(f"{_NS}{name}"))
        if not found:
            raise self.error(f"no <{name}> where one is needed", element.line)
        return found

    def child(self, element: Element, name: str) -> Element:
        return self.children(element, name)[0]

    def rules(self, element: Element) -> tuple[Rule, ...]:
        return tuple(self.rule(e) for e in self.children(element, "rule"))

    def rule(self, element: Element) -> Rule:
        before = element.text_of(f"{_NS}beforebreak")
        after = element.text_of(f"{_NS}afterbreak")
        if not before and not after:
            raise self.error("a rule needs <beforebreak> or <afterbreak>", element.line)
        value = element.attributes.get("break", "yes")
        if value not in ("yes", "no"):
            raise self.error(f'break="{value}" is neither "yes" nor "no"', element.line)
        self.try_pattern(before, element.line)
        self.try_pattern(after, element.line)
        return Rule(before, after, value == "yes", element.line)

    def language_map(self, element: Element, lists: dict[str, tuple[Rule, ...]]) -> LanguageMap:
        name = element.attributes.get("languagerulename", "")
        if name not in lists:
            raise self.error(f'no <languagerule> is named "{name}"', element.line)
        pattern = element.attributes.get("languagepattern", "")
        self.try_pattern(pattern, element.line)
        return LanguageMap(pattern, name)

    def try_pattern(self, source: str, line: int) -> None:
        if not self.check:
            return
        try:
            compile_icu(source)
        except PatternError as error:
            message = f'bad regular expression "{source[:80]}": {error}'
            raise self.error(message, line, "correct it") from error
