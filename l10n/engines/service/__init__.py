"""What all engines share that ask a service: options, keys, patience, masks, a pool of callers."""

from l10n.engines.service.engine import Service, ServiceEngine
from l10n.engines.service.errors import Busy, Failed, Refused
from l10n.engines.service.options import Options, read_options

__all__ = ["Busy", "Failed", "Options", "Refused", "Service", "ServiceEngine", "read_options"]
