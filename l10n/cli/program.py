"""The program: its commands, and what becomes of every error."""

from __future__ import annotations

import difflib
import errno
import os
import re
import sys
from collections.abc import Callable, Sequence
from functools import cache
from importlib import import_module

import typer
from typer.exceptions import TyperException

from l10n.cli.conversion import spare
from l10n.cli.options import FLAGS, VALUED, Globals, top
from l10n.cli.output import say
from l10n.errors import FileError, L10nError, UsageError

INTERRUPTED = 130
INTERNAL = 70  # EX_SOFTWARE of sysexits.h

COMMANDS = (
    *("init", "import", "segment", "extract", "draft", "translate", "run", "review", "log"),
    *("verify", "stats", "check", "show", "status", "publish", "engines"),
)
"""Commands by themselves; each is a function in the module of its name."""
GROUPS = {
    "unit": ("unit", "unit_acts"),
    "merge-driver": ("merge_driver",),
    "glossary": (
        *("glossary", "glossary_list", "glossary_lint", "glossary_exchange", "glossary_add"),
        *("glossary_impact", "glossary_candidates"),
    ),
    "memory": ("memory",),
}
"""Groups of commands: the module with the group, and those that add more to it."""


def app(only: str | None = None) -> typer.Typer:
    """The program with one of its commands or groups, or else with all of them.

    Reading and building them all takes longer than what most commands do.
    """
    program = typer.Typer(
        name="l10n",
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
        epilog="A first look: l10n init newsroom, then cd newsroom and l10n run.",
    )
    program.callback()(top)
    known = only in COMMANDS or only in GROUPS
    for name in COMMANDS:
        if name == only or not known:
            own = "import_" if name == "import" else name
            program.command(name)(getattr(import_module(f"l10n.cli.{own}"), own))
    for name in GROUPS:
        if name == only or not known:
            program.add_typer(_group(name), name=name)
    return program


@cache
def _group(name: str) -> typer.Typer:
    """A group with all of its commands."""
    first, *others = (import_module(f"l10n.cli.{module}") for module in GROUPS[name])
    group: typer.Typer = first.app
    for other in others:
        other.add_to(group)
    return group


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the program with `arguments`; returns its exit code and raises nothing."""
    spare()
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        front, rest = hoisted(given)
        program = app(rest[0] if rest else None)
        code = program(front + rest, standalone_mode=False, prog_name="l10n", obj=Globals())
        sys.stdout.flush()
    except typer.Exit as ending:
        return int(ending.exit_code)
    except SystemExit as ending:
        # typer ends the program where the reader of stdout went away, and only there.
        return _reader_gone(ending)
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - see _ended
        return _ended(error)
    if code == INTERRUPTED:  # typer's own answer to an interrupt
        return _interrupted(KeyboardInterrupt())
    return int(code or 0)


def _ended(error: BaseException) -> int:
    """Tell an error in one line; returns the exit code of its kind."""
    for kind, tell in _TELLERS:
        if isinstance(error, kind):
            return tell(error)
    if os.environ.get("L10N_DEBUG"):
        raise error
    text = " ".join(f"{type(error).__name__}: {error}".split())[:300]
    say(f"internal error: {text}; this is a bug, L10N_DEBUG=1 shows where")
    return INTERNAL


def _interrupted(_error: BaseException) -> int:
    say("interrupted; what was finished is saved")
    return INTERRUPTED


def _usage(error: TyperException) -> int:
    if type(error).__name__ == "NoArgsIsHelpError":
        sys.stdout.write(error.format_message() + "\n")
        return UsageError.exit_code
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "l10n"
    message = " ".join(error.format_message().replace("Value error, ", "").split())
    told = message.rstrip(".?") + _nearest(message)
    say(f"error: {told}; {command} --help shows how it is called")
    return UsageError.exit_code


def _nearest(message: str) -> str:
    """Which choice was meant, for a message that lists them."""
    given, _, choices = message.partition(" is not one of ")
    wrong = given.rpartition("'")[0].rpartition("'")[2]
    near = difflib.get_close_matches(wrong, re.findall(r"'([^']+)'", choices), 1, 0.5)
    return f"; did you mean '{near[0]}'" if near else ""


def _reader_gone(_error: BaseException) -> int:
    # Nothing more can be said on stdout, and Python must not try at its end.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _known(error: L10nError) -> int:
    say(f"error: {error}")
    return error.exit_code


def _system(error: OSError) -> int:
    where = f"{error.filename}: " if error.filename else ""
    reason = (error.strerror or str(error)).lower()
    remedy = {
        errno.ENOSPC: "; free some space and run it again: what was finished is saved",
        errno.EACCES: "; check the permissions of the file and its folder",
        errno.EROFS: "; the file system is read-only",
    }.get(error.errno or 0, "")
    say(f"error: {where}{reason}{remedy}")
    return FileError.exit_code


_Kinds = type[BaseException] | tuple[type[BaseException], ...]
_TELLERS: tuple[tuple[_Kinds, Callable[..., int]], ...] = (
    ((typer.Abort, KeyboardInterrupt), _interrupted),
    (TyperException, _usage),
    (BrokenPipeError, _reader_gone),
    (L10nError, _known),
    (OSError, _system),
)
"""Kinds of errors with what tells them; the first that fits."""


def hoisted(arguments: Sequence[str]) -> tuple[list[str], list[str]]:
    """The global options, which may stand anywhere, and the other arguments."""
    front: list[str] = []
    rest: list[str] = []
    items = iter(arguments)
    for item in items:
        if item == "--":
            rest += [item, *items]
        elif item in FLAGS or item.partition("=")[0] in VALUED:
            front.append(item)
            if item in VALUED:
                front += [value for value in [next(items, None)] if value is not None]
        else:
            rest.append(item)
    return front, rest
