"""What the environment says wrong is told in a line, before anything starts."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from dramabox import env

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("value", ["two", "", "nan", "1.5", "--5", "²", "inf"])
def test_what_is_no_whole_number_is_told_by_the_name_of_the_variable(
    monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("DRAMABOX_CPU_WORKERS", value)
    with pytest.raises(ImproperlyConfigured, match="DRAMABOX_CPU_WORKERS must be a whole number"):
        env.integer("DRAMABOX_CPU_WORKERS", 2)


def test_a_number_below_what_makes_sense_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NUM_PROXIES", "0")
    assert env.integer("NUM_PROXIES", 0, least=0) == 0
    with pytest.raises(ImproperlyConfigured, match="NUM_PROXIES must be 1 or more, not '0'"):
        env.integer("NUM_PROXIES", 1)


def test_a_command_says_what_is_wrong_without_a_traceback() -> None:
    ended = subprocess.run(
        [sys.executable, "manage.py", "workers"],
        cwd=ROOT,
        env=os.environ | {"DRAMABOX_CPU_JOB_SECONDS": "-1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 1
    assert ended.stderr == (
        "Dramabox cannot start: DRAMABOX_CPU_JOB_SECONDS must be 1 or more, not '-1'.\n"
    )
