"""Fixtures that any test may ask for."""

import signal

from tests.jobs.conftest import idle_box, make_box, migrated
from tests.services import postgres, redis
from tests.site import compile_words, django_db_modify_db_settings, plain_static_files
from tests.tiny_models import models, tiny_model

__all__ = [
    "django_db_modify_db_settings",
    "idle_box",
    "make_box",
    "migrated",
    "models",
    "plain_static_files",
    "postgres",
    "redis",
    "tiny_model",
]

compile_words()
# A run that was started in the background ignores interrupts, and so would all that tests start.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
