"""The program: its commands, and what becomes of every error."""

from __future__ import annotations

import difflib
import errno
import os
import re
import sys
from collections.abc import Callable, Sequence

import typer
from typer.exceptions import TyperException

from l10n.cli import (
    check,
    draft,
    engines,
    extract,
    glossary,
    glossary_add,
    glossary_candidates,
    glossary_exchange,
    glossary_impact,
    glossary_lint,
    glossary_list,
    import_,
    init,
    log,
    memory,
    merge_driver,
    publish,
    review,
    segment,
    show,
    stats,
    status,
    translate,
    unit,
    unit_acts,
    verify,
)
from l10n.cli import run as run_command
from l10n.cli.options import FLAGS, VALUED, Globals, top
from l10n.cli.output import say
from l10n.errors import FileError, L10nError, UsageError

INTERRUPTED = 130
INTERNAL = 70  # EX_SOFTWARE of sysexits.h

app = typer.Typer(
    name="l10n",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="A first look: l10n init newsroom, then cd newsroom and l10n run.",
)
app.callback()(top)
app.command("init")(init.init)
app.command("import")(import_.import_)
app.command("segment")(segment.segment)
app.command("extract")(extract.extract)
app.command("draft")(draft.draft)
app.command("translate")(translate.translate)
app.command("run")(run_command.run)
app.command("review")(review.review)
unit_acts.add_to(unit.app)
app.add_typer(unit.app, name="unit")
app.command("log")(log.log)
app.command("verify")(verify.verify)
app.command("stats")(stats.stats)
app.add_typer(merge_driver.app, name="merge-driver")
app.command("check")(check.check)
app.command("show")(show.show)
app.command("status")(status.status)
glossary_list.add_to(glossary.app)
glossary_lint.add_to(glossary.app)
glossary_exchange.add_to(glossary.app)
glossary_add.add_to(glossary.app)
glossary_impact.add_to(glossary.app)
glossary_candidates.add_to(glossary.app)
app.add_typer(glossary.app, name="glossary")
app.add_typer(memory.app, name="memory")
app.command("publish")(publish.publish)
app.command("engines")(engines.engines)


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the program with `arguments`; returns its exit code and raises nothing."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        code = app(hoisted(given), standalone_mode=False, prog_name="l10n", obj=Globals())
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


def hoisted(arguments: Sequence[str]) -> list[str]:
    """`arguments` with the global options in front, so that they may stand anywhere."""
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
    return front + rest
