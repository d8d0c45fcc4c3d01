"""The check of negations.

Words are looked at, not their sense; the lists were made so that professionally translated news
raises few findings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from l10n.checks.base import Problem, Subject
from l10n.checks.text import Patterns, has_any, language
from l10n.model import Severity

_SIGNS = Patterns(
    {
        "vi": (
            r"(?<!\w)(?:không|chưa|chẳng|chả|đừng|phi|vô|thiếu|hiếm|ít|hết|mất|khó|từ chối|bác bỏ"
            r"|phủ nhận|ngăn|cấm|tránh|thay vì|ngoài|trừ|bất|kém|nào|miễn|dừng|ngừng|hủy|huỷ|vắng"
            r"|thất bại|trái|loại bỏ|chống|mà thôi)(?!\w)"
        ),
        "en": (
            r"(?<!\w)(?:not|no|never|none|nobody|nothing|nowhere|neither|nor|cannot|without|non|lack\w*"
            r"|hardly|barely|rarely|few|little|refus\w+|den(?:y|ies|ied)|fail\w*|un(?!der|i|til|cle)\w+"
            r"|im(?:poss|prop|perf)\w+|in\w+ble|in(?:ability|capab|compl|corr|eff|suff|vis|accura|adequ)\w*"
            r"|dis(?:like|agree|approv|allow|miss)\w*|ir(?:resp|reg|rel)\w+|avoid\w*|prevent\w*"
            r"|ban(?:ned|s)?|\w+less|outside|unlike\w*|under\w+pared|reject\w*|absen\w+|\w+n['’]t)(?!\w)"
        ),
        "fr": (
            r"(?<!\w)(?:n['’]|(?:ne|non|pas|jamais|rien|aucun\w*|sans|ni|personne|guère|refus\w+"
            r"|manqu\w+|nulle?|impossible\w*|in(?:capa|suff|compl|connu|utile)\w*|évit\w+|empêch\w+"
            r"|interdi\w+|rare\w*|priv[ée]\w*|désaccord|im\w+bles?|in\w+bles?|indigne\w*|peu|échou\w+|échec|rejet\w*|nier?|nié\w*|absen\w+)(?!\w))"
        ),
        "es": (
            r"(?<!\w)(?:no|nunca|nada|nadie|ningun\w*|ningún|sin|ni|jamás|tampoco|neg(?:ó|ar|aron|ado)"
            r"|rechaz\w+|imposible\w*|in(?:capa|sufi|compl|útil)\w*|evit\w+|imp[ie]d\w+|prohib\w+"
            r"|falt\w+|fracas\w+|ausen\w+|apenas|poc[oa]s?|desconoc\w+|descontent\w+"
            r"|desacuerdo|in\w+bles?|intoleran\w+|fuera)(?!\w)"
        ),
        "de": (
            r"(?<!\w)(?:nicht\w*|kein\w*|nie|niemals|niemand\w*|nichts|ohne|weder|noch|un(?:möglich|fähig"
            r"|klar|bekannt|wahr)\w*|\w+los\w*|kaum|statt|verbot\w*|verhinder\w*|fehl\w*|ablehn\w*"
            r"|lehnt\w*|weiger\w*)(?!\w)"
        ),
        "ru": (
            r"(?<!\w)(?:не\w*|ни\w*|нет|без\w*|бес\w+|отсутств\w*|запре\w+|отказ\w*|отри\w+|отверг\w+"
            r"|избеж\w+|избег\w+)(?!\w)"
        ),
        "zh": ("不|没|沒|未|无|無|非|否|别|別|勿|莫|免|禁|拒|缺|失"),
        "ja": ("ない|なか|なく|ず|ません|無|不|非|未|否|禁|拒|欠"),
        "ko": ("않|없|못|아니|안 |말|불|비|무|미|금지|거부"),
    }
)
"""What makes a sentence negative, or may stand for what does in another language."""
_SURE = Patterns(
    {
        "vi": (r"(?<!\w)(?:không|chưa|chẳng|đừng)(?!\w)"),
        "en": (
            r"(?<!\w)(?:not|never|cannot|nobody|(?:do|does|did|is|are|was|were|ca|wo|could|would|should"
            r"|has|have|had)n['’]t)(?!\w)"
        ),
        "fr": (r"(?<!\w)(?:ne(?!\w)|n['’])[^.;:?!]{1,40}?(?<!\w)(?:pas|jamais|rien)(?!\w)"),
        "es": (r"(?<!\w)(?:no|nunca|nadie|tampoco)(?!\w)(?!\.)"),
        "de": (r"(?<!\w)(?:nicht|nie|niemals)(?!\w)"),
        "ru": (r"(?<!\w)(?:не|нет|никогда)(?!\w)"),
        "zh": ("不是|没有|沒有|不能|不会|不會|从未|從未"),
        "ja": ("ません|ない。|なかった"),
        "ko": ("지 않|없습니다|못했"),
    }
)
"""What negates and does nothing else."""
_HINTS: Mapping[str, tuple[str, ...]] = {
    "vi": ("không", "chưa", "chẳng", "đừng"),
    "en": ("not", "never", "nobody", "n't", "n’t"),
    "fr": ("ne ", "n'", "n’"),
    "es": ("no", "nunca", "nadie", "tampoco"),
    "de": ("nicht", "nie"),
    "ru": ("не", "нет", "никогда"),
    "zh": ("不", "没", "沒", "从", "從"),
    "ja": ("ません", "ない", "なかった"),
    "ko": ("않", "없", "못"),
}
"""One of which is in every text that the patterns find something in."""
_NO_NEGATION = re.compile(
    r"(?<!\w)(?:không (?:chỉ|những|khí|gian|quân|lực|tặc|kích|ít|ngừng|phận|sớm thì|kém)"
    r"|hàng không|hay không|phải không|có được không|trên không|không hề (?:nhỏ|ít)"
    r"|chưa từng có|gây khó)(?!\w)"
    r"|(?:không|chưa)\W{0,3}\?|không\W{0,3}$",
    re.IGNORECASE,
)
"""`không` that negates nothing: `hàng không`, `không chỉ`, `hay không`."""
_NOT_BUT = re.compile(
    r"not only|no (?:more|longer|less|matter|sooner)|no sólo|no solo|no obstante|non seulement"
    r"|n['’]est-ce pas|nicht nur|не только|不仅|不僅",
    re.IGNORECASE,
)

_REACH = 20
"""Characters of the longest phrase that only looks like a negation."""


class Negation:
    """A negation that one side alone has."""

    id = "negation"
    severity = Severity.WARNING
    description = "What is denied in the source is denied in the translation, and nothing else is."
    needs_target = True

    def problems(self, subject: Subject) -> Iterator[Problem]:
        """See `description`: each sure negation of the source needs some sign of one."""
        ours, theirs = subject.source_language, language(subject.unit.language or "en")
        if ours not in _SURE or theirs not in _SURE:
            return
        target = subject.unit.target
        said = _sure(ours, subject.unit.source, _NO_NEGATION)
        added = _sure(theirs, target, _NOT_BUT)
        if said and len(said) > len(_SIGNS[theirs].findall(target)):
            yield Problem(f"the negation “{said[-1].strip()}” is not in the translation")
        elif added and not _SIGNS[ours].search(subject.unit.source):
            yield Problem(f"the negation “{added[-1].strip()}” is not in the source")


def _sure(language: str, text: str, but: re.Pattern[str]) -> list[str]:
    """The sure negations of a text, but for what only looks like one."""
    if not has_any(text.lower(), _HINTS[language]):
        return []
    found = _SURE[language].finditer(text)
    return [match[0] for match in found if not _within(match, text, but)]


def _within(match: re.Match[str], text: str, but: re.Pattern[str]) -> bool:
    """Whether a match and one of `but` overlap; none of those is longer than `_REACH`."""
    near = but.finditer(text, max(0, match.start() - _REACH), match.end() + 2 * _REACH)
    return any(m.start() < match.end() and match.start() < m.end() for m in near)
