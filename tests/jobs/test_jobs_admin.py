"""Jobs in the administration."""

import pytest
from django.test import Client

from apps.accounts.models import User
from apps.jobs import services, transitions
from apps.jobs.models import Job, State
from engine.contracts import EngineError, Wording
from tests.jobs.verbs import Ask

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(client: Client) -> Client:
    client.force_login(User.objects.create_superuser("admin"))
    return client


def queue(subject: str) -> Job:
    return services.enqueue(verb="sleep", request=Ask(), subject=subject)


def act(client: Client, action: str) -> None:
    keys = [str(key) for key in Job.objects.values_list("pk", flat=True)]
    answer = client.post("/admin/jobs/job/", {"action": action, "_selected_action": keys})
    assert answer.status_code == 302


def test_queued_jobs_are_cancelled_by_hand(admin: Client) -> None:
    queue("shot:1")
    act(admin, "cancel_jobs")
    assert Job.objects.get().state == State.CANCELLED


def test_failed_jobs_are_tried_again_and_finished_ones_are_not(admin: Client) -> None:
    queue("shot:1")
    failed = Job.claim("cpu", "test:1:1")
    queue("shot:2")
    done = Job.claim("cpu", "test:1:1")
    assert failed is not None
    assert done is not None
    transitions.fail(failed, EngineError("disk-full", Wording("No space.")))
    transitions.complete(done, {}, {})
    act(admin, "retry_jobs")
    assert sorted(Job.objects.values_list("subject", "state")) == [
        ("shot:1", State.FAILED),
        ("shot:1", State.QUEUED),
        ("shot:2", State.DONE),
    ]


def test_a_job_is_shown_with_its_attempts_and_cannot_be_edited(admin: Client) -> None:
    job = queue("shot:1")
    Job.claim("cpu", "somewhere:1:1")
    page = admin.get(f"/admin/jobs/job/{job.pk}/change/").content.decode()
    assert "somewhere:1:1" in page
    assert 'name="subject"' not in page
    assert admin.get("/admin/jobs/job/add/").status_code == 403


@pytest.mark.parametrize("page", ["job", "cluster"])
def test_the_lists_open(admin: Client, page: str) -> None:
    queue("shot:1")
    assert admin.get(f"/admin/jobs/{page}/").status_code == 200
