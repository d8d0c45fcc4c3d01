"""Lines that say when an article appeared, as newspapers print them, and their ISO 8601 form."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from functools import lru_cache

from l10n.importers.naming import fold

_MAX_LENGTH = 160
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january janv janvier ene enero",
            "feb february fev fevr fevrier febrero",
            "mar march mars marzo",
            "apr april avr avril abr abril",
            "may mai mayo",
            "jun june juin junio",
            "jul july juil juillet julio",
            "aug august aout ago agosto",
            "sep sept september septembre septiembre set setiembre",
            "oct october octobre octubre",
            "nov november novembre noviembre",
            "dec december decembre dic diciembre",
        ),
        start=1,
    )
    for name in names.split()
}
"""English, French and Spanish names of months, folded."""

_NAME = "|".join(sorted(_MONTHS, key=len, reverse=True))
_YEAR = r"(?P<y>(?:19|20)\d\d)"
_DATES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{_YEAR}-(?P<m>\d\d?)-(?P<d>\d\d?)(?=\b|t\d)",
        rf"(?<![\d/.-])(?P<d>\d\d?)\s?(?P<s>[/.-])\s?(?P<m>\d\d?)\s?(?P=s)\s?{_YEAR}(?!\d)",
        rf"\b(?:ngay )?(?P<d>\d\d?) (?:thang )(?P<m>\d\d?)(?:,? (?:nam )?| ?/ ?){_YEAR}\b",
        rf"\bthang (?P<m>\d\d?) (?P<d>\d\d?),? {_YEAR}\b",
        rf"\b(?P<d>\d\d?)(?:st|nd|rd|th|er)?\.? (?:de )?(?P<n>{_NAME})\.?,? (?:de |del )?{_YEAR}\b",
        rf"\b(?P<n>{_NAME})\.? (?P<d>\d\d?)(?:st|nd|rd|th)?,? {_YEAR}\b",
    )
)
_TIME = re.compile(
    r"(?<![\d/.,:-])(?:t)?(?P<h>[01]?\d|2[0-3])(?:\s?[:h]\s?|\s?gio\s?|\.(?=\d\d(?!\d|[./]\d)))"
    r"(?P<i>[0-5]\d)?(?::[0-5]\d(?:\.\d+)?)?(?:\s?phut)?\s?(?P<p>[ap]\.?m\b\.?|sa\b|ch\b)?(?![\d/])"
    r"|(?<![\d:.])(?P<h12>1[0-2]|0?[1-9])\s?(?P<p12>[ap]\.?m\b\.?)"
)
_ZONE = re.compile(
    r"\(?\b(?:gmt|utc)(?:\s?(?P<sign>[+-])\s?(?P<zh>\d\d?)(?::?(?P<zm>\d\d))?)?\b\)?|(?<=\d)z\b"
    r"|(?<=\d)(?P<sign2>[+-])(?P<zh2>\d\d):?(?P<zm2>\d\d)\b"
)
_RELATIVE = re.compile(
    r"(?:cach day |il y a |hace )?(?:\d{1,3}|mot|an?|un[ea]?) (?:giay|phut|gio|ngay|tuan|thang|nam"
    r"|seconds?|min(?:ute)?s?|hours?|hrs?|h|days?|weeks?|months?|years?|heures?|jours?|horas?|dias?)"
    r"(?: truoc| ago)?"
)
# What stands around a date and is neither name nor text; folded.
_LABELS = re.compile(
    r"\b(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|cn|t[2-7]|ngay|"
    r"(?:ngay |gio )?(?:dang|xuat ban|cap nhat|dang tai|dang bai|phat hanh|viet)(?: luc| ngay)?|"
    r"thoi gian|lan cuoi|moi nhat|(?:in|luu|gui) bai(?: viet)?|chia se|theo doi|"
    r"published|updated|posted|last|first|modified|date|ict|est|edt|bst|cet|cest|"
    r"publie|mis a jour|modifie|publicado|actualizado|"
    r"(?:mon|tues?|wed(?:nes)?|thur?s?|fri|satur|sat|sun)(?:day)?|"
    r"lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|"
    r"lunes|martes|miercoles|jueves|viernes|sabado|domingo)\b"
)
_PARTICLES = re.compile(r"\b(?:luc|hoi|gio|on|at|le|a|el|las|de|by|par|por)\b")
"""Labels too, but only in small letters: in capitals they are parts of names (Lê, Hội)."""
_UPDATED = re.compile(r"\b(?:cap nhat|updated|modified|mis a jour|modifie|actualizado)\b")
_EDGES = " \t|,;:.·•–—-/()[]'"


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a line says about the time of publication."""

    iso: str
    """ISO 8601: a date, or with the time, and with the offset where it is known; "" for "5 hours
    ago", of which the date is not known."""
    rest: str
    """What else stands in the line: the author's name, or ""."""
    updated: bool
    """Whether it says when the article was last changed."""

    @property
    def has_time(self) -> bool:
        """Whether the time of day is known."""
        return "T" in self.iso


def dateline(line: str, language: str) -> Dateline | None:
    """What `line` says, or None where it is no date line.

    A date line holds a date and next to nothing else: a sentence with a date in it is none.
    Times of Vietnamese pages are local time (+07:00), which those of no other language tell.
    """
    if len(line) > _MAX_LENGTH:
        return None
    folded = _same_length_fold(line)
    if _RELATIVE.fullmatch(folded.strip(_EDGES)):
        return Dateline("", "", updated=False)
    found = _find_date(folded, language)
    if found is None:
        return None
    day, span = found
    left = _blank(folded, span)
    zone = _ZONE.search(left)
    without_zone = _blank(left, zone.span()) if zone else left
    time = _TIME.search(without_zone)
    left = _TIME.sub(_blanks, _ZONE.sub(_blanks, without_zone))
    for pattern in _DATES:  # of a second date, when the article was changed
        left = pattern.sub(_blanks, left)
    rest = _rest(line, left)
    if rest is None:
        return None
    iso = day.date().isoformat()
    if time:
        iso = _with_time(day, time, _offset(zone, language))
    return Dateline(iso, rest, updated=bool(_UPDATED.search(folded[: span[1]])))


@lru_cache(maxsize=4096)
def _fold_one(character: str) -> str:
    return (fold(character) or " ")[0]


def _same_length_fold(line: str) -> str:
    """`line` folded character by character, so that offsets hold; `line` is NFC."""
    return "".join(map(_fold_one, line))


def _blank(text: str, span: tuple[int, int]) -> str:
    return text[: span[0]] + " " * (span[1] - span[0]) + text[span[1] :]


def _blanks(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _find_date(folded: str, language: str) -> tuple[datetime, tuple[int, int]] | None:
    for pattern in _DATES:
        match = pattern.search(folded)
        if match is None:
            continue
        parts = match.groupdict()
        month = _MONTHS[parts["n"]] if parts.get("n") else int(parts["m"])
        day = int(parts["d"])
        if parts.get("s") == "/" and (month > 12 or (language == "en-US" and day <= 12)):
            day, month = month, day
        try:
            return datetime(int(parts["y"]), month, day), match.span()  # noqa: DTZ001
        except ValueError:
            return None
    return None


def _rest(line: str, left: str) -> str | None:
    """The author in what a date line has besides the date; None where that is a text."""
    for label in _LABELS.finditer(left):
        left = _blank(left, label.span())
    for particle in _PARTICLES.finditer(left):
        if line[particle.start()].islower():
            left = _blank(left, particle.span())
    kept = "".join(c if mark != " " else " " for c, mark in zip(line, left, strict=True))
    rest = " ".join(kept.split()).strip(_EDGES)
    words = re.findall(r"[^\W\d_]+", rest)
    if len(words) > 8 or any(c.isdigit() for c in rest):
        return None
    small = sum(1 for word in words if word[0].islower())
    return rest if small <= (0 if len(words) < 4 else 1) else None


def _offset(zone: re.Match[str] | None, language: str) -> timezone | None:
    if zone is None:
        return timezone(timedelta(hours=7)) if language.partition("-")[0] == "vi" else None
    sign = zone["sign"] or zone["sign2"]
    hours, minutes = zone["zh"] or zone["zh2"] or "0", zone["zm"] or zone["zm2"] or "0"
    delta = timedelta(hours=min(int(hours), 14), minutes=min(int(minutes), 59))
    return timezone(-delta if sign == "-" else delta)


def _with_time(day: datetime, time: re.Match[str], offset: timezone | None) -> str:
    hour = int(time["h"] or time["h12"])
    half = (time["p"] or time["p12"] or "")[:1]
    if half and hour <= 12:
        hour = hour % 12 + (12 if half in ("p", "c") else 0)
    return day.replace(hour=hour, minute=int(time["i"] or 0), tzinfo=offset).isoformat()
