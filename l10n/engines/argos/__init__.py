"""Argos Translate: offline models that a user has installed."""

from l10n.engines.argos.engine import argos

__all__ = ["argos"]
