"""Runs one check on one pair."""

from l10n import checks
from l10n.model import Unit, Verdict


def fires(check_id: str, source: str, target: str, *verdicts: Verdict) -> list[str]:
    """The messages of the check `check_id`."""
    subject = checks.Subject(Unit(source=source, target=target), tuple(verdicts))
    return [f.message for f in checks.run(subject, {}) if f.check == check_id]
