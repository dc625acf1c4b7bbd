"""Two people pick in one shot: neither replaces what the other picked without knowing it."""

import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
from django.db import connection

from apps.accounts.models import User
from apps.catalog.models import Episode
from apps.studio import services
from apps.studio.models import Pick, Shot, Take
from apps.studio.services.picking import seen_of
from apps.studio.services.takes import record_take
from engine.contracts import EngineError
from tests.people import People
from tests.studio.reviewing import Director, made_again, numbers, shots_of


@pytest.fixture
def episode(people: People, media: Path) -> Episode:
    return made_again(people)


@pytest.fixture
def alice(people: People, episode: Episode) -> Director:
    return Director(people.alice)


@pytest.fixture
def bob(people: People, alice: Director) -> Director:
    return Director(people.bob)


def test_a_take_that_bob_picked_meanwhile_is_not_replaced_and_alice_is_told(
    alice: Director, bob: Director, episode: Episode
) -> None:
    first = shots_of(episode)[0]
    services.pick(shot=first, take=first.takes.get(number=1), by=User.objects.get(username="bob"))
    assert alice.take(first, "final") == 409
    assert numbers(episode)[0] == 1
    assert re.search(rf"bob picked take 1 of shot {first.name} at \d\d:\d\d\.", alice.page)
    assert "That stays as it is." in alice.page
    row = alice.answer.context["review"]["looked_at"][0]
    assert row["circled"]["number"] == 1


def test_what_bob_kept_on_purpose_is_not_replaced_either(
    alice: Director, bob: Director, episode: Episode
) -> None:
    first, *others = shots_of(episode)
    assert bob.take(first, "circled") == 200
    assert alice.use_new() == 409
    assert "bob picked take 2 of shot" in alice.page
    assert numbers(episode) == [2] + [3] * (len(others) - 1) + [2]
    assert f"You used {len(others) - 1} new finals." in alice.page


def test_two_who_use_the_same_final_do_not_disagree(
    alice: Director, bob: Director, episode: Episode
) -> None:
    first = shots_of(episode)[0]
    assert [bob.take(first, "final"), alice.take(first, "final")] == [200, 200]
    assert numbers(episode)[0] == 3
    assert re.search(rf"bob picked take 3 of shot {first.name} at \d\d:\d\d\.", alice.page)
    assert "You wanted the same: nothing was changed." in alice.page
    assert "You kept" not in alice.page
    pick = Pick.objects.get(shot=first)
    assert (pick.picked_by, pick.instead_of) == (
        User.objects.get(username="bob"),
        first.circle_take,
    )
    assert alice.undo() == 200, "what bob picked is taken back to what it was before"
    assert numbers(episode)[0] == 2


def test_what_bob_used_already_is_not_used_again_with_the_others(
    alice: Director, bob: Director, episode: Episode
) -> None:
    first, *others = shots_of(episode)
    assert bob.take(first, "final") == 200
    assert alice.use_new() == 200
    assert f"You used {len(others) - 1} new finals." in alice.page
    assert Pick.objects.get(shot=first).picked_by == User.objects.get(username="bob")


def test_a_final_that_bob_rejected_meanwhile_is_not_used_after_all(
    alice: Director, bob: Director, episode: Episode
) -> None:
    first = shots_of(episode)[0]
    services.reject(take=first.takes.get(number=3), reason="Her hand is cut off.")
    assert alice.take(first, "final") == 409
    assert "was rejected in the meantime: Her hand is cut off." in alice.page
    assert numbers(episode)[0] == 2


def test_what_was_picked_since_is_not_taken_back(
    alice: Director, bob: Director, episode: Episode
) -> None:
    first = shots_of(episode)[0]
    alice.use_new()
    page = alice.page
    bob.client.post(f"/studio/takes/{first.takes.get(number=1).pk}/pick")
    alice.page = page
    assert alice.undo() == 409
    assert re.search("bob picked take 1 of shot", alice.page)
    assert numbers(episode) == [1] + [2] * (len(numbers(episode)) - 1)


def test_a_take_that_was_rejected_since_does_not_come_back(
    alice: Director, episode: Episode
) -> None:
    first = shots_of(episode)[0]
    alice.take(first, "final")
    services.reject(take=first.takes.get(number=2), reason="Too slow.")
    assert alice.undo() == 409
    assert numbers(episode)[0] == 3
    assert "was rejected in the meantime: Too slow." in alice.page


def test_the_take_room_replaces_no_pick_of_somebody_else_either(
    alice: Director, bob: Director, episode: Episode
) -> None:
    first = shots_of(episode)[0]
    room = alice.client.get(f"/studio/shots/{first.pk}/takes").content.decode()
    (seen,) = re.findall(r'name="seen" value="([\d.]+)"', room)
    assert bob.take(first, "final") == 200
    pick = f"/studio/takes/{first.takes.get(number=1).pk}/pick"
    late = alice.client.post(pick, {"seen": seen})
    assert late.status_code == 409
    assert f"bob picked take 3 of shot {first.name} at" in late.content.decode()
    assert numbers(episode)[0] == 3
    (seen,) = re.findall(r'name="seen" value="([\d.]+)"', late.content.decode())
    assert alice.client.post(pick, {"seen": seen}).status_code == 200
    assert numbers(episode)[0] == 1


def test_a_take_that_bob_picked_meanwhile_is_not_rejected_and_alice_is_told(
    alice: Director, bob: Director, episode: Episode
) -> None:
    first = shots_of(episode)[0]
    final = first.takes.get(number=3)
    room = alice.client.get(f"/studio/shots/{first.pk}/takes").content.decode()
    (seen,) = re.findall(r'name="seen" value="([\d.]+)"', room)
    assert bob.take(first, "final") == 200
    given = {"reason": "Too dark.", "seen": seen}
    late = alice.client.post(f"/studio/takes/{final.pk}/reject", given)
    assert late.status_code == 409
    assert f"bob picked take 3 of shot {first.name} at" in late.content.decode()
    final.refresh_from_db()
    assert (final.rejected, numbers(episode)[0]) == ("", 3)
    (given["seen"],) = re.findall(r'name="seen" value="([\d.]+)"', late.content.decode())
    assert alice.client.post(f"/studio/takes/{final.pk}/reject", given).status_code == 200
    assert numbers(episode)[0] == 2


def test_the_reason_that_bob_gave_meanwhile_stays(
    alice: Director, bob: Director, episode: Episode
) -> None:
    first = shots_of(episode)[0]
    final, seen = first.takes.get(number=3), str(seen_of(first))
    reject = f"/studio/takes/{final.pk}/reject"
    answers = [
        one.client.post(reject, {"reason": reason, "seen": seen})
        for one, reason in ((bob, "Her hand is cut off."), (alice, "Too dark."))
    ]
    assert [answer.status_code for answer in answers] == [200, 409]
    assert "was rejected in the meantime: Her hand is cut off." in answers[1].content.decode()
    final.refresh_from_db()
    assert final.rejected == "Her hand is cut off."


def test_a_rejection_replaces_no_pick_that_came_just_before_it(
    people: People, episode: Episode
) -> None:
    first = shots_of(episode)[0]
    circled = Take.objects.select_related("shot").get(shot=first, number=2)
    rehearsal = first.takes.get(number=1)
    services.pick(shot=first, take=rehearsal, by=people.bob)
    services.reject(take=circled, reason="Too dark.")
    assert numbers(episode)[0] == rehearsal.number


def test_a_take_that_was_seen_to_be_rejected_may_be_picked_again(
    alice: Director, episode: Episode
) -> None:
    first = shots_of(episode)[0]
    final = first.takes.get(number=3)
    services.reject(take=final, reason="Too dark.")
    pick, seen = f"/studio/takes/{final.pk}/pick", str(seen_of(first))
    assert alice.client.post(pick, {"seen": seen}).status_code == 409
    assert alice.client.post(pick, {"seen": seen, "rejected": "yes"}).status_code == 200
    assert numbers(episode)[0] == 3


def test_a_final_that_ends_just_after_a_pick_does_not_replace_it(
    people: People, episode: Episode
) -> None:
    first = shots_of(episode)[0]
    rehearsal, older, newer = first.takes.all()
    services.pick(shot=first, take=rehearsal)
    job_saw = Shot.objects.select_related("circle_take").get(pk=first.pk)
    services.pick(shot=first, take=older, by=people.bob)
    request = newer.request | {"out": newer.request["out"] + "-next"}
    record_take(shot=job_saw, request=request, result=newer.data)
    assert numbers(episode)[0] == older.number


@pytest.mark.django_db(transaction=True)
def test_of_two_picks_at_the_same_moment_one_is_told_of_the_other(
    people: People, episode: Episode
) -> None:
    first = shots_of(episode)[0]
    seen, ready = seen_of(first), Barrier(2)

    def picked(number: int, by: User) -> str:
        try:
            shot = Shot.objects.get(pk=first.pk)
            take = shot.takes.get(number=number)
            ready.wait()
            services.pick(shot=shot, take=take, by=by, seen=seen)
        except EngineError as error:
            return error.message
        finally:
            connection.close()
        return ""

    with ThreadPoolExecutor(2) as both:
        said = list(both.map(picked, (1, 3), (people.alice, people.bob)))
    (refusal,) = [words for words in said if words]
    winner, number = ("bob", 3) if said[0] else ("alice", 1)
    assert refusal.startswith(f"{winner} picked take {number} of shot {first.name} at ")
    assert numbers(episode)[0] == number
