"""`l10n glossary add`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from l10n.cli.options import Globals
from l10n.cli.output import safe, tell, write
from l10n.errors import UsageError

if TYPE_CHECKING:
    from l10n.workflow.workspace import Workspace

Fields = dict[str, list[str]]
"""Values by language or by the name of a concept's field."""
_UNUSED = "an-id-of-nobody"


def add_to(app: typer.Typer) -> None:
    """Add the command to those of `l10n glossary`."""
    app.command("add")(add)


def add(
    context: typer.Context,
    id_: Annotated[str | None, typer.Option("--id", help="Its id; else one is made.")] = None,
    domain: Annotated[str | None, typer.Option(help="Its domain, such as party.")] = None,
    vi: Annotated[
        list[str] | None, typer.Option(help="A Vietnamese term, the preferred one first.")
    ] = None,
    en: Annotated[list[str] | None, typer.Option(help="An English term, likewise.")] = None,
    term: Annotated[
        list[str] | None, typer.Option(metavar="LANG=TEXT", help="A term in any language.")
    ] = None,
    guard: Annotated[list[str] | None, typer.Option(help="A look-alike that is no match.")] = None,
    ambiguous: Annotated[
        list[str] | None, typer.Option(help="An abbreviation that may mean something else.")
    ] = None,
    case: Annotated[str | None, typer.Option(help="any, initial or exact.")] = None,
    target_case: Annotated[str | None, typer.Option(help="proper, title or common.")] = None,
    from_: Annotated[
        str | None, typer.Option("--from", metavar="YYYY-MM-DD", help="Its first day.")
    ] = None,
    to: Annotated[
        str | None, typer.Option("--to", metavar="YYYY-MM-DD", help="Its last day.")
    ] = None,
    source: Annotated[
        list[str] | None, typer.Option(help="Where the equivalent was seen; may be repeated.")
    ] = None,
    note: Annotated[str | None, typer.Option(help="Anything for people.")] = None,
    verified: Annotated[
        bool, typer.Option("--verified", help="The source is a reliable one.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask before writing.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only show the concept.")] = False,
) -> None:
    """Add a concept; on a terminal it asks for what is missing.

    Marks behind a term say what its place does not: "PAVN [deprecated, abbreviation]".

    Example: l10n glossary add --domain press --vi "Thông tấn xã" --en "News agency"
    """
    from l10n.workflow.glossary_adding import add_concept, drafted, preview, term_of

    given: Globals = context.obj
    workspace = given.workspace()
    single = {"id": id_, "domain": domain, "case": case, "target_case": target_case,
              "valid_from": from_, "valid_to": to, "note": note}  # fmt: skip
    several = {"vi": vi, "en": en, "guards": guard, "ambiguous": ambiguous, "source": source}
    fields = _filled({**{name: [value or ""] for name, value in single.items()}, **several})
    fields |= {"verified": ["true"]} if verified else {}
    for language, text in map(term_of, term or ()):
        fields.setdefault(language, []).append(text)
    terminal = sys.stdin.isatty() and sys.stderr.isatty()
    _complete(workspace, fields, ask=terminal)
    concept = drafted(workspace, fields)
    if dry_run or terminal:
        tell(preview(concept).rstrip())
    if dry_run:
        return
    if terminal and not yes and not _confirm("Add it?", default=True):
        tell("nothing is written")
        raise typer.Exit(1)
    concept, path = add_concept(workspace, fields)
    write(concept.id)
    tell(f"wrote {workspace.project.relative(path)}")


def _filled(given: Mapping[str, list[str] | None]) -> Fields:
    """The fields of which something is said."""
    said = {name: [v.strip() for v in values or () if v.strip()] for name, values in given.items()}
    return {name: values for name, values in said.items() if values}


def _complete(workspace: Workspace, fields: Fields, *, ask: bool) -> None:
    """Fills in what a concept needs: from the terminal, or by saying what is missing."""
    from l10n.workflow.glossary_adding import suggestion

    settings = workspace.project.settings
    if not ask:
        _refuse_missing(fields, settings.source, settings.targets)
    else:
        _ask(workspace, fields, settings.source, settings.targets)
    if "id" not in fields:
        words = fields.get(settings.source) or [""]
        made = suggestion(workspace, fields["domain"][0], words[0])
        fields["id"] = [made]
        if ask:
            fields["id"] = [_prompt("id", made, lambda id_: _start(workspace, fields, id_))]


def _start(workspace: Workspace, fields: Fields, id_: str) -> None:
    """Refuses a concept that is there already, and an id that cannot be."""
    from l10n.workflow.glossary_adding import drafted

    begun = (workspace.project.settings.source, "valid_from", "valid_to")
    drafted(workspace, {"id": [id_], **{name: fields[name] for name in begun if name in fields}})


def _refuse_missing(fields: Fields, source: str, targets: Sequence[str]) -> None:
    wanted = [f"a term in {source}"] if source not in fields else []
    if not any(target in fields for target in targets):
        wanted.append(f"a term in {' or '.join(targets)}")
    wanted += ["a domain"] if "domain" not in fields else []
    if wanted:
        raise UsageError(
            f"the concept lacks {' and '.join(wanted)}",
            remedy="l10n glossary add --help shows how to give it; a terminal is asked for it",
        )


def _ask(workspace: Workspace, fields: Fields, source: str, targets: Sequence[str]) -> None:
    if source not in fields:
        fields[source] = _terms(source, needed=True)
    _show_near(workspace, fields[source])
    _start(workspace, fields, _UNUSED)  # before anything else is asked
    for target in targets:
        if target not in fields:
            needed = target == targets[-1] and not any(t in fields for t in targets)
            fields.update({target: found} if (found := _terms(target, needed=needed)) else {})
    if "domain" not in fields:
        concepts = workspace.glossary.concepts.values()
        known = ", ".join(dict.fromkeys(c.domain for c in concepts if c.domain))
        tell(f"domains so far: {known or 'none'}")
        fields["domain"] = [_prompt("domain")]
    if "source" not in fields and (seen := _prompt("where was it seen (or nothing)", "")):
        fields["source"] = [seen]
        if "verified" not in fields and _confirm("is that a reliable place?", default=False):
            fields["verified"] = ["true"]


def _terms(language: str, *, needed: bool) -> list[str]:
    """Terms of a language, one a line, until nothing comes."""
    from l10n.workflow.glossary_adding import entry_of

    found: list[str] = []

    def fits(text: str) -> object:
        return entry_of({"id": [_UNUSED], language: [*found, text]})

    question = f"preferred term in {language}" + ("" if needed else " (or nothing)")
    answer = _prompt(question, None if needed else "", fits)
    while answer:
        found.append(answer)
        answer = _prompt(f"another term in {language} (or nothing)", "", fits)
    return found


def _show_near(workspace: Workspace, texts: list[str]) -> None:
    from l10n.workflow.glossary_adding import near, place

    for concept, term in near(workspace, texts[0]):
        tell(f"like it: {concept.id} “{term}”{place(workspace, concept)}")


def _prompt(question: str, default: str | None = None, fits: Callable[[str], object] = str) -> str:
    """An answer from the terminal; it is asked until there is one, or a default, that fits.

    `fits` raises `UsageError` for what does not.
    """
    shown = f"{question} [{default}]" if default else question
    while True:
        answer = _answer(shown) or default or ""
        try:
            if answer:
                fits(answer)
        except UsageError as error:
            tell(str(error))
            continue
        if answer or default is not None:
            return answer


def _confirm(question: str, *, default: bool) -> bool:
    answer = _answer(f"{question} [{'Y/n' if default else 'y/N'}]").lower()
    return answer.startswith(("y", "c")) if answer else default  # yes, có


def _answer(question: str) -> str:
    # The question is talk, so it goes to stderr, whatever stdout is.
    sys.stderr.write(f"{safe(question)}: ")
    sys.stderr.flush()
    line = sys.stdin.readline()
    if not line:
        raise typer.Abort
    return line.strip()
