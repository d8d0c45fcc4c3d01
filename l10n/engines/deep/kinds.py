"""Which services of deep-translator there are, and what each wants."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

_CHINESE = {"zh-Hans": "zh-CN", "zh-Hant": "zh-TW"}
_MYMEMORY = {
    "de": "de-DE", "en": "en-GB", "es": "es-ES", "fr": "fr-FR", "ja": "ja-JP", "km": "km-KM",
    "ko": "ko-KR", "lo": "lo-LA", "ru": "ru-RU", "vi": "vi-VN", **_CHINESE,
}  # fmt: skip
_BAIDU = {
    "es": "spa", "fr": "fra", "ja": "jp", "km": "hkm", "ko": "kor", "lo": "lao", "vi": "vie",
    "zh-Hans": "zh", "zh-Hant": "cht",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Kind:
    """One service of deep-translator's."""

    name: str
    module: str
    type_: str
    description: str
    key: str = ""
    """Usual environment variable of the key."""
    parts: tuple[str, ...] = ()
    """What the constructor calls the key; two are written `one:two`."""
    codes: Mapping[str, str] = field(default_factory=dict)
    """The service's codes where they are others than `languages.plain` has."""
    longest: int = 4_900
    built_with: tuple[str, str] = ("en", "de")
    """A pair that the constructor lets pass."""


KINDS = (
    Kind("google", "google", "GoogleTranslator", "Google Translate's page", codes=_CHINESE,
          built_with=("auto", "en")),
    Kind("mymemory", "mymemory", "MyMemoryTranslator", "MyMemory", codes=_MYMEMORY, longest=490,
          built_with=("auto", "en-GB")),
    Kind("microsoft", "microsoft", "MicrosoftTranslator", "Microsoft Translator",
          "MICROSOFT_API_KEY", ("api_key",), longest=9_900, built_with=("auto", "en")),
    Kind("yandex", "yandex", "YandexTranslator", "Yandex Translate", "YANDEX_API_KEY",
          ("api_key",), {"zh-Hans": "zh", "zh-Hant": "zh"}),
    Kind("papago", "papago", "PapagoTranslator", "Papago", "PAPAGO_KEY",
          ("client_id", "secret_key"), _CHINESE, built_with=("auto", "en")),
    Kind("baidu", "baidu", "BaiduTranslator", "Baidu", "BAIDU_KEY", ("appid", "appkey"), _BAIDU,
          built_with=("en", "zh")),
    Kind("qcri", "qcri", "QcriTranslator", "QCRI", "QCRI_API_KEY", ("api_key",),
          built_with=("en", "en")),
)  # fmt: skip
"""Those of deep-translator that translate sentences, but LibreTranslate, DeepL and ChatGPT."""
