"""Inflected targets: by rules in English, by lemmas in other languages, by declared forms."""

from __future__ import annotations

import pytest

from l10n.glossary import Glossary, load
from l10n.glossary.lemmas import lemma, same
from l10n.model import Concept, Style, Term

TERMS = """
- id: committee
  vi: Ủy ban
  en: [Committee, {text: the body, kind: short}]
  ru: Комитет
  fr: Comité populaire provincial
  es: comité popular
  de: Volksrat
  nl: Volkscomité
  ko: 인민위원회
  lo: ຄະນະກຳມະການ
  th: กรรมการดำเนินงาน
  target_case: proper
- id: politburo
  vi: Bộ Chính trị
  en: [Politburo, {text: the Bureau, kind: short}]
  ru: Политбюро
- id: vietnam
  vi: Việt Nam
  ru: Вьетнам
  sr: Вијетнам
- id: hold
  vi: hội đàm
  en: hold talks
  ko: 고위급 회담
- id: minister
  vi: Bộ trưởng
  de: Minister
  ru: министр
  zh: 部长
- id: fish
  vi: cá
  en: {text: the ox, forms: [the oxen]}
  ru: {text: бык-вожак, forms: [быка-вожака]}
- id: bad
  vi: đồng chí
  ru: [товарищ, {text: господин, status: forbidden}]
"""


@pytest.fixture(scope="module")
def glossary(tmp_path_factory: pytest.TempPathFactory) -> Glossary:
    path = tmp_path_factory.mktemp("forms") / "forms.yml"
    path.write_text(TERMS, encoding="utf-8")
    return load([path], {"en": Style(pronouns=("it", "its"))})


@pytest.mark.parametrize(
    ("source", "target", "language", "verdicts"),
    [
        ("Ủy ban", "решение Комитета", "ru", ["ok"]),
        ("Ủy ban", "решение комитета", "ru", ["wrong-case"]),
        ("Ủy ban", "комитетом и советом", "ru", ["wrong-case"]),
        ("Ủy ban", "совета", "ru", ["missing"]),
        ("Ủy ban", "les Comités populaires provinciaux", "fr", ["ok"]),
        ("Ủy ban", "les Comités des provinces", "fr", ["missing"]),
        ("Ủy ban", "le comité, populaire provincial", "fr", ["wrong-case"]),
        ("Ủy ban", "los Comités populares", "es", ["wrong-case"]),
        ("Ủy ban", "die Volksräte", "de", ["ok"]),
        ("Ủy ban", "de Volkscomités", "nl", ["ok"]),
        ("Bộ Chính trị", "члены Политбюро", "ru", ["ok"]),
        ("Việt Nam", "народа Вьетнама", "ru", ["ok"]),
        ("Việt Nam", "u Вијетнаму", "sr", ["ok"]),
        ("hội đàm", "the ministers held talks", "en", ["ok"]),
        ("hội đàm", "the ministers are holding talks", "en", ["ok"]),
        ("hội đàm", "the ministers talked", "en", ["missing"]),
        ("hội đàm", "양국 고위급 회담을", "ko", ["ok"]),
        ("hội đàm", "고위급회담에서", "ko", ["ok"]),
        ("Ủy ban", "인민위원회와의", "ko", ["ok"]),
        ("Ủy ban", "인민위원장은", "ko", ["missing"]),
        ("Ủy ban", "ຄະນະກໍາມະການປະຊາຊົນ", "lo", ["ok"]),
        ("Ủy ban", "กรรมการดําเนินงาน", "th", ["ok"]),
        ("Bộ trưởng", "stellvertretende Ministerin", "de", ["missing"]),
        ("Bộ trưởng", "с заместителем министра", "ru", ["missing"]),
        ("Phó Bộ trưởng", "с заместителем министра", "ru", ["ok"]),
        ("Bộ trưởng", "副部长", "zh", ["missing"]),
        ("Bộ trưởng", "部长和副部长", "zh", ["ok"]),
        ("cá", "they saw the oxen", "en", ["ok"]),
        ("cá", "видели быка-вожака", "ru", ["ok"]),
        ("đồng chí", "с господами", "ru", ["forbidden"]),
        ("đồng chí", "с товарищами", "ru", ["ok"]),
    ],
)
def test_inflected_forms_count(
    glossary: Glossary, source: str, target: str, language: str, verdicts: list[str]
) -> None:
    assert [str(v.verdict) for v in glossary.verify(source, target, language=language)] == verdicts


@pytest.mark.parametrize(
    ("target", "verdicts"),
    [
        ("The Politburo met. The Bureau concluded.", ["ok: Politburo", "ok: The Bureau"]),
        ("The Politburo met. It concluded.", ["ok: Politburo", "ok: It"]),
        ("The Politburo met and concluded.", ["ok: Politburo", "missing: "]),
        # the short form comes later, and never alone
        ("The Bureau met. The Politburo concluded.", ["ok: Politburo", "missing: "]),
        ("The Bureau met. It concluded.", ["missing: ", "missing: "]),
    ],
)
def test_later_mentions_may_be_short(glossary: Glossary, target: str, verdicts: list[str]) -> None:
    found = glossary.verify("Bộ Chính trị họp. Bộ Chính trị kết luận.", target)
    assert [f"{v.verdict}: {v.found}" for v in found] == verdicts


def test_a_pronoun_stands_for_one_mention(glossary: Glossary) -> None:
    source = "Bộ Chính trị, Ủy ban; Bộ Chính trị, Ủy ban"
    found = glossary.verify(source, "The Politburo and the Committee met; it concluded.")
    assert [str(v.verdict) for v in found] == ["ok", "ok", "ok", "missing"]


def test_levels_share_a_name(shipped: Glossary) -> None:
    source = "UBND tỉnh, UBND thành phố và UBND xã"
    for target in (
        "provincial, municipal and commune People's Committees",
        "municipal, commune and provincial People's Committees",
    ):
        assert [str(v.verdict) for v in shipped.verify(source, target)] == ["ok"] * 3
    found = shipped.verify(source, "provincial and commune People's Committees")
    assert [str(v.verdict) for v in found] == ["ok", "missing", "ok"]


def test_the_article_may_go_in_the_plural(shipped: Glossary) -> None:
    found = shipped.verify("Chủ tịch UBND tỉnh", "Chairmen of provincial People's Committees")
    assert [str(v.verdict) for v in found] == ["ok"]


@pytest.mark.parametrize(
    ("one", "other", "language", "alike"),
    [
        ("советник", "совет", "ru", False),
        ("секретарь", "секретариат", "ru", False),
        ("parti", "partir", "fr", False),
        ("ООН", "оон", "ru", True),
        ("США", "сша", "ru", True),
        ("ASEAN", "Aseans", "de", False),
        ("Биньтхуан", "Биньтхуане", "ru", True),
        ("Биньтхуан", "Биньзыонг", "ru", False),
    ],
)
def test_words_are_the_same_by_lemma(one: str, other: str, language: str, alike: bool) -> None:
    assert same(one, other, language) is alike


def test_forms_are_part_of_the_fingerprint() -> None:
    def glossary(*forms: str) -> Glossary:
        return Glossary({"a": Concept("a", {"vi": (Term("cá", forms=forms),)})})

    assert glossary().fingerprint != glossary("cá con").fingerprint


@pytest.mark.parametrize(
    ("source", "target", "verdicts"),
    [
        (
            "HĐND tỉnh, UBND tỉnh",
            "the provincial People's Council and People's Committee",
            ["ok", "ok"],
        ),
        ("HĐND, UBND tỉnh", "the provincial People's Council and People's Committee", ["ok", "ok"]),
        (
            "Tỉnh ủy, HĐND tỉnh, UBND tỉnh",
            "the provincial Party Committee, People's Council and People's Committee",
            ["ok", "ok", "ok"],
        ),
        ("UBND tỉnh", "the provincial People's Council and the People's Committee", ["missing"]),
    ],
)
def test_bodies_share_a_level(
    shipped: Glossary, source: str, target: str, verdicts: list[str]
) -> None:
    assert [str(v.verdict) for v in shipped.verify(source, target)] == verdicts


@pytest.mark.parametrize(("language", "loaded"), [("en-GB", 1), ("vi", 0)])
def test_what_lemmas_need_is_loaded_beforehand_where_there_are_any(
    language: str, loaded: int
) -> None:
    lemma.cache_clear()
    Glossary({}).prepare(language)
    assert lemma.cache_info().currsize == 0
    concept = Concept("hop", {"vi": (Term("họp"),)})
    Glossary({concept.id: concept}).prepare(language)
    assert lemma.cache_info().currsize == loaded
