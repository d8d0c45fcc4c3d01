"""Asks a class of deep-translator's for one text, mended from outside.

Its modules get a client with limits in place of `requests`, a call has an object of its own,
echoes are answers, every error is ours, and languages go by the services' own codes, since its
lists are short of Vietnamese here and there.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Mapping

from l10n.engines.deep.kinds import Kind
from l10n.engines.deep.web import Requests
from l10n.engines.service import Failed, Refused
from l10n.engines.service.errors import ServiceError

_ASKS_NOTHING = {"_get_supported_languages": lambda _: {"english": "en"}}
"""What Microsoft's would ask the service for, each time."""


def ask(
    kind: Kind, pair: tuple[str, str], requests: Requests, told: Mapping[str, str], text: str
) -> str:
    """The service's answer; `told` is what the constructor takes beside the languages."""
    if not re.search(r"\w", text):
        return text
    module = importlib.import_module(f"deep_translator.{kind.module}")
    # Only this module's name: the requests of other programs stay what they are.
    module.requests = requests  # type: ignore[attr-defined]
    source, target = kind.built_with
    try:
        type_ = type(kind.type_, (getattr(module, kind.type_),), _ASKS_NOTHING)
        translator = type_(source=source, target=target, **told)
        translator._source, translator._target = pair
        answer = translator.translate(text, domain="news")  # QCRI wants one
    except ServiceError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever it raises, its message may hold the key
        raise _ours(error) from None
    # It gives None for a text that comes back as it went, and Yandex's answer as a list.
    return text if answer is None else " ".join(answer) if isinstance(answer, list) else answer


def _ours(error: Exception) -> ServiceError:
    name = type(error).__name__
    if name in ("LanguageNotSupportedException", "InvalidSourceOrTargetLanguage"):
        return Refused("it lacks one of the languages")
    if name in ("AuthorizationException", "ApiKeyException", "MicrosoftAPIerror", "BaiduAPIerror"):
        return Refused(f"the service refuses ({name})")
    return Failed(f"no usable answer ({name})")
