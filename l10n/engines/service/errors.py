"""What can go wrong with one call of a service.

ServiceError
├── Failed      it may work another time: no connection, no time, a server's error
│   └── Busy    it asks to be left alone for a while
├── Rejected    it will not work for these texts, however often; it may for others
├── Closed      it asks to be left alone for longer than anybody waits
└── Refused     it will not work for any: a wrong key, an address that leads elsewhere
"""

from __future__ import annotations


class ServiceError(Exception):
    """A call that gave no answer; the message holds neither key nor address."""


class Failed(ServiceError):
    """It may work another time."""


class Busy(Failed):
    """The service asks for a pause."""

    def __init__(self, message: str, pause: float | None = None) -> None:
        """`pause`: the seconds that it asks for, if it says."""
        super().__init__(message)
        self.pause = pause


class Rejected(ServiceError):
    """It will not work for these texts, however often it is tried."""


class Closed(ServiceError):
    """The service asks for a pause that is too long to wait for."""


class Refused(ServiceError):
    """It will not work for any text."""
