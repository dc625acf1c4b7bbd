"""`manage.py produce`: what a script that calls it may rely on."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from apps.accounts.models import Studio
from apps.catalog.models import Series
from tests.studio.conftest import SCRIPT

ROOT = Path(__file__).resolve().parents[2]
KEYS = ["series", "episode", "shots", "duration_s", "wall_s", "master", "renditions", "captions",
        "poster", "url", "problems", "notes"]  # fmt: skip
TWO = "Title: Twice\n\n# Episode 1\n\nMIA: Not mine.\n\n# Episode 2\n\nTOM: It is.\n"
LONG = "Title: The Key\n\nINT. HALL - DAY\n\n" + "MIA\nNot mine.\n\nTOM\nIt is.\n\n" * 5
# Episodes of this size, made known before, spare the test the pixels of a real one.
SEED = """
from apps.accounts.models import Studio
from apps.studio import services
from apps.studio.models import Production
studio = Studio.objects.create(name="Studio", slug="studio")
for title, count in (("The Key", 1), ("Twice", 2)):
    series = services.create_series(studio=studio, title=title, language="en")
    for number in range(1, count + 1):
        episode = series.episodes.create(number=number)
        Production.objects.create(episode=episode, format={"width": 90, "height": 160, "fps": 8})
"""


# --- refusals -------------------------------------------------------------------------------------


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder with good and bad files."""
    files = {
        "good.fountain": SCRIPT.encode(),
        "two.fountain": TWO.encode(),
        "empty.fountain": b"",
        "photo.fountain": bytes(range(256)) * 64,
        "wrong.toml": b'[[characters]]\nname = "Mia"\nlok = 7\n',
        "photo.toml": b"\xff\xfe\x00\xd8" * 9,
    }
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "\udcff.fountain").write_text(SCRIPT, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["nowhere.fountain"], "There is no such file."),
        (["."], "This is a folder"),
        (["empty.fountain"], "the file is empty"),
        (["photo.fountain"], "This is not text"),
        (["two.fountain", "--episode", "7"], "no episode 7. It holds: 1, 2."),
        (["good.fountain", "--bible", "wrong.toml"], "lok"),
        (["good.fountain", "--bible", "nowhere.toml"], "No such file"),
        (["good.fountain", "--bible", "."], "Is a directory"),
        (["good.fountain", "--bible", "photo.toml"], "photo.toml is not a text file."),
        (["good.fountain", "--bible", "loop"], "Too many levels of symbolic links"),
        (["loop"], "There is no such file."),
        (["loop/deeper.fountain"], "There is no such file."),
        (["\udcff.fountain"], "is not written in UTF-8"),
        (["\udcb7\udce7/good.fountain"], "is not written in UTF-8"),
    ],
)
@pytest.mark.django_db
def test_what_is_at_fault_is_said_and_nothing_is_kept(
    home: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], says: str
) -> None:
    monkeypatch.chdir(home)
    out, err = StringIO(), StringIO()
    with pytest.raises(SystemExit) as left:
        call_command("produce", *arguments, "--json", stdout=out, stderr=err)
    assert left.value.code == 2
    assert says in err.getvalue()
    assert out.getvalue() == ""
    assert Series.objects.count() == Studio.objects.count() == 0


@pytest.mark.parametrize("number", ["0", "-1", "one", "1000"])
def test_an_episode_is_a_number_from_1_to_999(number: str) -> None:
    with pytest.raises(CommandError, match="from 1 to 999"):
        call_command("produce", "good.fountain", f"--episode={number}")


@pytest.mark.parametrize("address", ["../..  x", "", "a b", "工作室", "x" * 51, "a\n", "\udcff"])
def test_no_studio_is_founded_at_an_address_that_is_none(address: str) -> None:
    with pytest.raises(CommandError, match="the address of a studio"):
        call_command("produce", "good.fountain", f"--studio={address}")


@pytest.mark.parametrize("title", ["\udcff", "a\nb", "\x1b[2J"])
def test_a_title_is_words(title: str) -> None:
    with pytest.raises(CommandError, match="a title is words"):
        call_command("produce", "good.fountain", f"--series={title}")


def test_a_folder_given_relatively_counts_from_the_repository(tmp_path: Path) -> None:
    show = "from django.conf import settings as s; print(s.DATA_DIR, s.MEDIA_ROOT, s.SIGNING_DIR)"
    there = os.path.relpath(tmp_path, ROOT)
    chosen = environment(tmp_path) | {
        "DRAMABOX_DATA": there,
        "DRAMABOX_MEDIA": f"{there}/films/../media",
        "PYTHONPATH": str(ROOT),
    }
    command = [sys.executable, "-c", show]
    said = subprocess.run(
        command, cwd=tmp_path, env=chosen, capture_output=True, text=True, check=True
    )
    assert said.stdout.split() == [str(tmp_path / name) for name in ("", "media", "signing")]


# --- with real workers ----------------------------------------------------------------------------


class House:
    """A data folder of its own, as one who clones the repository has."""

    def __init__(self, home: Path, database: Path) -> None:
        self.home = home
        self.file = home / "dramabox.sqlite3"
        self.file.write_bytes(database.read_bytes())
        self.environment = environment(home)

    def begin(self, *arguments: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "manage.py", "produce", *arguments],
            cwd=ROOT,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def produce(self, script: str, *arguments: str) -> list[dict[str, Any]]:
        """The lines of its answer; it must succeed. What it said besides is in `said`."""
        path = self.home / "script.fountain"
        path.write_text(script, encoding="utf-8")
        process = self.begin(str(path), "--json", *arguments)
        out, err = process.communicate(timeout=240)
        assert process.returncode == 0, err
        self.said = err
        return [json.loads(line) for line in out.splitlines()]

    def ask(self, query: str) -> Any:
        with sqlite3.connect(self.file, timeout=30) as database:
            return database.execute(query).fetchone()[0]

    def renders(self) -> Any:
        return self.ask("select count(*) from jobs_job where verb = 'render' and state = 'done'")


def environment(home: Path) -> dict[str, str]:
    changed = {"DRAMABOX_DATA": str(home), "DJANGO_SETTINGS_MODULE": "dramabox.settings"}
    left_out = {"DATABASE_URL", "DRAMABOX_ENGINE_VERBS", "Q_CLUSTER_NAME"}
    return {k: v for k, v in os.environ.items() if k not in left_out} | changed


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("empty")
    for command in (["migrate", "-v0"], ["shell", "-v0", "-c", SEED]):
        subprocess.run(
            [sys.executable, "manage.py", *command], cwd=ROOT, env=environment(home), check=True
        )
    return home / "dramabox.sqlite3"


@pytest.fixture
def house(tmp_path: Path, database: Path) -> House:
    return House(tmp_path, database)


def until(happens: Callable[[], object]) -> None:
    give_up = time.monotonic() + 90
    while not happens():
        assert time.monotonic() < give_up, "it never happened"
        time.sleep(0.05)


@pytest.mark.processes
def test_every_episode_of_a_file_is_published_once(house: House) -> None:
    made = house.produce(TWO, "--publish")
    assert [(row["series"], row["episode"]) for row in made] == [("Twice", 1), ("Twice", 2)]
    for row in made:
        assert list(row) == KEYS
        assert row["shots"] >= 1
        assert row["duration_s"] > 0
        assert row["url"].endswith(f"/s/twice/{row['episode']}")
        files = [row["master"], row["poster"], *row["renditions"], *row["captions"]]
        assert row["notes"] >= 1
        assert len(files) >= 4
        assert all(Path(file).stat().st_size for file in files)
    assert "script.fountain: note: Look and voice were chosen by rule for Mia." in house.said
    jobs = house.ask("select count(*) from jobs_job")
    (again,) = house.produce(TWO, "--publish", "--episode", "2")
    assert again | {"wall_s": 0} == made[1] | {"wall_s": 0}
    assert house.ask("select count(*) from jobs_job") == jobs, "run twice, nothing is made again"


@pytest.mark.processes
def test_ctrl_c_leaves_what_was_finished_to_be_found_again(house: House) -> None:
    script = house.home / "script.fountain"
    script.write_text(LONG, encoding="utf-8")
    process = house.begin(str(script))
    until(lambda: house.ask("select count(*) from studio_take"))
    process.send_signal(signal.SIGINT)
    _out, err = process.communicate(timeout=90)
    assert process.returncode == 130
    assert "Stopped; what was finished is kept." in err
    assert "Traceback" not in err
    kept = house.ask("select count(*) from studio_take")
    assert house.ask("select count(*) from jobs_job where state in ('queued', 'running')") == 0
    assert house.ask("select count(*) from studio_cut") == 0

    (made,) = house.produce(LONG)
    assert made["shots"] > kept
    assert house.renders() == made["shots"], "no finished shot was rendered a second time"
    assert (made["url"], made["renditions"]) == ("", [])
    assert Path(made["master"]).stat().st_size
