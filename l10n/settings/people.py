"""Reading `workflow`: who there is and who may do what."""

from __future__ import annotations

import unicodedata

from l10n.settings.model import Workflow
from l10n.settings.reader import Place, Reader

ROLES = ("translator", "reviewer", "approver")


def read_workflow(reader: Reader, value: object, path: Place) -> Workflow:
    """The rules of the work: `four_eyes`, and `people` with their roles and e-mail addresses.

    A person is a list of roles, or a mapping of `roles` and `email`. Nobody may have the name
    or the address of somebody else, whatever its capitals.
    """
    given = reader.mapping(value, path, ("four_eyes", "people"))
    four_eyes = reader.flag(given.get("four_eyes", True), (*path, "four_eyes"))
    people: dict[str, tuple[str, ...]] = {}
    emails: dict[str, str] = {}
    taken: dict[str, str] = {}
    for name, about in reader.mapping(given.get("people"), (*path, "people"), None).items():
        place = (*path, "people", name)
        people[name], email = _person(reader, about, place, name)
        emails |= {name: email} if email else {}
        for key in (_key(name), _key(email or name)):
            if taken.setdefault(key, name) != name:
                other = taken[key]
                reader.fail(place, f"{name} and {other} have one name", "name each person once")
    return Workflow(four_eyes, people, emails)


def _person(
    reader: Reader, about: object, place: Place, name: str
) -> tuple[tuple[str, ...], str | None]:
    """The roles of a person, and their address where one is given."""
    if not isinstance(about, dict):
        return _roles(reader, about, place, name), None
    given = reader.mapping(about, place, ("roles", "email"))
    roles = _roles(
        reader, given.get("roles"), (*place, "roles") if "roles" in given else place, name
    )
    return roles, reader.text(given["email"], (*place, "email")) if "email" in given else None


def _roles(reader: Reader, value: object, place: Place, name: str) -> tuple[str, ...]:
    if not isinstance(value, list):
        reader.fail(place, f"the roles of {name} must be a list", f"of {', '.join(ROLES)}")
    return tuple(reader.choice(role, (*place, i), ROLES) for i, role in enumerate(value))


def _key(name: str) -> str:
    return unicodedata.normalize("NFC", " ".join(name.split())).casefold()
