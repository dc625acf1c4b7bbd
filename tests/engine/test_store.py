"""What engines keep for each other: found by all, whole or not at all, never too much."""

import multiprocessing
import os
import signal
from collections.abc import Callable
from functools import partial
from multiprocessing.process import BaseProcess
from pathlib import Path

import numpy as np
import pytest

from engine import store
from engine.contracts import Expression, VoiceSpec
from engine.voice import _Kept

PACKAGE = "engine.sound"
Target = Callable[[Path], None]


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv(store.FOLDER, str(tmp_path))
    return tmp_path


def never() -> bytes:
    raise AssertionError("it is there already")


def in_own_process(target: Target, folder: Path) -> BaseProcess:
    process = multiprocessing.get_context("spawn").Process(target=target, args=(folder,))
    process.start()
    return process


def make_and_die_before_it_is_there(folder: Path) -> None:
    os.environ[store.FOLDER] = str(folder)
    Path.replace = lambda *_: os.kill(os.getpid(), signal.SIGKILL)  # type: ignore[assignment]
    store.kept("killed", PACKAGE, lambda: b"half" * 1000)


def make_a_large_one(folder: Path) -> None:
    os.environ[store.FOLDER] = str(folder)
    for turn in range(20):
        content = bytes([turn]) * 2**18
        assert store.kept(["large", turn], PACKAGE, partial(bytes, content)) == content


def test_what_one_engine_made_is_found_by_the_next(folder: Path) -> None:
    assert store.kept({"a": 1}, PACKAGE, lambda: b"made") == b"made"
    assert store.kept({"a": 1}, PACKAGE, never) == b"made"


def test_other_inputs_or_other_code_are_another_thing(folder: Path) -> None:
    for key, package in (("a", PACKAGE), ("b", PACKAGE), ("a", "engine.voice")):
        assert store.kept(key, package, f"{key}{package}".encode) == f"{key}{package}".encode()


def test_without_a_folder_nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(store.FOLDER, raising=False)
    made = iter((b"one", b"two"))
    assert store.kept("a", PACKAGE, lambda: next(made)) == b"one"
    assert store.kept("a", PACKAGE, lambda: next(made)) == b"two"


def test_samples_come_back_with_their_bits_and_their_order_in_memory(folder: Path) -> None:
    made = np.random.default_rng(1).standard_normal((2, 500)).astype(np.float32).T
    for _ in range(2):
        found = store.kept_samples("s", PACKAGE, lambda: made)
        assert found.tobytes() == made.tobytes()
        assert (found.shape, found.strides, found.dtype) == (made.shape, made.strides, made.dtype)


def test_a_damaged_file_is_made_again(folder: Path) -> None:
    store.kept("a", PACKAGE, lambda: b"whole" * 100)
    (file,) = folder.glob("kept-*")
    file.write_bytes(file.read_bytes()[:-1] + b"\0")
    assert store.kept("a", PACKAGE, lambda: b"whole" * 100) == b"whole" * 100
    assert store.kept("a", PACKAGE, never) == b"whole" * 100


def test_an_engine_killed_while_it_writes_leaves_nothing_that_is_found(folder: Path) -> None:
    process = in_own_process(make_and_die_before_it_is_there, folder)
    process.join()
    assert process.exitcode == -signal.SIGKILL
    assert not list(folder.glob("kept-*"))
    assert store.kept("killed", PACKAGE, lambda: b"whole") == b"whole"


def test_engines_that_make_the_same_at_once_all_get_it(folder: Path) -> None:
    processes = [in_own_process(make_a_large_one, folder) for _ in range(3)]
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0, 0, 0]
    assert len(list(folder.iterdir())) == 20


def test_what_was_not_used_for_longest_makes_room(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "LIMIT", 3000)
    for age, name in ((300, "old"), (200, "used"), (100, "young")):
        before = set(folder.iterdir())
        store.kept(name, PACKAGE, lambda: bytes(900))
        (file,) = set(folder.iterdir()) - before
        os.utime(file, (file.stat().st_mtime - age,) * 2)
    store.kept("used", PACKAGE, never)
    store.kept("new", PACKAGE, lambda: bytes(900))
    assert len(list(folder.iterdir())) == 3
    for name in ("used", "young", "new"):
        store.kept(name, PACKAGE, never)


def test_speech_that_was_kept_is_the_speech_that_was_made(folder: Path) -> None:
    def said() -> tuple[bytes, object, object]:
        speech = _Kept("espeak").speak(
            "You came back.",
            VoiceSpec(),
            language="en",
            expression=Expression.CALM,
            intensity=0.5,
        )
        return speech.samples.tobytes(), speech.visemes, speech.words

    made = said()
    assert len(list(folder.iterdir())) == 1
    assert said() == made


def test_what_may_only_be_read_is_found_all_the_same(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    store.kept("a", PACKAGE, lambda: b"made")
    monkeypatch.setattr(os, "utime", refuse)
    assert store.kept("a", PACKAGE, never) == b"made"


def test_what_killed_engines_left_makes_room_too(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "LIMIT", 3000)
    left = folder / ".part-1-1-kept-x"
    left.write_bytes(bytes(2500))
    os.utime(left, (0, 0))
    store.kept("a", PACKAGE, lambda: bytes(900))
    assert not left.exists()


def test_the_folder_is_not_looked_through_for_each_file(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[Path] = []
    monkeypatch.setattr(store, "LIMIT", 64_000)
    monkeypatch.setattr(store, "_written", [])
    monkeypatch.setattr(store, "_trim", looked.append)
    for number in range(100):
        store.kept(["small", number], PACKAGE, lambda: bytes(100))
    assert len(looked) == 9, "at about every thousandth byte"
