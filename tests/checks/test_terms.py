import pytest

from l10n import checks
from l10n.model import Addition, Severity, Unit, Verdict, VerdictKind
from tests.checks.table import fires


@pytest.mark.parametrize(
    ("kind", "message"),
    [
        (VerdictKind.OK, None),
        (VerdictKind.MISSING, "term missing: expected “Politburo” (party-bct)"),
        (VerdictKind.FORBIDDEN, "forbidden term “polit”: expected “Politburo” (party-bct)"),
        (VerdictKind.DEPRECATED, "deprecated term “polit”: expected “Politburo” (party-bct)"),
        (VerdictKind.WRONG_CASE, "capitals differ in “polit”: expected “Politburo” (party-bct)"),
    ],
)
def test_every_verdict_is_told(kind: VerdictKind, message: str | None) -> None:
    verdict = Verdict("party-bct", kind, "Politburo", "polit")
    assert fires("terminology", "Bộ Chính trị", "x", verdict) == ([message] if message else [])


def test_a_deprecated_term_weighs_less() -> None:
    verdict = Verdict("party-bct", VerdictKind.DEPRECATED, "Politburo", "x")
    subject = checks.Subject(Unit(source="a b", target="x"), (verdict,))
    assert [f.severity for f in checks.run(subject, {})] == [Severity.WARNING]


def test_a_name_from_nowhere_is_told_once() -> None:
    added = (Addition("state-qh", "National Assembly"),) * 2
    subject = checks.Subject(Unit(source="Hội nghị", target="The National Assembly"), added=added)
    told = [f.message for f in checks.run(subject, {}) if f.check == "added-terms"]
    assert told == ["nothing in the source stands for “National Assembly” (state-qh)"]
