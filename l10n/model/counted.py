"""How many there are, in words."""

from __future__ import annotations


def counted(number: float, one: str, many: str = "") -> str:
    """`1 unit`, `2 units`; `many` where that is not `one` with an s: `unit is`, `units are`."""
    return f"{number:.12g} {one if number == 1 else many or f'{one}s'}"
