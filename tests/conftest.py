"""Fixtures that any test may ask for."""

from tests.jobs.conftest import make_box, migrated
from tests.services import postgres, redis
from tests.site import compile_words, django_db_modify_db_settings, plain_static_files
from tests.tiny_models import models, tiny_model

__all__ = [
    "django_db_modify_db_settings",
    "make_box",
    "migrated",
    "models",
    "plain_static_files",
    "postgres",
    "redis",
    "tiny_model",
]

compile_words()
