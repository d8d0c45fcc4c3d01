from collections.abc import Callable
from pathlib import Path

import pytest

from l10n.errors import FileError, UsageError
from l10n.settings import find


def test_a_project_is_found_from_below(project: Path) -> None:
    assert find(project / "articles").root == project.resolve()
    assert find(project=project).root == project


def test_no_project_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="l10n init"):
        find(tmp_path)
    with pytest.raises(UsageError, match="no content project"):
        find(project=tmp_path)


@pytest.mark.parametrize(
    "given", ["hoi-nghi", "articles/hoi-nghi.md", "translations/en/hoi-nghi.po"]
)
def test_an_article_can_be_named_in_many_ways(project: Path, given: str) -> None:
    assert find(project).select([given, "hoi-nghi"]) == ["hoi-nghi"]


@pytest.mark.parametrize("given", ["../etc", "a/../../x.md", "..", "/etc/passwd.md", ".hidden", ""])
def test_paths_stay_in_the_project(project: Path, given: str) -> None:
    with pytest.raises(UsageError):
        find(project).select([given])


def test_an_article_that_is_not_there(project: Path) -> None:
    with pytest.raises(FileError, match=r"articles/nein\.md: no such article"):
        find(project).select(["nein"])
    for folder in ("articles", "articles/", "glossary"):
        with pytest.raises(UsageError, match=r"is a folder; name articles|is no article of this"):
            find(project).select([folder])


def test_two_articles_with_one_slug(make_project: Callable[..., Path]) -> None:
    root = make_project({"articles/Hoi-nghi.md": "# x\n"})
    with pytest.raises(FileError, match="have one slug; rename one"):
        find(project=root).slugs()


def test_a_file_whose_name_is_no_slug(make_project: Callable[..., Path]) -> None:
    root = make_project({"articles/a..b.md": "# x\n"})
    with pytest.raises(UsageError, match="no slug"):
        find(project=root).slugs()


def test_targets_are_those_of_the_settings(project: Path) -> None:
    found = find(project)
    assert found.languages(None) == ["en"]
    assert found.languages(["en", "en"]) == ["en"]
    with pytest.raises(
        UsageError, match=r"'fr' is no target of this project; targets in l10n\.yml: en"
    ):
        found.languages(["fr"])


def test_places(project: Path) -> None:
    found = find(project)
    assert found.relative(found.catalog("a", "en")) == "translations/en/a.po"
    assert found.relative(found.published("a", "en")) == "published/en/a.md"
    assert found.relative(Path("/elsewhere/x")) == "/elsewhere/x"
