"""What goes into an engine and what comes out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class TermHint:
    """A glossary term in a source text, with the equivalent that the draft should use."""

    concept: str
    start: int
    end: int
    equivalent: str


@dataclass(frozen=True, slots=True)
class Example:
    """A source and its right target, for engines that learn from examples."""

    source: str
    target: str
    terms: tuple[TermHint, ...] = ()


def _not_judged(_target: str) -> int:
    return 0


@dataclass(frozen=True, slots=True)
class DraftRequest:
    """One unit to draft."""

    id: str
    """Comes back in the `Draft`."""
    source: str
    context: str = ""
    """The unit's role."""
    terms: tuple[TermHint, ...] = ()
    """By position, not overlapping."""
    examples: tuple[Example, ...] = ()
    """Nearest last."""
    before: str = ""
    """What stands before it in the article, for understanding alone."""
    after: str = ""
    """What stands after it."""
    style: tuple[str, ...] = ()
    """Rules of the house, each a sentence in English, for engines that are prompted."""
    faults: Callable[[str], int] = field(default=_not_judged, compare=False, repr=False)
    """How much of a target is wrong for certain, such as its numbers; for engines that can ask
    again and take the better answer."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An engine's answer to one request: a target, or an error in one line."""

    id: str
    target: str = ""
    error: str = ""
    confidence: float | None = None
    """Mean log-probability of the tokens, where the engine tells it."""


@dataclass(frozen=True, slots=True)
class EngineInfo:
    """What an engine declares of itself."""

    id: str
    description: str
    ready: bool
    """Whether it can be used now."""
    missing: str = ""
    """What it lacks and how to get it, where it is not ready."""
    online: bool = False
    """Whether text leaves the machine."""
    address: tuple[str, int] | None = None
    """Host and port of a service on this machine, which may be running or not."""
    languages: tuple[str, ...] = ()
    """Base languages that it translates from and into; empty where only asking tells."""
    batch_size: int = 1
    """Texts in a call."""
    concurrency: int = 1
    """Calls at once."""
    max_characters: int = 5000
    """Longest text."""
    takes_terms: bool = False
    """Whether it keeps the glossary's terms."""
    strategies: tuple[str, ...] = ()
    """How it keeps them, in the order in which it is tried: `inline`, the equivalents in the
    source; `placeholder`; `prompt`; `sample`, another answer of a model."""
    takes_markup: bool = False
    """Whether it is given Markdown as it stands; others get placeholders for its marks."""
    takes_prompt: bool = False
    """Whether it is told the style of the house and the sentences around a text."""
    takes_examples: bool = False
    """Whether it learns from translations that are shown to it."""
    model: str = ""
    """What answers, where one engine may have several: drafts are cached by it."""
    usual_confidence: tuple[float, float] | None = None
    """Mean and standard deviation of the confidence of its drafts, where somebody measured them."""
