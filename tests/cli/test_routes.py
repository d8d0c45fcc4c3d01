"""Spanish by way of English: drafted from what is reviewed, sent back when that changes."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from l10n.memory import Entry, write_tmx
from l10n.model import Draft, DraftRequest, EngineInfo
from tests.conftest import GLOSSARY, SETTINGS, Outcome, write_tree

Call = Callable[..., Outcome]
SOURCE = "Bộ Chính trị họp tại Hà Nội."
ROUTES = "source: vi\ntargets: [en, es]\nengine: none\nroutes:\n  es: {via: en, engine: echo}\n"


class Echo:
    """Says in capitals what it was asked, with the terms that it was given."""

    def __init__(self) -> None:
        self.asked: list[DraftRequest] = []
        self.pairs: list[tuple[str, str]] = []

    info = EngineInfo("echo", "for tests", ready=True)

    def draft(
        self, requests: Sequence[DraftRequest], *, source_language: str, target_language: str
    ) -> Iterator[Draft]:
        self.pairs.append((source_language, target_language))
        for request in requests:
            self.asked.append(request)
            text = request.source.upper()
            for term in request.terms:
                text = text.replace(request.source[term.start : term.end].upper(), term.equivalent)
            yield Draft(request.id, text)

    def close(self) -> None:
        """Holds nothing."""


@pytest.fixture
def echo(project: Path, monkeypatch: pytest.MonkeyPatch) -> Echo:
    from l10n import engines

    made, create = Echo(), engines.create
    monkeypatch.setattr(
        "l10n.engines.create",
        lambda name, *a, **k: made if name == "echo" else create(name, *a, **k),
    )
    terms = GLOSSARY.replace("  target_case", "  es: [Buró Político]\n  target_case")
    write_tree(project, {"l10n.yml": ROUTES, "glossary/party.yml": terms})
    return made


def unit_of(l10n: Call, language: str) -> dict[str, str]:
    listed = json.loads(l10n("unit", "list", "--to", language, "--format", "json").out)["units"]
    [unit] = [u for u in listed if u["source"] == SOURCE]
    return dict(unit)


def english(l10n: Call, text: str) -> None:
    unit = unit_of(l10n, "en")["unit"]
    for act, who in (("set", "lan"), ("review", "minh")):
        told = [text] if act == "set" else []
        assert l10n("unit", act, unit, *told, "--to", "en", "--as", who).code == 0


def sign(l10n: Call, *acts: str) -> None:
    unit = unit_of(l10n, "es")["unit"]
    for act in acts:
        who = {"accept": "eva", "review": "minh", "approve": "ha"}[act]
        assert l10n("unit", act, unit, "--to", "es", "--as", who).code == 0


def test_it_waits_for_the_review_and_takes_the_reviewed_text(
    project: Path, l10n: Call, echo: Echo
) -> None:
    l10n("extract")
    first = l10n("draft", "--to", "es")
    assert (echo.asked, first.code) == ([], 0)
    assert "8 wait for their route's text to be reviewed" in first.err
    english(l10n, "The Politburo met in Hanoi.")
    assert "1 unit drafted" in l10n("draft", "--to", "es").err
    [request] = echo.asked
    assert (request.source, echo.pairs) == ("The Politburo met in Hanoi.", [("en", "es")])
    assert [t.equivalent for t in request.terms] == ["Buró Político"]
    spanish = unit_of(l10n, "es")
    assert (spanish["target"], spanish["state"]) == ("THE Buró Político MET IN HANOI.", "draft")
    assert not any(reason.startswith("term:") for reason in spanish["reasons"])
    catalog = (project / "translations/es/hoi-nghi.po").read_text("utf-8")
    assert "# l10n: origin=echo via=en:" in catalog
    assert l10n("draft", "--to", "es", "--dry-run").out.startswith("es: 0 units")


def test_a_draft_is_made_anew_when_the_english_changes(l10n: Call, echo: Echo) -> None:
    l10n("extract")
    english(l10n, "The Politburo met in Hanoi.")
    l10n("draft", "--to", "es")
    english(l10n, "The Politburo sat in Hanoi.")
    assert "stale-route" in l10n("check", "--to", "es", "--fail-on", "never").out
    again = l10n("draft", "--to", "es")
    assert "1 sent back" in again.err
    assert unit_of(l10n, "es")["target"] == "THE Buró Político SAT IN HANOI."
    assert "stale-route" not in l10n("check", "--to", "es", "--fail-on", "never").out


def test_what_people_stood_for_goes_back_with_the_reason(
    project: Path, l10n: Call, echo: Echo
) -> None:
    l10n("extract")
    english(l10n, "The Politburo met in Hanoi.")
    l10n("draft", "--to", "es")
    sign(l10n, "accept", "review", "approve")
    assert unit_of(l10n, "es")["state"] == "approved"
    assert l10n("draft", "--to", "es").code == 0
    assert unit_of(l10n, "es")["state"] == "approved"
    english(l10n, "The Politburo sat in Hanoi.")
    assert "1 sent back" in l10n("draft", "--to", "es").err
    back = unit_of(l10n, "es")
    assert (back["state"], back["target"]) == ("translated", "THE Buró Político MET IN HANOI.")
    assert back["reasons"] == ["route:en"]
    assert l10n("verify").code == 0
    assert "sent back" not in l10n("draft", "--to", "es").err
    sign(l10n, "review", "approve")
    assert unit_of(l10n, "es")["state"] == "approved"


def test_what_people_stood_for_goes_back_before_the_new_wording_is_reviewed(
    l10n: Call, echo: Echo
) -> None:
    l10n("extract")
    english(l10n, "The Politburo met in Hanoi.")
    l10n("draft", "--to", "es")
    unit = unit_of(l10n, "en")["unit"]
    l10n("unit", "set", unit, "The Politburo sat in Hanoi.", "--as", "lan", "--to", "en")
    # A draft waits for the review: it can be made from nothing else.
    assert "stale-route" not in l10n("check", "--to", "es", "--fail-on", "never").out
    assert "sent back" not in l10n("draft", "--to", "es").err
    sign(l10n, "accept", "review", "approve")
    assert "stale-route" in l10n("check", "--to", "es", "--fail-on", "never").out
    assert "1 sent back" in l10n("draft", "--to", "es").err
    back = unit_of(l10n, "es")
    assert (back["state"], back["reasons"]) == ("translated", ["route:en"])
    assert "stale-route" not in l10n("check", "--to", "es", "--fail-on", "never").out
    l10n("unit", "set", unit, "The Politburo gathered in Hanoi.", "--as", "lan", "--to", "en")
    assert "stale-route" in l10n("check", "--to", "es", "--fail-on", "never").out


def spanish_status(l10n: Call, *options: str) -> tuple[Outcome, dict[str, object]]:
    done = l10n("status", "--to", "es", "--format", "json", *options)
    return done, json.loads(done.out)["targets"]["es"]


def approve_all(l10n: Call, language: str) -> None:
    """Everything in a target, so that only what is stale can hold it back."""
    listed = json.loads(l10n("unit", "list", "--to", language, "--format", "json").out)["units"]
    for unit in listed:
        if unit["state"] != "approved":
            for act, who in (("set", "eva"), ("approve", "ha")):
                text = [unit["target"] or "Listo."] if act == "set" else []
                call = ("unit", act, unit["unit"], *text, "--to", language, "--as", who)
                assert l10n(*call).code == 0


def test_status_and_publish_tell_what_is_stale(project: Path, l10n: Call, echo: Echo) -> None:
    l10n("extract")
    english(l10n, "The Politburo met in Hanoi.")
    l10n("draft", "--to", "es")
    approve_all(l10n, "es")
    done, counted = spanish_status(l10n, "--require", "approved=100")
    assert (done.code, done.err, counted["stale"], counted["complete"]) == (0, "", 0, True)
    assert l10n("publish", "--to", "es").code == 0
    english(l10n, "The Politburo sat in Hanoi.")
    done, counted = spanish_status(l10n, "--require", "approved=100")
    told = "es: units made from a text that no longer stands: 1; l10n draft sends them back"
    assert (done.code, done.err) == (1, f"l10n: unmet: {told}\n")
    assert (counted["stale"], counted["complete"]) == (1, False)
    assert counted["by_article"][0]["stale"] == 1  # type: ignore[index] # of JSON
    again = spanish_status(l10n)
    assert (again[1], again[0].err) == (counted, f"l10n: warning: {told}\n")
    held = l10n("publish", "--to", "es")
    assert (held.code, held.out) == (1, "")
    assert "1 unit is not approved, or stale" in held.err
    assert f" stale: {SOURCE}" in held.err
    assert "Next: l10n draft, then l10n review" in held.err
    l10n("publish", "--to", "es", "--allow-drafts")
    assert "draft: true" in (project / "published/es/hoi-nghi.md").read_text("utf-8")
    l10n("draft", "--to", "es")
    assert spanish_status(l10n)[1]["stale"] == 0
    (project / "translations/en/hoi-nghi.po").write_bytes(b"\xff")
    done, counted = spanish_status(l10n)
    assert (done.code, len(counted["unreadable"])) == (4, 1)  # type: ignore[arg-type] # of JSON


def test_without_catalogs_nothing_is_stale(project: Path, l10n: Call, echo: Echo) -> None:
    assert spanish_status(l10n)[1]["stale"] == 0
    l10n("extract")
    english(l10n, "The Politburo met in Hanoi.")
    l10n("draft", "--to", "es")
    (project / "translations/en/hoi-nghi.po").unlink()
    assert spanish_status(l10n)[1]["stale"] == 0


def reject(l10n: Call) -> None:
    unit = unit_of(l10n, "en")["unit"]
    done = l10n("unit", "reject", unit, "--to", "en", "--as", "minh", "--comment", "Not so.")
    assert done.code == 0


def test_what_was_made_from_a_text_that_is_rejected_goes_back(l10n: Call, echo: Echo) -> None:
    l10n("extract")
    english(l10n, "The Politburo met in Hanoi.")
    l10n("draft", "--to", "es")
    sign(l10n, "accept", "review", "approve")
    reject(l10n)
    assert spanish_status(l10n)[1]["stale"] == 1
    assert "stale-route" in l10n("check", "--to", "es", "--fail-on", "never").out
    assert "1 sent back" in l10n("draft", "--to", "es").err
    back = unit_of(l10n, "es")
    assert (back["state"], back["reasons"]) == ("translated", ["route:en"])
    sign(l10n, "review", "approve")  # it is right, whatever becomes of the English
    assert "sent back" not in l10n("draft", "--to", "es").err
    assert "stale-route" not in l10n("check", "--to", "es", "--fail-on", "never").out
    # The same text is confirmed: nothing goes back; and rejected again: it does.
    english(l10n, "The Politburo met in Hanoi.")
    assert spanish_status(l10n)[1]["stale"] == 0
    assert "sent back" not in l10n("draft", "--to", "es").err
    assert unit_of(l10n, "es")["state"] == "approved"
    reject(l10n)
    assert "1 sent back" in l10n("draft", "--to", "es").err
    english(l10n, "The Politburo sat in Hanoi.")
    assert "1 sent back" in l10n("draft", "--to", "es").err


def test_a_draft_of_a_text_that_is_rejected_waits_for_another(l10n: Call, echo: Echo) -> None:
    l10n("extract")
    english(l10n, "The Politburo met in Hanoi.")
    l10n("draft", "--to", "es")
    reject(l10n)
    told = l10n("draft", "--to", "es").err
    assert "1 sent back" in told
    assert "wait for their route's text to be reviewed" in told
    assert unit_of(l10n, "es")["state"] == "untranslated"
    english(l10n, "The Politburo sat in Hanoi.")
    l10n("draft", "--to", "es")
    assert unit_of(l10n, "es")["target"] == "THE Buró Político SAT IN HANOI."


@pytest.mark.parametrize("signed", [True, False])
def test_a_rejected_text_that_is_drafted_anew_is_gone_all_the_same(
    l10n: Call, echo: Echo, signed: bool
) -> None:
    l10n("extract")
    english(l10n, "The Politburo met in Hanoi.")
    l10n("draft", "--to", "es")
    if signed:
        sign(l10n, "accept", "review", "approve")
    reject(l10n)
    l10n("draft", "--to", "en", "--redo", "--engine", "echo")
    assert "rejected" not in str(unit_of(l10n, "en")["reasons"])
    assert spanish_status(l10n)[1]["stale"] == 1
    assert "stale-route" in l10n("check", "--to", "es", "--fail-on", "never").out
    assert "1 sent back" in l10n("draft", "--to", "es").err
    assert unit_of(l10n, "es")["state"] == ("translated" if signed else "untranslated")
    assert "sent back" not in l10n("draft", "--to", "es").err
    assert spanish_status(l10n)[1]["stale"] == 0


def test_a_text_of_a_persons_own_is_watched_too(l10n: Call, echo: Echo) -> None:
    l10n("extract")
    english(l10n, "The Politburo met in Hanoi.")
    unit = unit_of(l10n, "es")["unit"]
    l10n("unit", "set", unit, "Se reunió.", "--to", "es", "--as", "eva")
    l10n("draft", "--to", "es")
    english(l10n, "The Politburo sat in Hanoi.")
    l10n("draft", "--to", "es")
    assert unit_of(l10n, "es")["reasons"] == ["route:en"]
    assert echo.asked == []


def test_an_engine_that_is_asked_for_goes_before_the_routes(l10n: Call, echo: Echo) -> None:
    l10n("extract")
    english(l10n, "The Politburo met in Hanoi.")
    assert l10n("draft", "--to", "es", "--engine", "none").code == 0
    assert echo.asked == []


def test_memory_serves_both_languages_of_the_route(project: Path, l10n: Call, echo: Echo) -> None:
    text = "\n".join(
        write_tmx([Entry("The Politburo met in Hanoi.", "El Buró Político se reunió.")], "en", "es")
    )
    write_tree(project, {"memory/en-es.tmx": text})
    l10n("extract")
    english(l10n, "The Politburo met in Hanoi.")
    l10n("draft", "--to", "es")
    assert (unit_of(l10n, "es")["target"], echo.asked) == ("El Buró Político se reunió.", [])
    english(l10n, "The Politburo sat in Hanoi.")
    assert "1 sent back" in l10n("draft", "--to", "es").err
    assert unit_of(l10n, "es")["target"] == "THE Buró Político SAT IN HANOI."


@pytest.mark.parametrize(
    ("routes", "message"),
    [
        ("es: {via: fr}", "routes.es: fr is no target; add it to targets: en, es"),
        ("fr: {via: en}", "routes.fr: fr is no target"),
        ("es: {via: es}", "routes.es leads in a circle: es via es"),
        ("{es: {via: en}, en: {via: es}}", "leads in a circle: es via en via es"),
    ],
)
def test_routes_that_lead_nowhere(project: Path, l10n: Call, routes: str, message: str) -> None:
    settings = SETTINGS.replace("[en]", "[en, es]")
    form = f"routes: {routes}\n" if routes.startswith("{") else f"routes:\n  {routes}\n"
    write_tree(project, {"l10n.yml": settings + form})
    done = l10n("draft")
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert message in done.err
