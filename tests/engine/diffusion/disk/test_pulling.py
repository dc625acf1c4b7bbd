"""Alice pulls a model over a line that breaks, onto a disk that is small."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from huggingface_hub import file_download

from engine.contracts import CancelledError, EngineError, ModelRequest
from engine.diffusion.disk import distilled_files, folder_of, present
from engine.diffusion.disk.keeping import remove, verify
from engine.diffusion.disk.manifest import read_manifest
from engine.diffusion.disk.pulling import growing, pull
from engine.diffusion.registry import Companion, ModelEntry
from tests.engine.diffusion.disk.conftest import NAME, Steps, pulled
from tests.engine.diffusion.disk.local_hub import Hub, Repository

ROOT = Path(__file__).resolve().parents[4]
DENOISER = "transformer/diffusion_pytorch_model.safetensors"


def test_a_pulled_model_is_what_diffusers_loads(wan: ModelEntry, hub: Hub) -> None:
    with pytest.raises(EngineError, match="not on this machine") as missing:
        folder_of(wan)
    assert f"models pull {wan.name}" in missing.value.advice
    report = pulled(wan)
    from diffusers import WanImageToVideoPipeline  # noqa: PLC0415  # seconds

    pipeline = WanImageToVideoPipeline.from_pretrained(folder_of(wan), local_files_only=True)
    assert pipeline.transformer.config.num_layers == 2
    assert report.revision == hub.repositories[wan.repository].commit


def test_only_what_the_pipeline_needs_is_fetched(wan: ModelEntry, hub: Hub) -> None:
    pulled(wan)
    fetched = set(hub.fetched())
    assert DENOISER in fetched
    assert not {name for name in fetched if name.endswith((".bin", ".md", ".mp4", ".py"))}
    assert not {name for name in fetched if "fp16" in name or name == "wan.safetensors"}


def test_the_lora_for_few_steps_comes_with_the_model(with_lora: ModelEntry, hub: Hub) -> None:
    pulled(with_lora)
    assert [file.read_bytes()[:1] for file in distilled_files(with_lora)] == [b"h"]
    assert "v1/old.safetensors" not in hub.fetched()


def test_a_download_that_was_stopped_goes_on_at_the_byte_where_it_stopped(
    wan: ModelEntry, hub: Hub, disk: Path
) -> None:
    hub.repositories[wan.repository].files[DENOISER] = bytes(3 * 2**20)

    def stop(done: int) -> None:
        if done:
            raise CancelledError

    with pytest.raises(CancelledError):
        pull(ModelRequest(name=wan.name), Steps(stop))
    assert not present(wan)
    here = {path.name: path.stat().st_size for path in disk.rglob("*") if path.is_file()}
    kept = here["diffusion_pytorch_model.safetensors"]
    assert 0 < kept < 3 * 2**20
    hub.asked.clear()
    pulled(wan)
    asked = {
        path.rpartition("/resolve/")[2].partition("/")[2]: bytes_ for path, bytes_ in hub.asked
    }
    assert asked[DENOISER] == f"bytes={kept}-"
    assert present(wan)


def test_a_line_that_breaks_is_taken_up_again_by_itself(
    wan: ModelEntry, hub: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_download, "time", SimpleNamespace(sleep=lambda seconds: None))
    size = len(hub.repositories[wan.repository].files[DENOISER])
    hub.break_after[DENOISER] = size // 2
    pulled(wan)
    ranges = [bytes_ for path, bytes_ in hub.asked if path.endswith(DENOISER)]
    assert ranges[0] == ""
    assert ranges[1].startswith("bytes=")
    assert (folder_of(wan) / DENOISER).stat().st_size == size


def test_a_break_does_not_mix_two_commits(wan: ModelEntry, hub: Hub) -> None:
    def stop(done: int) -> None:
        raise CancelledError

    first = hub.repositories[wan.repository].commit
    with pytest.raises(CancelledError):
        pull(ModelRequest(name=wan.name), Steps(stop))
    hub.repositories[wan.repository].files["vae/config.json"] = b"{}"
    assert hub.repositories[wan.repository].commit != first
    assert pulled(wan).revision == first


DAMAGES = [b"", b'{"commit": ', b'{"commit": 5}', b'{"commit": ""}', b"\xff\x00"]


@pytest.mark.parametrize("left", DAMAGES)
def test_a_pin_that_is_lost_costs_nothing_that_arrived(
    wan: ModelEntry, hub: Hub, disk: Path, left: bytes
) -> None:
    files = hub.repositories[wan.repository].files
    changing = "scheduler/scheduler_config.json"
    files[DENOISER], files[changing] = bytes(2 * 2**20), b'{"old": 1}'

    def stop(done: int) -> None:
        if done > 1:
            raise CancelledError

    with pytest.raises(CancelledError):
        pull(ModelRequest(name=wan.name), Steps(stop))
    (pin,) = disk.rglob("pin-*.json")
    pin.write_bytes(left)
    (growing_files,) = disk.rglob("files")
    arrived = {
        path.relative_to(growing_files).as_posix()
        for path in growing_files.rglob("*")
        if path.is_file()
    }
    assert changing in arrived
    files[changing] = b'{"new": 1}'  # of equal length
    hub.asked.clear()
    assert pulled(wan).revision == hub.repositories[wan.repository].commit
    assert set(hub.fetched()) & arrived <= {changing, "model_index.json"}
    assert (folder_of(wan) / changing).read_bytes() == b'{"new": 1}'
    verify(ModelRequest(name=wan.name), Steps())


@pytest.mark.parametrize("left", DAMAGES)
def test_of_a_model_whose_manifest_is_lost_only_what_changed_is_fetched_again(
    with_lora: ModelEntry, hub: Hub, left: bytes
) -> None:
    pulled(with_lora)
    folder = folder_of(with_lora)
    content = bytearray((folder / DENOISER).read_bytes())
    content[-1] ^= 1
    (folder / DENOISER).write_bytes(content)
    (folder / "manifest.json").write_bytes(left)
    with pytest.raises(EngineError, match=r"manifest\.json” cannot be read") as told:
        verify(ModelRequest(name=with_lora.name), Steps())
    assert "Pull the model again" in told.value.advice
    hub.asked.clear()
    pulled(with_lora)
    assert [name for name in hub.fetched() if name.endswith("tensors")] == [DENOISER]
    verify(ModelRequest(name=with_lora.name), Steps())


def test_a_newer_commit_takes_over_what_did_not_change(wan: ModelEntry, hub: Hub) -> None:
    pulled(wan)
    hub.asked.clear()
    files = hub.repositories[wan.repository].files
    files["scheduler/scheduler_config.json"] += b" "
    pulled(wan)
    assert DENOISER not in hub.fetched()
    assert (folder_of(wan) / "scheduler/scheduler_config.json").read_bytes().endswith(b" ")
    hub.asked.clear()
    assert pulled(wan).files == 0
    assert hub.fetched() == ["model_index.json"]


def test_what_arrives_with_another_digest_is_thrown_away(wan: ModelEntry, hub: Hub) -> None:
    repository = hub.repositories[wan.repository]
    repository.announced[DENOISER] = "0" * 64
    with pytest.raises(EngineError, match="did not arrive as the hub announced it"):
        pulled(wan)
    assert not present(wan)
    repository.announced.clear()
    hub.asked.clear()
    pulled(wan)
    ranges = [bytes_ for path, bytes_ in hub.asked if path.endswith(DENOISER)]
    assert ranges == [""]


def test_a_small_file_is_checked_against_its_git_blob(
    wan: ModelEntry, hub: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    right = Repository.sibling

    def wrong(self: Repository, name: str) -> dict[str, object]:
        told = right(self, name)
        return told | {"blobId": "0" * 40} if name == "vae/config.json" else told

    monkeypatch.setattr(Repository, "sibling", wrong)
    with pytest.raises(EngineError, match=r"vae/config\.json"):
        pulled(wan)


def test_too_small_a_disk_is_told_before_a_byte_is_fetched(
    wan: ModelEntry, hub: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda path: SimpleNamespace(free=2**29))
    with pytest.raises(EngineError, match=r"needs 1\.0 GiB more; 0\.5 GiB are free") as caught:
        pulled(wan)
    assert caught.value.code == "no-space"
    assert hub.fetched() == ["model_index.json"]


def test_a_gated_repository_says_where_to_agree_and_what_to_set(
    wan: ModelEntry, hub: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    hub.repositories[wan.repository].gated = True
    with pytest.raises(EngineError, match="wants to know who") as caught:
        pulled(wan)
    assert f"{hub.address}/{wan.repository}" in caught.value.advice
    assert "HF_TOKEN" in caught.value.advice
    monkeypatch.setenv("HF_TOKEN", "hf_agreed")
    pulled(wan)
    assert present(wan)


def test_a_repository_that_was_withdrawn_is_named(wan: ModelEntry, hub: Hub) -> None:
    del hub.repositories[wan.repository]
    with pytest.raises(EngineError, match=f"no {wan.repository}"):
        pulled(wan)


def test_a_hub_that_is_away_is_not_a_traceback(
    wan: ModelEntry, hub: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    with pytest.raises(EngineError, match="cannot be reached") as caught:
        pulled(wan)
    assert caught.value.code == "hub-away"


@pytest.mark.parametrize("variable", ["HF_HUB_OFFLINE", "DRAMABOX_OFFLINE"])
def test_an_offline_machine_asks_nobody(
    wan: ModelEntry, hub: Hub, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    monkeypatch.setenv(variable, "1")
    with pytest.raises(EngineError, match=f"offline \\({variable}\\)"):
        pulled(wan)
    assert hub.asked == []


def test_without_the_library_it_is_said_what_to_install(
    wan: ModelEntry, hub: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "huggingface_hub", None)
    with pytest.raises(EngineError, match="not installed: huggingface_hub") as caught:
        pulled(wan)
    assert "[gpu]" in caught.value.advice


def test_weights_that_are_only_a_pickle_are_refused(wan: ModelEntry, hub: Hub) -> None:
    files = hub.repositories[wan.repository].files
    del files["vae/diffusion_pytorch_model.safetensors"]
    del files["vae/diffusion_pytorch_model.fp16.safetensors"]
    with pytest.raises(EngineError, match="are a Python pickle"):
        pulled(wan)


def test_a_name_that_leads_out_of_the_folder_is_not_fetched(
    wan: ModelEntry, hub: Hub, disk: Path
) -> None:
    hub.repositories[wan.repository].files["vae/../../../evil.json"] = b"{}"
    pulled(wan)
    assert not list(disk.parent.rglob("evil.json"))


def test_two_do_not_pull_one_model_at_once(wan: ModelEntry, hub: Hub) -> None:
    with growing(wan.name), pytest.raises(EngineError, match="is being pulled right now"):
        pulled(wan)


def test_files_put_there_by_hand_are_not_overwritten(wan: ModelEntry, hub: Hub, disk: Path) -> None:
    (disk / wan.name).mkdir(parents=True)
    (disk / wan.name / "model_index.json").write_text("{}", encoding="utf-8")
    with pytest.raises(EngineError, match="were not pulled"):
        pulled(wan)


def test_a_damaged_file_is_found_not_used_and_fetched_again_alone(
    with_lora: ModelEntry, hub: Hub
) -> None:
    request = ModelRequest(name=with_lora.name)
    pulled(with_lora)
    steps = Steps()
    assert verify(request, steps).files > 10
    assert steps.told[-1][0] <= steps.told[-1][1]
    file = folder_of(with_lora) / DENOISER
    content = bytearray(file.read_bytes())
    content[-1] ^= 1
    file.write_bytes(content)
    with pytest.raises(EngineError, match="no longer as it was pulled") as caught:
        verify(request, Steps())
    assert [DENOISER in problem.message for problem in caught.value.problems] == [True]
    assert not present(with_lora)
    hub.asked.clear()
    pulled(with_lora)
    assert [name for name in hub.fetched() if name.endswith("tensors")] == [DENOISER]
    verify(request, Steps())


def test_what_is_removed_is_gone_and_what_it_freed_is_told(
    with_lora: ModelEntry, hub: Hub, disk: Path
) -> None:
    pulled(with_lora)
    size = sum(path.stat().st_size for path in disk.rglob("*") if path.is_file())
    report = remove(ModelRequest(name=with_lora.name), Steps())
    assert report.gib == pytest.approx(size / 2**30)
    assert not [path for path in disk.rglob("*") if path.is_file()]
    with pytest.raises(EngineError, match="is not on this machine"):
        remove(ModelRequest(name=with_lora.name), Steps())


def test_a_model_on_another_disk_is_not_removed_through_its_link(
    wan: ModelEntry, disk: Path, tiny_model: Callable[[str], Path]
) -> None:
    disk.mkdir(exist_ok=True)
    (disk / wan.name).symlink_to(tiny_model(wan.name))
    with pytest.raises(EngineError, match="is a link to another folder") as told:
        remove(ModelRequest(name=wan.name), Steps())
    assert told.value.code == "is-a-link"
    assert folder_of(wan).is_dir()


def test_the_manifest_names_commit_and_digests(
    wan: ModelEntry, hub: Hub, tiny_model: Callable[[str], Path]
) -> None:
    pulled(wan)
    manifest = read_manifest(folder_of(wan))
    assert manifest is not None
    assert manifest.commit == hub.repositories[wan.repository].commit
    assert {len(file.sha256) for file in manifest.files} == {64}
    assert json.loads((folder_of(wan) / "model_index.json").read_bytes())


def test_what_a_model_needs_of_another_repository_comes_into_its_folder(
    wan: ModelEntry, hub: Hub, entered: Callable[..., ModelEntry]
) -> None:
    hub.repositories["faces/adapter"] = Repository({"sdxl/ip.safetensors": b"i", "b.bin": b"b"})
    companion = Companion(
        repository="faces/adapter", files=("sdxl/ip.safetensors",), folder="ip", licence="MIT"
    )
    one = entered(companions=(companion,))
    pulled(one)
    assert (folder_of(one) / "ip/sdxl/ip.safetensors").read_bytes() == b"i"
    hub.repositories["faces/adapter"].files["sdxl/ip.safetensors"] = b"j"
    pulled(one)
    assert (folder_of(one) / "ip/sdxl/ip.safetensors").read_bytes() == b"j"


def test_the_command_pulls_in_a_process_of_its_own_and_is_killed_without_harm(
    wan: ModelEntry, hub: Hub, disk: Path
) -> None:
    """As people run it: nothing but the command has imported the library."""
    command = [sys.executable, "-m", "engine", "models", "pull", NAME]
    size = 64 * 2**20
    hub.repositories[wan.repository].files[DENOISER] = bytes(size)
    hub.stall[DENOISER] = size // 2
    first = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE)
    with first:
        hub.stalled.wait(60)
        first.kill()
    assert not present(wan)
    kept = next(disk.rglob(f"parts/{DENOISER}")).stat().st_size
    assert kept > 0
    hub.asked.clear()
    again = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert again.returncode == 0, again.stderr
    assert hub.repositories[wan.repository].commit in again.stderr
    assert [bytes_ for path, bytes_ in hub.asked if path.endswith(DENOISER)] == [f"bytes={kept}-"]
    assert (folder_of(wan) / DENOISER).stat().st_size == size


def test_a_model_of_the_same_repository_shares_what_both_need(
    wan: ModelEntry, hub: Hub, entered: Callable[..., ModelEntry]
) -> None:
    pulled(wan)
    hub.asked.clear()
    sister = entered(name="wan-sister")
    pulled(sister)
    assert present(sister)
    assert not [name for name in hub.fetched() if name.endswith("tensors")]
    remove(ModelRequest(name=wan.name), Steps())
    verify(ModelRequest(name=sister.name), Steps())


def test_a_pickle_that_nobody_needs_keeps_nobody_from_pulling(
    wan: ModelEntry, hub: Hub, entered: Callable[..., ModelEntry]
) -> None:
    del hub.repositories[wan.repository].files[DENOISER]
    hub.repositories[wan.repository].files["transformer/old.bin"] = b"\x80"
    pulled(entered(ignore=("transformer/*", "*.fp16.*")))
    assert "transformer/old.bin" not in hub.fetched()
