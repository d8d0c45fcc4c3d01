"""Dictionaries: their answers, and the index that is kept in the user's cache folder."""

from __future__ import annotations

import os
import pickle
from collections.abc import Iterator
from pathlib import Path

import pytest
import simplemma

from l10n import lexicon
from l10n.user_cache import cache_folder

WORDS = (
    *("a", "I", "Children", "children", "mice", "MICE", "Hanoi", "ministries", "l'État", "naïve"),
    *("ministères", "yeux", "Министров", "людям", "Häuser", "weltweiten", "2026", "xyzzy", "ngày"),
    "cafe\u0301s",
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of indexes, empty; no dictionary is in memory."""
    monkeypatch.setenv("L10N_CACHE", str(tmp_path / "cache"))
    lexicon._packed.cache_clear()
    yield tmp_path / "cache" / "dictionaries"
    lexicon._packed.cache_clear()


def kept(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("language", ["en", "fr", "ru", "de"])
def test_answers_are_those_of_the_library(language):
    for _ in "made", "kept":
        lexicon._packed.cache_clear()
        lexicon._LEMMATIZER._cached_lemmatize.cache_clear()
        for word in WORDS:
            assert lexicon.lemma(word, language) == simplemma.lemmatize(word, lang=language)
            assert lexicon.is_known(word, language) == simplemma.is_known(word, lang=language)


def test_many_words_are_looked_up_in_the_unpacked_one(folder, monkeypatch):
    monkeypatch.setattr(lexicon, "_FEW", 0)
    assert lexicon.is_known("children", "en")
    assert not lexicon.is_known("childrens", "en")
    assert not folder.exists()


def test_the_index_is_kept_and_used(folder, monkeypatch):
    assert lexicon.is_known("children", "en")
    assert kept(folder) == [f"en-{simplemma.__version__}.index"]
    lexicon._packed.cache_clear()
    monkeypatch.setattr(lexicon, "LOW_MEMORY_DICTIONARY_FACTORY", None)
    assert lexicon.is_known("children", "en")


@pytest.mark.parametrize(
    "damage",
    [b"", b"\x80\x05", b"no index", pickle.dumps({"a": "b"}), pickle.dumps(["a"]), b"\x00" * 9999],
)
def test_a_damaged_index_is_made_anew(folder, damage):
    lexicon.is_known("a", "en")
    path = folder / kept(folder)[0]
    good = path.read_bytes()
    path.write_bytes(damage)
    lexicon._packed.cache_clear()
    assert lexicon.is_known("children", "en")
    assert path.read_bytes() == good


def test_half_an_index_is_made_anew(folder):
    lexicon.is_known("a", "en")
    path = folder / kept(folder)[0]
    good = path.read_bytes()
    path.write_bytes(good[: len(good) // 2])
    lexicon._packed.cache_clear()
    assert lexicon.is_known("children", "en")
    assert path.read_bytes() == good


def test_an_index_runs_nothing(folder, tmp_path):
    class Hostile:
        def __reduce__(self):
            return (os.mkdir, (str(tmp_path / "broken-in"),))

    lexicon.is_known("a", "en")
    path = folder / kept(folder)[0]
    path.write_bytes(pickle.dumps(Hostile()))
    lexicon._packed.cache_clear()
    assert lexicon.is_known("children", "en")
    assert not (tmp_path / "broken-in").exists()


def test_where_nothing_can_be_written_words_are_known_all_the_same(folder):
    folder.parent.write_text("a file where the folder should be")
    assert lexicon.is_known("children", "en")


def test_what_could_not_be_written_whole_leaves_nothing(folder, monkeypatch):
    def full(*_args: object, **_options: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(lexicon.pickle, "dump", full)
    assert lexicon.is_known("children", "en")
    assert kept(folder) == []


def test_a_language_without_a_dictionary(folder):
    for ask in lexicon.lemma, lexicon.is_known:
        with pytest.raises(ValueError, match="xx"):
            ask("a", "xx")
    assert not folder.exists()


def test_cache_folder_is_named_by_the_environment(monkeypatch, tmp_path):
    monkeypatch.setenv("L10N_CACHE", str(tmp_path))
    assert cache_folder() == tmp_path
    monkeypatch.delenv("L10N_CACHE")
    assert cache_folder().name == "l10n"
