"""Catalogs: an article's units in one target language as a PO file, which is never half written."""

from l10n.catalogs.catalog import Catalog, create, from_bytes
from l10n.catalogs.counting import States, states
from l10n.catalogs.merging import Merged, merge
from l10n.catalogs.refresh import RefreshReport, refresh
from l10n.catalogs.severity import Change, severity
from l10n.catalogs.storage import atomic_write, editing, load, locked, read, save

__all__ = [
    "Catalog",
    "Change",
    "Merged",
    "RefreshReport",
    "States",
    "atomic_write",
    "create",
    "editing",
    "from_bytes",
    "load",
    "locked",
    "merge",
    "read",
    "refresh",
    "save",
    "severity",
    "states",
]
