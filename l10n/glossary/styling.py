"""Applies a house style to concepts: the chosen form is preferred, the others deprecated."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from l10n.errors import SettingsError
from l10n.glossary.targets import BAD, regular_target, respell_country
from l10n.model import Concept, Status, Style, Term
from l10n.patterns import late

_GENERIC = "province|provincial|city|municipal|district|commune|communal|ward|organisation"
_ALTERNATIVES: Mapping[str, Mapping[str, str]] = {
    "politburo": {"Politburo": r"(?i)\bpolitburo", "Political Bureau": r"(?i)\bpolitical bureau"},
    "ban_thuong_vu": {
        "Standing Board": r"(?i)\bstanding board",
        "Standing Committee": r"(?i)\bstanding committee",
    },
    "ban_chap_hanh_dang_bo": {
        "Executive Board": r"(?i)\bexecutive board",
        "Executive Committee": r"(?i)\bexecutive (?:party )?committee",
        "Party Committee": r"(?i)^(?!.*\bexecutive\b).*\bparty committee\b",
    },
    "truong_ban_trung_uong": {
        "Chairman": r"(?i)\bchair(?:wo)?m[ae]n\b",
        "Head": r"(?i)\bhead\b",
    },
    "thuong_truc": {"Permanent": r"(?i)\bpermanent\b", "Standing": r"(?i)\bstanding\b"},
    "gender": {
        "by-person": r"(?i)\bchair(?:wo)?m[ae]n\b",
        "neutral": r"(?i)\bchair(?:persons?|s)?\b",
    },
    "place_order": {
        "before": rf"(?i)^(?:(?!\bof\b).)*\b(?:{_GENERIC})\b|\bof the (?:{_GENERIC}) \w",
        "after": rf"(?i)\bof the (?:{_GENERIC})$",
    },
    "capital_of_generic": {
        "lower": rf"\b(?:{_GENERIC})\b",
        "upper": rf"\b(?!(?:{_GENERIC})\b)(?i:{_GENERIC})\b",
    },
    "term_word": {"tenure": r"(?i)\btenures?\b", "term": r"(?i)\bterms?\b"},
    "can_bo": {"officials": r"(?i)\bofficials?\b", "cadres": r"(?i)\bcadres?\b"},
    "east_sea": {"East Sea": r"(?i)\beast sea\b", "South China Sea": r"(?i)\bsouth china sea\b"},
    "ministry_of_ethnic": {
        "Ministry of Ethnic and Religious Affairs": r"(?i)\bethnic and religious affairs",
        "Ministry of Ethnic Minorities and Religions": r"(?i)\bethnic minorities and religions",
    },
    "people_capital": {"the People": r"\b[Tt]he People\b", "the people": r"\b[Tt]he people\b"},
    "diacritics_in_names": {"keep": r"[^\x00-\x7f’]", "strip": r"^[\x00-\x7f’]*$"},
}
"""By what a term is seen to follow one answer or another (see `model.style.CHOICES`)."""

_STEMS = "organ|mobil|modern|industrial|popular|national|global|digital|special|social|real|recogn"
_BRITISH = late(
    r"(?i)\b(defen|offen)ce(s?)\b|\b(lab|fav|hon|harb|neighb)our|\b(cent|theat)re(s?)\b"
    rf"|\b(program)me(s?)\b|\b(\w*(?:{_STEMS}))is(ations?|e[ds]?|ing)\b"
)
_AMERICAN = late(
    r"(?i)\b(defen|offen)se(s?)\b|\b(lab|fav|hon|harb|neighb)or(?=s?\b)|\b(cent|theat)er(s?)\b"
    rf"|\b(program)(s?)\b|\b(\w*(?:{_STEMS}))iz(ations?|e[ds]?|ing)\b"
)


def styled(concepts: Mapping[str, Concept], styles: Mapping[str, Style]) -> Mapping[str, Concept]:
    """The concepts as the house wants them in each target language.

    Raises `SettingsError` for a preference that names no concept or none of its terms.
    """
    result = dict(concepts)
    for language, style in styles.items():
        _know(concepts, language, style)
        for id_, concept in result.items():
            terms = concept.terms.get(language)
            if terms:
                chosen = _chosen(concept, language, style)
                if chosen != terms:
                    result[id_] = replace(concept, terms={**concept.terms, language: chosen})
    return result


def _know(concepts: Mapping[str, Concept], language: str, style: Style) -> None:
    for id_, text in style.prefer.items():
        place = f"style.{language}.prefer"
        if id_ not in concepts:
            raise SettingsError(
                f"{place}: no concept {id_!r}", remedy="l10n glossary list names the concepts"
            )
        accepted = [t.text for t in concepts[id_].terms.get(language, ()) if t.status not in BAD]
        if text not in accepted:
            raise SettingsError(
                f"{place}: {text!r} is no accepted term of {id_}",
                remedy=f"choose {' or '.join(accepted) or 'another concept'}",
            )


def _chosen(concept: Concept, language: str, style: Style) -> tuple[Term, ...]:
    chosen = concept.terms[language]
    for switch, answer in style.choices.items():
        if switch == "diacritics_in_names":
            chosen = _renamed(chosen, concept, keep=answer == "keep")
        chosen = _switched(chosen, switch, answer)
    if concept.id in style.prefer:
        text = style.prefer[concept.id]
        # An abbreviation that the house prefers is its term.
        chosen = tuple(replace(t, kind="term") if t.text == text else t for t in chosen)
        chosen = _only(chosen, lambda term: term.text == text, lambda _: True)
    if style.country:
        chosen = _once(replace(t, text=respell_country(t.text, style.country)) for t in chosen)
    return chosen


def _switched(terms: tuple[Term, ...], switch: str, answer: str) -> tuple[Term, ...]:
    if switch == "spelling":
        return _respelled(terms, american=answer == "American")
    ways = _ALTERNATIVES.get(switch)
    if ways is None:
        return terms
    mine = re.compile(ways[answer])
    others = [re.compile(way) for key, way in ways.items() if key != answer]
    if (switch, answer) in _MADE:
        pattern, way = _MADE[switch, answer]
        terms = _rewritten(terms, lambda text: pattern.sub(way, text))
    if switch == "east_sea":  # the house's word goes before the glossary's
        terms = tuple(
            replace(t, status=Status.ADMITTED)
            if t.status is Status.DEPRECATED and mine.search(t.text)
            else t
            for t in terms
        )
    return _only(
        terms,
        lambda term: bool(mine.search(regular_target(term.text).text)),
        lambda term: any(other.search(regular_target(term.text).text) for other in others),
    )


_MADE = {
    ("gender", "neutral"): (late(r"(?<=\b[Cc]hair)(?:wo)?man\b"), "person"),
    ("ban_chap_hanh_dang_bo", "Party Committee"): (
        late(r"\bExecutive (?:Board|Committee) of the (?=\w+ Party Committee\b)"),
        "",
    ),
}
"""How a term is made to follow an answer that the glossary has no term for."""


def _renamed(terms: tuple[Term, ...], concept: Concept, *, keep: bool) -> tuple[Term, ...]:
    """The accepted terms with the names of the Vietnamese ones as they are, or without marks."""
    vietnamese = " ".join(term.text for term in concept.terms.get("vi", ()))
    names = [name for name in _NAME.findall(vietnamese) if name != "Việt Nam"]
    pairs = {name: _without_marks(name) for name in names}
    if keep:
        pairs = {plain: name for name, plain in pairs.items()}
    words = "|".join(re.escape(name) for name in sorted(pairs, key=len, reverse=True))
    if not words:
        return terms
    pattern = re.compile(rf"\b(?:{words})\b")
    return _rewritten(terms, lambda text: pattern.sub(lambda hit: pairs[hit[0]], text))


_NAME = late(r"[^\W\d_a-z]\w+(?: [^\W\d_a-z]\w+)+")


def _without_marks(name: str) -> str:
    letters = unicodedata.normalize("NFD", name.replace("Đ", "D").replace("đ", "d"))
    return "".join(c for c in letters if not unicodedata.combining(c))


def _rewritten(terms: tuple[Term, ...], change: Callable[[str], str]) -> tuple[Term, ...]:
    """The accepted terms as they are changed; what they were is deprecated."""
    result: list[Term] = []
    for term in terms:
        text = change(term.text)
        if term.status in BAD or text == term.text:
            result.append(term)
        else:
            result += (replace(term, text=text), replace(term, status=Status.DEPRECATED))
    return _once(result)


def _only(
    terms: tuple[Term, ...], fits: Callable[[Term], bool], differs: Callable[[Term], bool]
) -> tuple[Term, ...]:
    """Deprecates the accepted terms that differ, where there is one that fits.

    Abbreviations, plurals and short forms stay what they are.
    """
    plain = [t for t in terms if t.status not in BAD and t.kind == "term"]
    right = [t for t in plain if fits(t)]
    wrong = [t for t in plain if t not in right and differs(t)]
    if not right or not wrong:
        return terms
    first = next((t for t in right if t.status is Status.PREFERRED), right[0])
    best = first if terms[0] in wrong or terms[0] in right else terms[0]
    result = [replace(best, status=Status.PREFERRED)]
    for term in terms:
        if term is best:
            continue
        if term in wrong:
            result.append(replace(term, status=Status.DEPRECATED))
        elif term.status is Status.PREFERRED:
            result.append(replace(term, status=Status.ADMITTED))
        else:
            result.append(term)
    return tuple(result)


def _respelled(terms: tuple[Term, ...], *, american: bool) -> tuple[Term, ...]:
    """The accepted terms in one spelling; the other one is deprecated."""
    result = list(_rewritten(terms, lambda text: respell(text, american=american)))
    for term in tuple(result):
        other = respell(term.text, american=not american)
        if term.status not in BAD and other != term.text:
            result.append(replace(term, text=other, status=Status.DEPRECATED))
    return _once(result)


def respell(text: str, *, american: bool) -> str:
    """English text in American or else in British spelling, as far as official names need it."""
    if american:
        return _BRITISH.sub(_to_american, text)
    return _AMERICAN.sub(_to_british, text)


def _to_american(hit: re.Match[str]) -> str:
    if hit[1]:
        return f"{hit[1]}se{hit[2]}"
    if hit[3]:
        return f"{hit[3]}or"
    if hit[4]:
        return f"{hit[4]}er{hit[5]}"
    if hit[6]:
        return f"{hit[6]}{hit[7]}"
    return f"{hit[8]}iz{hit[9]}"


def _to_british(hit: re.Match[str]) -> str:
    if hit[1]:
        return f"{hit[1]}ce{hit[2]}"
    if hit[3]:
        return f"{hit[3]}our"
    if hit[4]:
        return f"{hit[4]}re{hit[5]}"
    if hit[6]:
        return f"{hit[6]}me{hit[7]}"
    return f"{hit[8]}is{hit[9]}"


def _once(terms: Iterable[Term]) -> tuple[Term, ...]:
    """Each wording once, as it comes first."""
    result: dict[str, Term] = {}
    for term in terms:
        result.setdefault(term.text, term)
    return tuple(result.values())
