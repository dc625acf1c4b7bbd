from pathlib import Path

import pytest

from tests.engine.edit.takes import Studio


@pytest.fixture
def studio(tmp_path: Path) -> Studio:
    return Studio(tmp_path)
