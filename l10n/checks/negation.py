"""The check of negations.

Words are looked at, not their sense; the lists were made so that professionally translated news
raises few findings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from l10n.checks.base import Problem, Subject
from l10n.checks.otherwise import otherwise
from l10n.checks.text import Patterns, has_any, language, lowered
from l10n.model import Severity


def _not_after(words: str) -> str:
    """What matches where none of the words stands before."""
    return "".join(f"(?<!{word} )" for word in words.split())


_NO_GOODS = _not_after(
    "ngân khách cửa nhà đơn mặt bán giao nhập xuất mua lô gian chở nhận đặt trả tồn bốc chuyển chủ"
)
"""After them, `hàng không` is no aviation: `ngân hàng không thể`."""
_NO_ROOM = _not_after("văn căn quốc đề phòng dự tiêu")
"""After them, `phòng không` is no air defence."""
_SIGNS = Patterns(
    {
        "vi": (
            r"(?<!\w)(?:không|chưa|chẳng|chả|đừng|phi|vô|thiếu|hiếm|ít|hết|mất|khó|từ chối|bác bỏ"
            r"|phủ nhận|ngăn|cấm|tránh|thay vì|ngoài|trừ|bất|kém|nào|miễn|dừng|ngừng|hủy|huỷ|vắng"
            r"|thất bại|trái|loại bỏ|chống|mà thôi|tối đa|chậm|trễ|dở|hoãn|vẫn (?:đang|còn)"
            r"|đâu (?:có|phải|được|thể|cần|dám|biết|ai|còn)|đâu(?=[,.;!?”]|$)"
            r"|chớ|(?<!địa )chỉ(?! đạo| thị| số| huy| tiêu| dẫn| định| ra))(?!\w)"
        ),
        "en": (
            r"(?<!\w)(?:not|no|never|none|nobody|nothing|nowhere|neither|nor|cannot|without"
            r"|non(?!etheless)\w*|infidel\w*|discontinu\w+|zero|stop\w*|ceas\w+|quit(?!e)\w*|reluctan\w+"
            r"|disown\w*|disappear\w*|vanish\w*|exclud\w+|far from|short of|too \w+ to|have-nots"
            r"|(?:keep|kept)[^.;]{1,40} from|(?:advis|warn|decid|recommend|rul)\w* against"
            r"|lack\w*|hardly|barely|rarely|few|little|refus\w+|declin\w+ to|yet to|den(?:y|ies"
            r"|ied)|fail\w*|un(?!der|i(?![dmn])|til|cle(?!a))\w+"
            r"|im(?:poss|prop|perf|matur|mov|pass|patien|pract|prec|prud)\w+|in\w+ble|in(?:ability"
            r"|acti|appropr|capab|capac|coher|compat|compet|compl|conclus|consist|conven|corr|decis"
            r"|defin|direct|eff|elig|equal|exact|exper|formal|frequ|hum[ae]n|just|secur|sensit|signif"
            r"|suff|toler|valid|vis|volunt|accura|adequ)\w*|asympt\w+|abnorm\w+|dis(?:like|agree|approv"
            r"|allow|connect|engag|inter|miss|obe|pleas|qualif|regard|satisf|trust)\w*"
            r"|i(?:l(?:leg|log|lit)|r(?:resp|reg|rel|rat|rev))\w+|avoid\w*|prevent\w*|ban(?:ned|s)?|\w+less(?:ly|ness)?|outside"
            r"|free (?:from|of)|(?:\w+-|(?:disease|symptom|virus|smoke|drug|debt|cash|visa) )free"
            r"|refrain\w*|abstain\w*|rul(?:e|ed|es|ing) out|otherwise"
            r"|unlike\w*|rather than|instead|under\w+pared|reject\w*|absen\w+|\w+n['’]t)(?!\w)"
        ),
        # `ne … pas` is one negation; `ne` alone is none but before a few verbs: a word got lost.
        "fr": (
            r"(?<!\w)(?:(?:ne\s|n['’])(?:[^.;:?!]{0,50}?(?<!\w)(?:pas|jamais|rien|plus|aucun\w*"
            r"|guère|personne|nul\w*|ni|point)|(?:\w+['’\s]){1,3}qu(?:e|(?=['’]))|(?:l['’]"
            r"|l[ae]s?\s|y\s|en\s|s['’]|se\s)?(?:peu|pouv|pourr|sau|sach|cess|os)\w*)|(?:personne"
            r"|nul\w*|jamais)(?=\sn)|(?:aucun\w*|(?<!que )jamais)(?=[^.;:?!]{0,50}\sn[e'’])"
            r"|non|pas|rien|sans|ni|guère"
            r"|doi(?:t|vent) encore"
            r"|refus\w+|manqu\w+|impossible\w*|in(?:capa|suff|compl|connu|utile|act|adapt|adéq|appropri|attend"
            r"|cert|cohér"
            r"|compét|correct|déf|détermin|effica|égal|exact|exist|formel|hab|hum|just|satisf|sécur"
            r"|signif|stab|valid|chang|achev|lass)\w*|il(?:lég|lici|limit)\w+|irr(?:év|esp)\w+"
            r"|mécontent\w*|faute d\w*|évit\w+"
            r"|empêch\w+|interdi\w+|rare\w*|priv[ée]\w*|désaccord|im(?!meub)\w+bles?|in\w+bles?|indigne\w*"
            r"|peu|plutôt qu\w*|au lieu|échou\w+|échec|rejet\w*|nier?|nié\w*|absen\w+)(?!\w)|(?:^"
            r"|[,.;:«“(]\s?)(?:personne(?!s?\w)|aucun\w*)|(?<!\w)(?:et|ou|mais|sans|à) aucun\w*"
        ),
        # `no … nada` is one negation, and `nada` after a verb none: a `no` got lost.
        "es": (
            r"(?<!\w)(?:(?:no|sin)\s(?:(?! no )[^.;:?!]){0,50}?(?<!\w)(?:nada|nadie|ningun\w*"
            r"|ningún|nunca|jamás)|no|nunca|sin|jamás|tampoco|neg(?:ó|ar|aron|ado)|(?:que|y|e|pero"
            r"|o|porque|casi|si|cuando|donde|por)\s(?:nad[ai]e?|ningun\w*|ningún|ni)"
            r"|ni(?= (?:se|l[aeo]s?|me|nos|te|ha|han|había|fue|es|son|hay) )|rechaz\w+"
            r"|imposible\w*|in(?:capa|sufi|compl|útil|act|adecu|apropi|espera|ciert|coher|compet|correct"
            r"|defin|determin|efica|efici|estab|exact|exist|fund|formal|human|just|satisf|segur|signif"
            r"|válid|alter|acaba|cansa)\w*|il(?:egal|ícit|imit)\w*|irr(?:esp|ever)\w*|evit\w+"
            r"|imp[ie]d\w+|prohib\w+|falt\w+"
            r"|fracas\w+|ausen\w+|apenas|(?:aún|todavía) tien\w+ que|poc[oa]s?|desconoc\w+"
            r"|descontent\w+|desacuerdo"
            r"|i(?:n(?!mueb)|m)\w+bles?|intoleran\w+|fuera(?! de casa)|en (?:vez|lugar)"
            r" de)(?!\w)|(?:^"
            r"|[,.;:¡¿«“(]\s?)(?:nada|nadie|ningun\w*|ningún|ni)(?!\w)"
        ),
        "de": (
            r"(?<!\w)(?:nicht\w*|kein\w*|nie|niemals|niemand\w*|nichts|ohne|weder|noch nie"
            r"|un(?!d(?!\w)|ter|se?r|s(?!\w)|io|iv|garn|gefähr|bedingt|weit|abhäng)\w{3,}|kaum|statt|verbot\w*"
            r"|verhinder\w*|fehl\w*|\w{4,24}(?:los(?:e[mnrs]?|igkeit)?|frei(?:e[mnrs]?)?)|(?:end|sinn)los\w*"
            r"|ablehn\w*|lehnt\w*|verweiger\w*|weiger\w*|mangel\w*)(?!\w)"
        ),
        "ru": (
            r"(?<!\w)(?:не|нет|нельзя|ни|никт?о\w*|ник(?:ого|ому|ем|аких?|акой|акая|акого|огда|уда)"
            r"|нич(?:его|ему|ем|то)|нигде|нисколько|ничуть|не(?:возмож|достат|хват|удач|способ"
            r"|извест|точн|легал|закон|довол|завис|спокой|вер|допуст|обяз|стаб|безоп|эффек|сообраз"
            r"|выполн|пра|видим|присоед|офиц|действ|прием|согл|опред|предв|равн|полн|измен|отъем"
            r"|надлеж|санкц|значит|разр)\w*|без(?!опас)(?:[а-я]{4,})?|бес(?!ед)[а-я]{4,}|отсутств\w*"
            r"|запре\w+|отказ\w*|отри\w+|отверг\w+|избеж\w+|избег\w+|вряд|едва|лиш[её]н\w*"
            r"|перестал\w*|вместо)(?!\w)"
        ),
        "zh": ("不|没|沒|未|无|無|非|否|别|別|勿|莫|免|禁|拒|缺|失"),
        "ja": ("ない|なかっ|なく|ず(?!つ)|ません|無|不|非|未|否|禁|拒|欠"),
        "ko": (
            r"않|없|못|아니|아닌|아닙|(?<![가-힣])안(?= )|지 ?마[라세십]|지 ?말|금지|거부|거절|부인"
            r"|부족|불가|불법|불허|불참|비(?:공개|정상|협조|동맹|현금|무장|공식|상임)|무(?:산|관심|관용)|미(?:달|정|확인|완)"
            r"|반대"
        ),
        "lo": "ບໍ່|ຫ້າມ|ປະຕິເສດ|ປາດສະຈາກ|ຂາດ|ຢ່າ|ໄຮ້",
        "km": "មិន|ពុំ|គ្មាន|កុំ|ឥត|ហាម|បដិសេធ|ខ្វះ|អត់|ទេ",
    }
)
"""What makes a sentence negative, or may stand for what does in another language."""
_SURE = Patterns(
    {
        "vi": (r"(?<!\w)(?:không|chưa|chẳng|đừng)(?!\w)"),
        "en": (
            r"(?<!\w)(?:not|never|cannot|nobody|(?:do|does|did|is|are|was|were|ca|wo|could|would"
            r"|should|has|have|had)n['’]t)(?!\w)"
        ),
        "fr": (r"(?<!\w)(?:ne(?!\w)|n['’])[^.;:?!]{1,40}?(?<!\w)(?:pas|jamais|rien)(?!\w)"),
        "es": (r"(?<!\w)(?:no|nunca|nadie|tampoco)(?!\w)(?!\.)"),
        "de": (r"(?<!\w)(?:nicht|nie|niemals)(?!\w)"),
        "ru": (r"(?<!\w)(?:не|нет|никогда)(?!\w)"),
        "zh": ("不是|没有|沒有|不能|不会|不會|从未|從未"),
        "ja": ("ません|ない。|なかった"),
        "ko": ("지 않|없습니다|못했"),
        "lo": "ບໍ່",
        "km": "មិន|ពុំ|គ្មាន",
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
    "lo": ("ບໍ່",),
    "km": ("មិន", "ពុំ", "គ្មាន"),
}
"""One of which is in every text that the patterns find something in."""
_ALIKE = Patterns(
    {
        "vi": (
            r"(?<!\w)(?:không (?:chỉ|những|khí|gian|quân|lực|tặc|kích|ít|ngừng|phận|sớm thì|kém"
            r"|lưu|vận|dây|thể không|khỏi|chuyên|may|giống như|người lái|lâu|nhỏ|quên|muộn hơn"
            r"|(?:còn )?nghi ngờ"
            r"|(?:quá|dưới|đến|tới) \d+)|chưa (?:đầy|(?:đến|tới|bằng) (?:\d+|một|nửa|hai|ba|mười))"
            r"|\d không(?=[”\"’,:;.])|chẳng hạn"
            rf"|{_NO_GOODS}hàng không|{_NO_ROOM}phòng không|(?:chân|khoảng) không"
            r"|nếu không(?= thì| sẽ|,)|(?:hay|hoặc) (?:không|chưa)|phải không|không như|không tưởng"
            r"|không khác (?:gì|nào)|chẳng qua|chưa hết(?=,)|(?:đất|biển|hạm|không) đối không"
            r"|có được không|không cánh mà bay"
            r"|trên không|không hề (?:nhỏ|ít)|phi chính phủ|chưa từng có|gây khó)(?!\w)"
            r"|(?:không|chưa)\W{0,3}\?|không\W{0,3}$"
        ),
        "en": (
            r"(?<!\w)(?:not only|not just|not un(?:usual|common|likely|known|heard|til)\w*"
            r"|no (?:matter|sooner|doubt)|a few|a little|nothing but"
            r"|unlike|unveil\w*|unfold\w*|unlock\w*|unleash\w*|unanimous\w*)(?!\w)"
        ),
        "fr": (
            r"(?<!\w)(?:non (?:seulement|plus)|n['’]est-ce pas|sans (?:doute|précédent|cesse)"
            r"|que jamais|si jamais|à jamais|(?:un|à|depuis|sous|d['’]ici) peu|peu (?:après|avant"
            r"|à peu)|(?:un|le|premiers?|faux|grand) pas)(?!\w)"
        ),
        "es": (
            r"(?<!\w)(?:no (?:sólo|solo|solamente|obstante|más del?|menos del?)|sin (?:embargo|duda"
            r"|precedentes)|nada más|(?:un|hace|dentro de) poco|poco (?:después|antes"
            r"|a poco))(?!\w)"
        ),
        "de": r"(?<!\w)nicht (?:nur|zuletzt|mehr als|weniger als)(?!\w)",
        "ru": r"(?<!\w)(?:не (?:только|раз|более|менее|позднее)|без сомнения)(?!\w)",
        "zh": (
            r"不[足到](?:[^，。；]{0,8}?的)?[\d一二两兩三四五六七八九十百半]"
            r"|不仅|不僅|不但|不断|不斷|不少|不过|不過|不得不|非常|除非|莫非|非洲|南非|未来|未來"
            r"|特别|特別|分别|分別|个别|個別|区别|區別|级别|級別|性别|性別|差别|差別|类别|類別|别的"
            r"|別的|别人|別人|是否|能否|否则|否則|损失|損失"
        ),
        "ja": (
            r"だけでなく|だけではなく|少なくとも|なくなっ|必ず|まず|いずれ|わずか|はず|ずっと|非常"
            r"|未来|未明"
        ),
        "ko": r"뿐(?:만)?(?:이)? 아니|못지 ?않",
        "lo": "ບໍ່(?:ພຽງ|ແມ່ນພຽງ|ແຮ່|ນ້ຳ|ນ້ໍາ)|ຫຼືບໍ່|ຫລືບໍ່",
        "km": "មិន(?:ត្រឹម|គ្រាន់)តែ|ឬមិន|ឬអត់",
    }
)
"""What only looks like a negation: `hàng không`, `không chỉ`, `sin embargo`, `未来`."""
_OR = Patterns(
    {
        "en": r"(?<!\w)n?or(?!\w)",
        "fr": r"(?<!\w)ni(?!\w)",
        "es": r"(?<!\w)ni(?!\w)",
        "de": r"(?<!\w)(?:noch|oder)(?!\w)",
        "ru": r"(?<!\w)(?:ни|или)(?!\w)",
        "zh": "或",
    }
)
"""What takes up a negation for what follows it."""
_AGAIN = (", ", "và ", "cũng ", "hay ", "hoặc ", "mà ")
"""Before the second of two Vietnamese negations."""
_TITLED = re.compile(r"[“\"«][^”\"»]{0,80}\w\s[KC](?:hông|hưa|hẳng)\Z")
"""The negation in a title whose words have capitals: `“Sáng Mắt Chưa”`."""
_ASKED = re.compile(
    r"(?<!\w)(?:xem|liệu|hỏi|biết|thắc mắc|phân vân)(?!\w)[^.;:!?]{1,90} có [^.;:!?]{1,80}\Z",
    re.IGNORECASE,
)
_AFTER = re.compile(r"\s?(?:[,.;”\")]|(?:và|hay|để)(?!\w)|\Z)")
"""What stands around the end of a question in a sentence: `hỏi xem ông có khỏe không, rồi…`."""
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
        source, target = lowered(subject.unit.source), lowered(subject.unit.target)
        said, added = _sure(ours, source), _sure(theirs, target)
        kept = sum(1 for _ in _real(_SIGNS, theirs, target)) if said else 0
        if len(said) > kept and ours == "vi":
            said = [one for one in said if not _is_none(subject.unit.source, one)]
            said = _due(said, source, target, theirs, kept)
        if len(said) > kept:
            lost = f"the negation “{_written(subject.unit.source, said)}” is not in the translation"
            yield Problem(lost + (f": it has {kept} of {len(said)}" if kept else ""))
        added = (
            [] if _SIGNS[ours].search(source) else [m for m in added if not _quoted(m[0], source)]
        )
        if added and len(said) <= kept:
            yield Problem(
                f"the negation “{_written(subject.unit.target, added)}” is not in the source"
            )


def _due(
    said: list[re.Match[str]], source: str, target: str, language: str, kept: int
) -> list[re.Match[str]]:
    """The negations of a Vietnamese source that need one of their own in the target."""
    said = [one for one in said if not otherwise(source, one.start(), target, language)]
    # `no A ni B`, `not A or B` for `không A, không B`
    if kept and language in _OR and _OR[language].search(target):
        said = [one for one in said if not source[: one.start()].endswith(_AGAIN)]
    return said


def _quoted(words: str, source: str) -> bool:
    """Whether the source has the very words, as in a title that it leaves in English."""
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", source) is not None


def _is_none(source: str, found: re.Match[str]) -> bool:
    """Whether it is a word of a title, all of whose words have capitals, or ends a question."""
    start, end = found.span()
    titled = _TITLED.search(source, max(0, end - 100), end)
    asked = _AFTER.match(source, end) and _ASKED.search(source, max(0, start - 100), start)
    return titled is not None or asked is not None


def _written(text: str, found: Sequence[re.Match[str]]) -> str:
    """The last of what was found, as the text has it."""
    return text[slice(*found[-1].span())].strip()


def _sure(language: str, text: str) -> list[re.Match[str]]:
    """The sure negations of a text in lower case, but for what only looks like one."""
    return [*_real(_SURE, language, text)] if has_any(text, _HINTS[language]) else []


def _real(patterns: Patterns, language: str, text: str) -> Iterator[re.Match[str]]:
    """What the patterns find and what is no part of something that only looks alike."""
    alike = _ALIKE[language]
    for match in patterns[language].finditer(text):
        near = alike.finditer(text, max(0, match.start() - _REACH), match.end() + 2 * _REACH)
        if not any(m.start() < match.end() and match.start() < m.end() for m in near):
            yield match
