"""Checks of which way things go: what rises and falls, what must and may be done."""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.checks.base import Problem, Subject
from l10n.checks.text import Patterns, has_any, language, lowered, words
from l10n.model import Severity, Unit

_UP = Patterns(
    {
        "vi": (r"(?<!\w)(?:tăng|gia tăng|nâng|cao hơn|mở rộng|leo thang|dâng)(?!\w)"),
        "en": (
            r"(?<!\w)(?:ris(?:e|es|en|ing)|rose|increas\w*|gr(?:ow|ew)\w*|rais\w+|up(?! to(?!\w))"
            r"|higher|more|gain\w*"
            r"|jump\w*|surg\w+|soar\w*|climb\w*|expan\w+|exceed\w*|boost\w*|improv\w+|doubl\w+|spik\w+"
            r"|rocket\w*|swell\w*|tripl\w+|mount\w*|escalat\w+)(?!\w)"
        ),
        "fr": (
            r"(?<!\w)(?:augment\w*|hausse\w*|accr\w+|cro[iî]\w+|élev\w+|progress\w*|plus|gagn\w+"
            r"|supérieure?s?|dépass\w+|bondi\w*|grimp\w+|doubl\w+|amélior\w+)(?!\w)"
        ),
        "es": (
            r"(?<!\w)(?:aument\w*|sub\w{1,5}|crec\w+|increment\w*|alza\w*|elev\w+|más|mayor\w*"
            r"|super\w+|gan\w+|dispar\w+|duplic\w+|mejor\w*|ampli\w+)(?!\w)"
        ),
        "ru": (r"(?<!\w)(?:рост\w*|раст\w+|вырос\w*|увелич\w+|повы[шс]\w+|больше|выше)(?!\w)"),
        "zh": ("增|升|涨|漲|提高|扩大|擴大|超|多|高"),
    }
)
_DOWN = Patterns(
    {
        "vi": (r"(?<!\w)(?:giảm|hạ thấp|sụt|thấp hơn|thu hẹp|ít hơn|suy giảm|cắt)(?!\w)"),
        "en": (
            r"(?<!\w)(?:fall\w*|fell|decreas\w*|declin\w*|drop\w*|lower\w*|reduc\w+|down\w*|less"
            r"|fewer|cut\w*|shr[aiu]nk\w*|slump\w*|plung\w+|lose|lost|loss\w*|eas(?:e|ed|es|ing)|drain\w*"
            r"|discount\w*|curb\w*|mitigat\w+|allevia\w+|slow\w*|tank(?:ed|ing)|plummet\w*"
            r"|tumbl\w*|dwindl\w*|dip(?:s|ped)?|sank|sink\w*|diminish\w*|halv\w*)(?!\w)"
        ),
        "fr": (
            r"(?<!\w)(?:baiss\w+|diminu\w+|réduc\w+|rédui\w+|chut\w+|recul\w*|moins|inférieure?s?"
            r"|perd\w*|perte\w*|déclin\w*|abaiss\w+|coup\w+|allég\w+|atténu\w+|plong\w+|effondr\w+"
            r"|dégringol\w+|ralenti\w*|rétréci\w+)(?!\w)"
        ),
        "es": (
            r"(?<!\w)(?:baj\w+|disminu\w+|redu[cjz]\w+|ca(?:e|er|ída|yó|ído)\w*|descen\w+|menos|menor\w*"
            r"|perd\w+|pérdida\w*|recort\w+|inferior\w*|atenu\w+|desplom\w+|hund\w+|mengu\w+|merm\w+"
            r"|ralentiz\w+)(?!\w)"
        ),
        "ru": (r"(?<!\w)(?:паден\w+|упа\w+|сни[жз]\w+|сокра\w+|умень\w+|меньше|ниже)(?!\w)"),
        "zh": ("减|減|降|跌|缩|縮|少|低"),
    }
)


_MOVES = frozenset("tăng nâng hơn rộng leo dâng giảm hạ sụt hẹp cắt".split())
"""One of these words is in every Vietnamese text that rises or falls."""


class Polarity:
    """What rises in the source and falls in the translation, or the reverse."""

    id = "polarity"
    severity = Severity.WARNING
    description = "What rises in the source rises in the translation, and what falls falls."
    needs_target = True

    def problems(self, subject: Subject) -> Iterator[Problem]:
        """See `description`; only where each side has words of one direction alone."""
        ours, theirs = subject.source_language, language(subject.unit.language or "en")
        if ours not in _UP or theirs not in _UP:
            return
        source, target = lowered(subject.unit.source), lowered(subject.unit.target)
        if ours == "vi" and _MOVES.isdisjoint(words(subject.unit.source)):
            return
        up, down = _UP[ours].search(source), _DOWN[ours].search(source)
        if bool(up) == bool(down):
            return
        rises, falls = _UP[theirs].search(target), _DOWN[theirs].search(target)
        said, now = (up, falls) if up else (down, rises)
        if said and now and not (rises if up else falls):
            yield _become(subject.unit, said, now)


_MUST = Patterns(
    {
        "vi": (r"(?<!\w)(?:phải|bắt buộc|buộc)(?!\w)"),
        "en": (
            r"(?<!\w)(?:must|ha(?:ve|s|d|ving) to|need\w*|requir\w+|should|shall|oblig\w+"
            r"|forc\w+|mandatory|necess\w+|ought|bound|urg\w+|demand\w*|compel\w*|essential|has|had|will)(?!\w)"
        ),
        "fr": (
            r"(?<!\w)(?:d(?:oi|ev|û)\w*|faut|fall\w+|faudra\w*|oblig\w+|nécess\w+|besoin|exig\w+|forc\w+"
            r"|contrain\w+|impos\w+)(?!\w)"
        ),
        "es": (
            r"(?<!\w)(?:deb\w+|tien\w+ que|ten\w+ que|tuv\w+ que|hay que|oblig\w+|neces\w+|exig\w+"
            r"|requ?ie?r\w+|forz\w+|precis\w+|imprescindible\w*)(?!\w)"
        ),
    }
)
_MAY = Patterns(
    {
        "vi": (r"(?<!\w)(?:có thể|được phép|có lẽ|có khả năng)(?!\w)"),
        "en": (
            r"(?<!\w)(?:may|might|can|could|perhaps|possib\w+|probabl\w+|likely|able|allow\w*|permi\w+)(?!\w)"
        ),
        "fr": (
            r"(?<!\w)(?:peu(?:t|x|vent)|pouv\w+|pourr\w+|puiss\w+|possib\w+|probab\w+|peut-être|capab\w+|perme\w+|éventuel\w*"
            r"|risqu\w+|susceptible\w*)(?!\w)"
        ),
        "es": (
            r"(?<!\w)(?:p(?:ued|od|ud)\w*|posib\w+|probab\w+|quizás?|tal vez|capa\w+"
            r"|permi\w+)(?!\w)"
        ),
    }
)


class Modality:
    """An order that has become a possibility, or the reverse."""

    id = "modality"
    severity = Severity.WARNING
    description = "What must be done in the source must be done in the translation."
    needs_target = True

    def problems(self, subject: Subject) -> Iterator[Problem]:
        """See `description`; only where each side has words of one kind alone."""
        ours, theirs = subject.source_language, language(subject.unit.language or "en")
        if ours != "vi" or theirs not in _MUST:
            return
        low = lowered(subject.unit.source)
        if not has_any(low, _HINTS):
            return
        source, target = _NOT_MUST.sub(_blank, low), lowered(subject.unit.target)
        must, may = _MUST[ours].search(source), _MAY[ours].search(source)
        now_must, now_may = _MUST[theirs].search(target), _MAY[theirs].search(target)
        if must and not may and now_may and not now_must:
            yield _become(subject.unit, must, now_may)
        elif may and not must and now_must and not now_may and now_must[0] in _STRONG:
            yield _become(subject.unit, may, now_must)


def _become(unit: Unit, said: re.Match[str], now: re.Match[str]) -> Problem:
    was, came = unit.source[slice(*said.span())], unit.target[slice(*now.span())]
    return Problem(f"“{was}” has become “{came}”")


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


_NOT_MUST = re.compile(
    r"không (?:cần |nhất thiết )?phải|vừa phải|bên phải|phải chăng"
    r"|phải không|cần thiết|phải lòng|mắc phải|gặp phải|vấp phải"
    r"|phải (?:đối (?:mặt|diện)|đương đầu|chịu|hứng|gánh|trả giá|vật lộn)"
    r"|điều khiển|buộc tội|bó buộc|cáo buộc|thì phải(?=[.,!?…”\"]|$)"
)
_HINTS = ("phải", "buộc", "có thể", "được phép", "có lẽ", "khả năng")
_STRONG = frozenset({"must", "mandatory", "obliged", "forced", "doit", "doivent", "debe", "deben"})
