import unicodedata
from dataclasses import replace

import pytest

from l10n import checks
from l10n.checks import registry
from l10n.model import Severity, State, Unit, Verdict, VerdictKind, seal_of
from l10n.settings import CheckSettings


def test_ids_are_unique_and_every_check_is_described() -> None:
    ids = [check.id for check in checks.CHECKS]
    assert len(set(ids)) == len(ids)
    assert all(check.description.endswith(".") for check in checks.CHECKS)


def test_settings_turn_off_and_change_severity() -> None:
    subject = checks.Subject(Unit(source="Hội nghị."))
    [finding] = checks.run(subject, {"untranslated": CheckSettings(Severity.INFO)}, file="x.po")
    assert (finding.severity, finding.file) == (Severity.INFO, "x.po")
    assert checks.run(subject, {"untranslated": CheckSettings(enabled=False)}) == []


def test_a_broken_seal_names_who_signed() -> None:
    unit = Unit(
        source="Hội nghị.",
        target="A meeting.",
        recorded=State.APPROVED,
        seal=seal_of("Hội nghị.", "A conference."),
        approver="ha",
    )
    [finding] = checks.run(checks.Subject(unit), {})
    assert finding.check == "broken-seal"
    assert finding.message == "approved by ha, but the text has changed since: review it again"


def test_a_broken_seal_without_a_name() -> None:
    unit = Unit(source="Hội nghị.", target="A meeting.", recorded=State.REVIEWED, seal="x")
    [finding] = checks.run(checks.Subject(unit), {})
    assert finding.message.startswith("reviewed, but")


def test_a_target_may_have_a_limit_of_its_own() -> None:
    source = "Hội nghị thống nhất tiếp tục đổi mới nội dung, phương thức thông tin."
    unit = Unit(source=source, target="They agreed to it.", language="fr")
    own = CheckSettings(targets={"fr": CheckSettings(limit=99), "es": CheckSettings(enabled=False)})
    for language, told in (("fr", False), ("es", False), ("en", True)):
        subject = checks.Subject(replace(unit, language=language))
        found = checks.run(subject, {"length-ratio": own})
        assert ("length-ratio" in {f.check for f in found}) is told


def test_decomposed_texts_are_read_like_composed_ones() -> None:
    source = unicodedata.normalize("NFD", "Ông Trần Văn Đức không chi 15,7 tỷ đồng.")
    target = unicodedata.normalize("NFD", "Trần Văn Đức did not spend VND15.7 billion.")
    found = checks.run(checks.Subject(Unit(source=source, target=target, language="en")), {})
    assert {f.check for f in found} == {"decomposed"}
    assert found[0].target == target


def test_texts_that_come_again_are_told_again_by_what_else_is_known_of_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    unit = Unit(source="Ông Kuroda họp.", target="The meeting  was held.", language="en")
    term = Verdict("kuroda", VerdictKind.OK, "Kuroda")
    for kept in (1, 100):
        monkeypatch.setattr(registry, "_MOST_KEPT", kept)
        for _ in range(2):
            for subject, also in (
                (checks.Subject(unit), True),
                (checks.Subject(unit, verdicts=(term,)), False),
                (checks.Subject(replace(unit, target="Kuroda  met.")), False),
            ):
                found = {f.check: f for f in checks.run(subject, {})}
                assert ("names" in found) is also
                assert found["spaces"].target == subject.unit.target


def test_a_check_that_settings_turn_off_is_off_where_its_findings_are_known() -> None:
    unit = Unit(source="Có 15 người.", target="There were 51 people.", language="en")
    assert "numbers" in {f.check for f in checks.run(checks.Subject(unit), {})}
    off = {"numbers": CheckSettings(enabled=False)}
    assert "numbers" not in {f.check for f in checks.run(checks.Subject(unit), off)}
    skips = replace(unit, skips=(("numbers", "the source is wrong"),))
    assert "numbers" not in {f.check for f in checks.run(checks.Subject(skips), {})}
