"""What Vietnamese denies, and by language the words that may say it without a negation."""

from __future__ import annotations

from collections.abc import Mapping

# fmt: off
PHRASES: tuple[tuple[str, Mapping[str, str]], ...] = (
    (
        r"(?:không|chưa) (?:hề |bị |có gì )?(?:thay )?đổi|không biến động",
        {
            "en": r"stable|stead\w+|same|flat|constant\w*|maintain\w*|remain\w*|kept|h[eo]ld\w*",
            "fr": r"stables?|maint\w+|mêmes?|constant\w*|fixes?|rest\w+",
            "es": r"estables?|manti?[eu]\w+|mism\w+|igual\w*|constant\w*|sigu?en?",
            "de": r"stabil\w*|gleich\w*|konstant\w*|bleib\w*|blieb\w*",
            "ru": r"стабил\w+|прежн\w+|сохран\w+|оста\w+|постоян\w+",
            "zh": "稳定|持平|维持|保持|依旧",
            "ja": "据え置|維持|横ばい|同じ|安定", "ko": "동결|유지|안정|그대로",
        },
    ),
    (
        r"không nên",
        {
            "en": r"against|warn\w*",
            "fr": r"déconseill\w+|contre",
            "es": r"desaconsej\w+|contra",
            "de": r"ab|gegen|warn\w+",
        },
    ),
    (
        r"không bắt buộc",
        {
            "en": r"optional\w*|voluntar\w+",
            "fr": r"facultati\w+|optionnel\w*|volontaires?",
            "es": r"opcional\w*|voluntari\w+|facultativ\w+",
            "de": r"freiwillig\w*|optional\w*",
            "ru": r"добровольн\w+|факультатив\w+",
            "zh": "自愿|可选",
            "ja": "任意|自由", "ko": "선택|자율|임의",
        },
    ),
    (
        r"không (?:phải )?(?:mất|thu|tính|trả|tốn|đóng|nộp)(?: \w+){0,2} (?:phí|tiền|vé|thuế)",
        {
            "en": r"free|waiv\w+|exempt\w*",
            "fr": r"gratui\w+|exempt\w*|exonér\w+|dispens\w+",
            "es": r"gratui\w+|gratis|exent\w+|exim\w+|exonera\w+",
            "de": r"frei\w*|gratis|\w+frei\w*",
            "ru": r"бесплат\w+|освобожд\w+",
            "ja": "無料", "ko": "무료|면제",
        },
    ),
    (
        r"(?:không|chưa) (?:hề )?(?:đồng (?:tình|ý)|tán (?:thành|đồng)|ủng hộ|chấp (?:nhận|thuận))",
        {
            "en": r"oppos\w+|against|object\w*|dissent\w*|disput\w*",
            "fr": r"oppos\w+|contre|hostil\w+|récus\w+",
            "es": r"op[ou][ns]\w+|contra|discrep\w+|objet\w+",
            "de": r"gegen|dagegen|wider\w+",
            "ru": r"против\w*|возраж\w+",
            "zh": "反对|反對|异议",
            "ja": "反対|異議", "ko": "반대|이의",
        },
    ),
    (
        r"(?:chưa|không) (?:hề |ai )?(?:rõ|biết|xác định|được xác định|làm rõ)",
        {
            "en": r"(?:remains?|still) to be|myster\w+|vague|await\w*",
            "fr": r"ignor\w+|rest\w+ à|flou\w*|mystère\w*",
            "es": r"ignor\w+|por (?:determinar|aclarar|saber)|misteri\w+",
            "de": r"offen|rätsel\w*",
            "ru": r"предстоит|загад\w+|выясня\w+",
            "zh": "待",
            "ja": "調査中|謎", "ko": "조사 중|의문",
        },
    ),
    (
        r"không đáng (?:kể|bao nhiêu)|không lớn|không nhiều|không cao",
        {
            "en": r"minor|negligible|trivial|slight\w*|small\w*|marginal\w*|modest\w*|low|minimal",
            "fr": r"minim\w+|négligeables?|l[ée]g[eè]r\w*|faibles?|modest\w+|mineurs?|limité\w*",
            "es": r"mínim\w+|leves?|escas\w+|liger\w+|modest\w+|menor\w*|baj\w+|limitad\w+",
            "de": r"gering\w*|minimal\w*|leicht\w*|klein\w*",
            "ru": r"мал\w+|легк\w+|слаб\w+",
            "zh": "轻微|輕微|有限",
            "ja": "軽微|わずか", "ko": "미미|경미",
        },
    ),
    (
        r"(?:chưa|không) (?:thể )?(?:hoàn (?:thành|tất)|xong|kết thúc|chấm dứt|dừng|giải quyết)",
        {
            "en": r"remain\w*|ongoing|continu\w+|pending|persist\w*|outstanding",
            "fr": r"rest\w+|persist\w+|en (?:cours|suspens)|continu\w+",
            "es": r"contin\w+|sigu\w+|pendiente\w*|en curso|persist\w+",
            "de": r"andauer\w*|weiter\w*|offen\w*",
            "ru": r"продолж\w+|оста\w+",
            "zh": "继续|繼續|待",
            "ja": "続|残", "ko": "계속|남",
        },
    ),
    (
        r"(?<=nếu )không",
        {
            "en": r"failing|absent|barring|unless|or else",
            "fr": r"faute d\w*|sinon|à défaut|autrement|sauf|sous peine",
            "es": r"de lo contrario|a falta|salvo|a menos|so pena",
            "de": r"sonst|andernfalls|mangels|außer",
            "ru": r"иначе|в противном",
            "zh": "否则|否則|除非",
            "ja": "さもな", "ko": "아니면|그러면",
        },
    ),
    (
        r"không (?:thể )?(?:tách rời|thiếu)",
        {
            "en": r"integral|essential|vital|crucial",
            "fr": r"intégrant\w*|essentiel\w*|vita\w+|clés?",
            "es": r"integra\w+|esencial\w*|imprescindibl\w+|vital\w*|clave",
            "de": r"fest\w*|wesentlich\w*|zentral\w*|Bestandteil",
            "ru": r"важн\w+|ключев\w+|част\w+",
            "zh": "重要|必要|组成",
            "ja": "重要|必要|一部", "ko": "필수|핵심|일부",
        },
    ),
    (
        r"không phân biệt|không kể",
        {
            "en": r"whatever|equal\w*",
            "fr": r"quel\w*(?: que)? soi\w+|indépendamment|indistinct\w*|égal\w*",
            "es": r"independientement\w*|cualquiera|sea\w* cual\w*|indistint\w+",
            "de": r"unabhängig\w*|egal",
            "ru": r"незави\w+|равн\w+",
            "zh": "论|論|平等",
            "ja": "問わ|平等", "ko": "관계|평등",
        },
    ),
    (
        r"không khoan nhượng",
        {
            "en": r"zero|resolute\w*|tough\w*|firm\w*",
            "fr": r"intransig\w+|zéro|implacabl\w+|résolu\w*|ferm\w+",
            "es": r"intransig\w+|implacabl\w+|cero|firm\w+|resuelt\w+",
            "de": r"kompromiss\w+|null|entschlossen\w*",
            "ru": r"беском\w+|решительн\w+|нулев\w+",
            "zh": "坚决|零",
            "ja": "断固|ゼロ|妥協", "ko": "무관용|단호",
        },
    ),
    (
        r"không (?:đúng|chính xác|chuẩn)",
        {
            "en": r"wrong\w*|false\w*|mistak\w*|erron\w+",
            "fr": r"faux|fausse\w*|erron\w+|mal",
            "es": r"fals\w+|erróne\w+|mal",
            "de": r"falsch\w*|irr\w+",
            "ru": r"ошиб\w+|лож\w+",
            "zh": "错|錯|假|误|誤",
            "ja": "誤|間違|偽", "ko": "잘못|틀린|오류|거짓",
        },
    ),
    (
        r"không (?:quan tâm|để ý|màng)",
        {
            "en": r"indiffer\w+|ignor\w+|neglect\w*",
            "fr": r"fich\w+|indiffér\w+|ignor\w+|moqu\w+",
            "es": r"indifer\w+|ignor\w+",
            "de": r"egal|gleichgültig\w*",
            "ru": r"равнодуш\w+|игнор\w+",
        },
    ),
    (
        r"không (?:dao động|nao núng|lay chuyển|lùi bước)",
        {
            "en": r"firm\w*|steadfast\w*|resolute\w*|stand\w*",
            "fr": r"ferm\w+|résolu\w*|constan\w+",
            "es": r"firm\w+|resuelt\w+|constan\w+",
            "de": r"fest\w*|standhaft\w*|entschlossen\w*",
            "ru": r"тв[её]рд\w+|стойк\w+|решительн\w+",
            "zh": "坚定|坚决",
            "ja": "揺るぎ|断固",
            "ko": "확고|굳건",
        },
    ),
    (
        r"không dùng tiền mặt",
        {
            "en": r"electronic\w*|digital\w*",
            "fr": r"dématérialis\w+|électroniques?|numériques?",
            "es": r"electrónic\w+|digital\w*",
            "ja": "キャッシュレス|電子",
            "ko": "전자|디지털",
        },
    ),
    (
        r"không (?:được |nên )?(?:chủ quan|lơ là)",
        {
            "en": r"vigilan\w+|alert\w*|careful\w*|guard",
            "fr": r"vigilan\w+|alertes?|prud\w+|gardes?",
            "es": r"vigilan\w+|alertas?|pruden\w+|guardia",
            "de": r"wachsam\w*|vorsicht\w*",
            "ru": r"бдитель\w+|осторож\w+",
            "zh": "警惕|警觉|谨慎",
            "ja": "警戒|慎重",
            "ko": "경계|주의",
        },
    ),
    (
        r"không (?:quản )?ngại",
        {
            "en": r"brav\w+|despite|dar\w+|willing\w*|ready",
            "fr": r"brav\w+|malgré|os\w+|prêt\w*",
            "es": r"pese|pesar|desafi\w+|dispuest\w+",
        },
    ),
    (
        r"không (?:hề |thể )?(?:giấu|che giấu)",
        {
            "en": r"show\w*|reveal\w*|visib\w+|open\w*|admit\w*",
            "fr": r"laiss\w+|montr\w+|avou\w+|visib\w+",
            "es": r"dej\w+|m[ou]e?str\w+|visib\w+|confes\w+|admit\w+",
            "de": r"zeig\w*|offen\w*|sichtlich\w*",
            "ru": r"откры\w+|призна\w+|явн\w+",
        },
    ),
    (
        r"không (?:hề |phải )?(?:dễ|tài nào|đơn giản)",
        {
            "en": r"hard\w*|difficult\w*|tough\w*|struggl\w+|challeng\w+|complicat\w+",
            "fr": r"diffici\w+|dure?s?|compliqu\w+|peine\w*|mal",
            "es": r"difícil\w*|dur[ao]s?|complic\w+|cuesta\w*|costos\w+",
            "de": r"schwer\w*|schwierig\w*|hart\w*|mühsam\w*",
            "ru": r"трудн\w+|сложн\w+|тяж[её]л\w+",
            "zh": "难|難|复杂",
            "ja": "難|複雑",
            "ko": "어렵|어려|복잡",
        },
    ),
    (
        r"không giống",
        {
            "en": r"differ\w*|distinct\w*|var(?:y|ies|ied|ious)",
            "fr": r"diff[éè]r\w+|distinct\w*|vari\w+",
            "es": r"diferen\w+|distint\w+|vari\w+",
            "de": r"ander\w*|verschieden\w*|unterschied\w*",
            "ru": r"разн\w+|отлич\w+|различ\w+",
            "zh": "不同|异|異",
            "ja": "違|異",
            "ko": "다르|다른|달라",
        },
    ),
    (
        r"(?:không|chẳng) (?:còn|thấy)",
        {
            "en": r"gone|over|former\w*|past|lost|miss\w+|end\w*",
            "fr": r"disparu\w*|fini\w*|termin\w+|perdu\w*|anci\w+",
            "es": r"desapar\w+|termin\w+|perd\w+|acab\w+|ex",
            "de": r"weg|vorbei|ehemalig\w*|verlor\w*",
            "ru": r"исчез\w+|пропа\w+|бывш\w+",
        },
    ),
    (
        r"(?:không|chẳng) (?:hiểu (?:vì |tại )?sao|ngờ)",
        {
            "en": r"strange\w*|odd\w*|somehow|surpris\w+|sudden\w*|except",
            "fr": r"étrange\w*|bizarre\w*|surpris\w*|soudain\w*",
            "es": r"extrañ\w+|rar[ao]\w*|sorpr\w+|repent\w+",
            "de": r"seltsam\w*|überrasch\w+|plötzlich\w*",
            "ru": r"стран\w+|почему-то|вдруг|внезап\w+",
        },
    ),
    (
        r"không (?:được )?(?:vui|tốt|may|khỏe|khoẻ|hay)(?! (?:mà|nhưng))",
        {
            "en": r"bad\w*|sad\w*|poor\w*|sick\w*|ill|worse\w*|deteriorat\w+",
            "fr": r"mauvais\w*|tristes?|malad\w+|souffran\w+|mal|malheur\w*",
            "es": r"mal[ao]?s?|triste\w*|enferm\w+|peor\w*",
            "de": r"schlecht\w*|traurig\w*|krank\w*",
            "ru": r"плох\w+|грустн\w+|больн\w+|печальн\w+",
        },
    ),
    (
        r"không (?:xa|lâu)|chưa lâu",
        {
            "en": r"close|near\w*|soon|short\w*|recent\w*|just",
            "fr": r"proche\w*|près|bientôt|récemment|peu|vient",
            "es": r"cerca\w*|pronto|recient\w+|poco|próxim\w+|acab\w+",
            "de": r"nah\w*|bald|kürzlich|kurz\w*|unlängst",
            "ru": r"близ\w+|недав\w+|недал\w+|скор\w+",
            "zh": "近",
            "ja": "近|最近",
            "ko": "가까|최근|곧",
        },
    ),
)
# fmt: on
"""What is denied, and by language the words of which one may stand for it."""
