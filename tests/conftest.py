"""Fixtures that any test may ask for."""

from tests.services import postgres, redis

__all__ = ["postgres", "redis"]
