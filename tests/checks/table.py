"""Runs one check on one pair."""

from l10n import checks
from l10n.model import Unit, Verdict


def fires(
    check_id: str, source: str, target: str, *verdicts: Verdict, language: str = ""
) -> list[str]:
    """The messages of the check `check_id`."""
    unit = Unit(source=source, target=target, language=language)
    subject = checks.Subject(unit, tuple(verdicts))
    return [f.message for f in checks.run(subject, {}) if f.check == check_id]
