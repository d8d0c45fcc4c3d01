"""Cuts a text into sentence-sized segments by SRX rules, shipped or the project's own."""

from l10n.segmentation.rules import Rules
from l10n.segmentation.segments import lines, segment
from l10n.segmentation.srx import load_rules

__all__ = ["Rules", "lines", "load_rules", "segment"]
