"""Alice pulls a model for an hour; Bob goes on working meanwhile."""

import json
from collections.abc import Callable, Iterator
from importlib import import_module

import pytest
from django.apps import apps

from apps.accounts.models import Studio
from apps.jobs.models import Job, State
from apps.jobs.services import cancel
from apps.studio.services.engine import work_on_model
from tests.engine.diffusion.disk.local_hub import Hub, Repository, serving
from tests.jobs.box import Box, is_running, until

NAME, REPOSITORY = "wan2.2-ti2v-5b", "Wan-AI/Wan2.2-TI2V-5B-Diffusers"
SIZE = 4 * 2**20
# A hub that falls silent is waited for as long as the test likes.
ONLINE = {"HF_HUB_OFFLINE": "", "DRAMABOX_OFFLINE": "", "HF_HUB_DOWNLOAD_TIMEOUT": "600"}


@pytest.fixture
def slow_hub() -> Iterator[Hub]:
    """It falls silent in the middle of the weights."""
    index = json.dumps({"_class_name": "WanImageToVideoPipeline", "vae": ["diffusers", "x"]})
    with serving() as hub:
        weights = "vae/v.safetensors"
        hub.repositories[REPOSITORY] = Repository(
            {"model_index.json": index.encode(), weights: bytes(SIZE)}
        )
        hub.stall[weights] = SIZE // 2
        yield hub


@pytest.mark.processes
def test_a_rehearsal_asked_for_while_a_model_is_pulled_begins_at_once(
    make_box: Callable[..., Box], slow_hub: Hub
) -> None:
    box = make_box(DRAMABOX_CPU_WORKERS="1", HF_ENDPOINT=slow_hub.address, **ONLINE)
    studio = Studio.objects.create(name="Harbour", slug="harbour")
    pull = work_on_model(name=NAME, verb="pull", studio=studio)
    box.start("workers")
    assert slow_hub.stalled.wait(90)
    rehearsal = box.queue("sleep", "rehearsal")
    verifying = work_on_model(name=NAME, verb="verify", studio=studio)
    box.until_finished(rehearsal, verifying)
    pull.refresh_from_db()
    assert (pull.state, rehearsal.state, verifying.error_code) == (
        State.RUNNING,
        State.DONE,
        "model-missing",
    )
    worker = int(pull.worker.rpartition(":")[2])
    cancel(job=pull)
    box.until_finished(pull)
    assert pull.state == State.CANCELLED
    again = work_on_model(name=NAME, verb="pull", studio=studio)
    box.until_finished(again)
    assert (again.state, (again.result or {})["files"]) == (State.DONE, 2)
    until(lambda: not is_running(worker))


@pytest.mark.django_db
def test_pulls_that_waited_among_other_work_move_to_their_own_queue() -> None:
    rows = {
        name: Job.objects.create(verb=verb, state=state, request={}, inputs=name)
        for name, verb, state in [
            ("waits", "models_pull", State.QUEUED),
            ("failed", "models_pull", State.FAILED),
            ("runs", "models_pull", State.RUNNING),
            ("other", "render", State.QUEUED),
        ]
    }
    migration = import_module("apps.jobs.migrations.0004_pull_queue")
    migration.to_their_own_queue(apps, None)
    queues = {name: Job.objects.get(pk=row.pk).queue for name, row in rows.items()}
    assert queues == {"waits": "pull", "failed": "pull", "runs": "cpu", "other": "cpu"}
    migration.back(apps, None)
    assert set(Job.objects.values_list("queue", flat=True)) == {"cpu"}
