import pytest

from l10n import errors


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (errors.L10nError("broken"), "broken"),
        (errors.L10nError("broken", remedy="mend it"), "broken; mend it"),
        (errors.FileError("broken", file="a.md"), "a.md: broken"),
        (
            errors.InputError("broken", file="a.md", line=3, remedy="mend it"),
            "a.md:3: broken; mend it",
        ),
    ],
)
def test_an_error_is_one_line_with_place_and_remedy(error: errors.L10nError, text: str) -> None:
    assert str(error) == text


def test_an_error_cannot_command_a_terminal() -> None:
    assert str(errors.L10nError("a\x1b[31mb\nc", file="x\r\n.md")) == "x  .md: a [31mb c"


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        (errors.UsageError, 2),
        (errors.SettingsError, 2),
        (errors.GlossaryError, 2),
        (errors.EngineError, 3),
        (errors.EngineUnavailable, 3),
        (errors.FileError, 4),
        (errors.InputError, 4),
        (errors.LockedError, 4),
    ],
)
def test_every_kind_has_its_exit_code(kind: type[errors.L10nError], code: int) -> None:
    assert kind("x").exit_code == code
