from pathlib import Path

import pytest

from l10n.errors import FileError, SettingsError
from l10n.model import Severity, Style
from l10n.settings import CheckSettings, Route, Settings, load, parse

FULL = """\
source: vi
targets: [en, es, "no"]
units: paragraph
segmentation: rules.srx
engine: libretranslate
engines:
  libretranslate: {url: "http://127.0.0.1:5000", key_env: LIBRETRANSLATE_KEY, timeout: 30}
  local:
routes:
  es: {via: en, engine: apertium}
  fr: {via: en}
workflow:
  four_eyes: false
  people: {lan: [translator, reviewer], ha: [approver]}
checks:
  length-ratio: {severity: info}
  markup: false
  links: {enabled: false}
style:
  en: {country_name: Vietnam, prefer: {party-bct: Politburo}, pronouns: [it, its]}
"""


def test_every_key_is_read() -> None:
    settings = parse(FULL)
    assert settings.targets == ("en", "es", "no")
    assert settings.units == "paragraph"
    assert settings.segmentation == "rules.srx"
    assert settings.engines["libretranslate"]["timeout"] == 30
    assert settings.engines["local"] == {}
    assert settings.routes == {"es": Route("en", "apertium"), "fr": Route("en")}
    assert settings.workflow.people["lan"] == ("translator", "reviewer")
    assert settings.workflow.four_eyes is False
    assert settings.checks == {
        "length-ratio": CheckSettings(Severity.INFO),
        "markup": CheckSettings(enabled=False),
        "links": CheckSettings(enabled=False),
    }
    assert settings.style["en"] == Style(
        {"country_name": "Vietnam"}, {"party-bct": "Politburo"}, ("it", "its")
    )


@pytest.mark.parametrize("text", ["", "# only a comment\n", "{}"])
def test_every_key_has_a_default(text: str) -> None:
    assert parse(text) == Settings()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("targts: [en]", "l10n.yml:1: unknown key 'targts'; did you mean 'targets'?"),
        ("source: vi\nzzz: 1", "l10n.yml:2: unknown key 'zzz'; known: source, targets"),
        ("source: vi\nsource: en", "l10n.yml:2: the key 'source' stands twice"),
        ("targets: en", "l10n.yml:1: targets must be a list"),
        ("targets: []", "l10n.yml:1: targets must be a list"),
        ("targets: [en, en]", "a target stands twice"),
        ("targets:\n- en\n- ../x", "l10n.yml:3: '../x' is not a language tag"),
        ("source: 7", "7 is not a language tag"),
        ("units: word", "units cannot be 'word'; choose sentence or paragraph"),
        ("engine: ''", "engine must be text"),
        ("segmentation: ../rules.srx", "leaves the project"),
        ("segmentation: /etc/passwd", "leaves the project"),
        ("engines: {x: {key: secret}}", "a key does not belong in l10n.yml; name the environment"),
        ("engines: [x]", "engines must be a mapping"),
        ("routes: {es: {engine: x}}", "the route of es lacks via"),
        ("workflow: {people: {lan: translator}}", "the roles of lan must be a list"),
        ("workflow: {people: {lan: [boss]}}", "0 cannot be 'boss'; choose translator"),
        ("workflow: {four_eyes: sometimes}", "four_eyes must be true or false"),
        ("checks: {x: {severity: fatal}}", "severity cannot be 'fatal'"),
        ("checks: {x: {limit: wide}}", "limit must be a number above 0, not 'wide'"),
        ("checks: {x: {limit: true}}", "limit must be a number above 0, not True"),
        ("checks: {x: {limit: 0}}", "limit must be a number above 0, not 0"),
        (
            "checks: {x: {targets: {fr: {limit: -.inf}}}}",
            "limit must be a number above 0, not -inf",
        ),
        ("checks: {x: {limit: .nan}}", "limit must be a number above 0, not nan"),
        ("checks: {x: {targets: {fr: {targets: {}}}}}", "unknown key 'targets'"),
        ("checks: {x: {targets: {7: false}}}", "the key 7 must be a word"),
        (
            "targets: [fr]\nchecks:\n  x:\n    targets:\n      fr: false\n      fi: false",
            "l10n.yml:6: 'fi' is no target; targets are fr: add it there, or take it out",
        ),
        (
            "targets: [fr]\nstyle:\n  fr: {diacritics_in_names: keep}\n  en: {}",
            "l10n.yml:4: 'en' is no target; targets are fr: add it there, or take it out",
        ),
        (
            "style: {en: {contry_name: X}}",
            "unknown key 'contry_name'; did you mean 'country_name'?",
        ),
        (
            "style: {en: {spelling: Irish}}",
            "spelling cannot be 'Irish'; choose British or American",
        ),
        ("style: {en: {prefer: {party-bct: 7}}}", "party-bct must be text, not 7"),
        ("style: {en: {pronouns: it}}", "pronouns must be a list"),
        ("1: x", "the key 1 must be a word"),
        ("[a]", "the settings must be a mapping"),
        ("a: [", "not valid YAML"),
        ("a: &x 1\nb: *x", "l10n.yml:1: YAML anchors and aliases"),
        ("source: !!python/name:os.system x", "the YAML tag"),
        ("? [a]\n: b", "a key must be a plain word"),
        ("<<: {a: 1}", "a key must be a plain word"),
        ("a: [[[", "not valid YAML"),
        ("a: " + "[" * 60 + "]" * 60, "nested too deeply"),
        ("--- a\n--- b", "not valid YAML"),
        ("date: 2024-13-45", "not valid YAML"),
        ("a: \x07", "not valid YAML"),
    ],
)
def test_what_is_wrong_is_said_with_place_and_remedy(text: str, message: str) -> None:
    with pytest.raises(SettingsError) as caught:
        parse(text)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_is_read_with_its_name_in_errors(tmp_path: Path) -> None:
    path = tmp_path / "l10n.yml"
    path.write_bytes(b"\xef\xbb\xbfsource: en\ntargets: [vi]\n")
    assert load(path).source == "en"
    path.write_bytes(b"source: vi\n# \xff\n")
    with pytest.raises(SettingsError, match=r"l10n\.yml:2: not valid UTF-8"):
        load(path)
    path.write_bytes(b"#" * 1_000_001)
    with pytest.raises(SettingsError, match="too large"):
        load(path)
    with pytest.raises(FileError, match="cannot be read"):
        load(tmp_path / "missing.yml")


def test_a_check_may_differ_in_one_target() -> None:
    settings = parse(
        "targets: [en, fr, es]\n"
        "checks: {x: {severity: info, limit: 5, targets: {fr: false, es: {limit: 6}}}}"
    )
    change = settings.checks["x"]
    assert (change.severity, change.limit, change.enabled) == ("info", 5, True)
    assert not change.of("fr").enabled
    assert (change.of("es").severity, change.of("es").limit) == ("info", 6)
    assert change.of("en") is change
