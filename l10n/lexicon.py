"""Which words a language has, and the lemma of each, by simplemma's dictionaries.

They come packed. To read one takes up to a second, to unpack it up to two, which is more than the
check of an article. So words are looked up in the packed one, and its index is kept in the user's
cache folder, from where it is read in a few hundredths of a second.

This module takes a tenth of a second to import: import it where a word is looked up.
"""

from __future__ import annotations

import os
import pickle
from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from io import BytesIO
from pathlib import Path

import simplemma
from simplemma.strategies import DefaultStrategy, DictionaryLookupStrategy
from simplemma.strategies.dictionaries import (
    DEFAULT_DICTIONARY_FACTORY,
    LOW_MEMORY_DICTIONARY_FACTORY,
    DictionaryFactory,
)
from simplemma.strategies.dictionaries.stream_dictionary_factory import StreamMap
from simplemma.utils import normalize_token

from l10n.user_cache import cache_folder

_FEW = 10_000
"""Look-ups after which unpacking the dictionary would have been quicker."""
_LIMIT = 100_000_000
"""Bytes of an index; the largest one has 12 million."""


def lemma(word: str, language: str) -> str:
    """The word's dictionary form, small but for names, or the word where none is known.

    Raises ValueError for a language without a dictionary, as `is_known` does.
    """
    return _LEMMATIZER.lemmatize(word, lang=language)


def is_known(word: str, language: str) -> bool:
    """Whether the dictionary has the word, with its first letter small or large."""
    return _WORDS.get_lemma(normalize_token(word), language) is not None


class _Dictionaries(DictionaryFactory):
    """The packed dictionary of a language for the first words, then the unpacked one."""

    def __init__(self) -> None:
        self._asked: Counter[str] = Counter()

    def get_dictionary(self, lang: str) -> Mapping[str, str]:
        self._asked[lang] += 1
        if self._asked[lang] > _FEW:
            return DEFAULT_DICTIONARY_FACTORY.get_dictionary(lang)
        return _packed(lang)


_DICTIONARIES = _Dictionaries()
_WORDS = DictionaryLookupStrategy(_DICTIONARIES)
_LEMMATIZER = simplemma.Lemmatizer(
    lemmatization_strategy=DefaultStrategy(dictionary_factory=_DICTIONARIES)
)


@cache
def _packed(language: str) -> Mapping[str, str]:
    path = cache_folder() / "dictionaries" / f"{language}-{simplemma.__version__}.index"
    if (kept := _kept(path)) is not None:
        return kept
    made = LOW_MEMORY_DICTIONARY_FACTORY.get_dictionary(language)
    with suppress(OSError):  # nothing is lost but time
        _keep(path, made)
    return made


class _Index(pickle.Unpickler):
    """Reads an index; whatever else a file may say, it makes nothing but an index."""

    def find_class(self, module: str, name: str) -> type[StreamMap]:
        if (module, name) != (StreamMap.__module__, StreamMap.__qualname__):
            raise pickle.UnpicklingError(f"{module}.{name} is no index")
        return StreamMap


def _kept(path: Path) -> StreamMap | None:
    """The index in a file, or None where it is not there, or damaged."""
    try:
        with path.open("rb") as file:
            index = _Index(BytesIO(file.read(_LIMIT))).load()
        index.get("a")
    except Exception:  # noqa: BLE001 - a damaged file may say anything, and is made anew
        return None
    return index if isinstance(index, StreamMap) else None


def _keep(path: Path, index: Mapping[str, str]) -> None:
    import tempfile  # only the first time

    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".index-")
    try:
        with os.fdopen(descriptor, "wb") as file:
            pickle.dump(index, file, protocol=5)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink()
        raise
