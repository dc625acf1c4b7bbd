"""Review finals: Alice and Bob decide, shot by shot or at once; Charlie is told nothing."""

import re
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from msgspec.structs import replace

from apps.catalog.models import Episode
from apps.jobs.models import Job, State
from apps.studio import services
from apps.studio.board import name_of_cut
from apps.studio.models import Cut, Pick, Shot, Take
from apps.studio.review import compared, review_of
from engine.contracts import Judgement, Quality, Severity
from tests.people import People
from tests.studio import dailies
from tests.studio.reviewing import PAGE, Director, made_again, numbers, shots_of
from tests.studio.test_finals import final_take
from tests.studio.test_finals_on_the_board import faulty

BOARD, QUEUE = "/studio/the-key/1/", "/studio/queue/"


@pytest.fixture
def episode(people: People, media: Path) -> Episode:
    return made_again(people)


@pytest.fixture
def alice(people: People, episode: Episode) -> Director:
    return Director(people.alice)


@pytest.fixture
def bob(people: People, alice: Director) -> Director:
    return Director(people.bob)


def test_every_new_final_stands_beside_the_take_that_is_used(
    alice: Director, episode: Episode
) -> None:
    shots = shots_of(episode)
    assert alice.waiting() == [shot.slate for shot in shots]
    row = alice.row(shots[0])
    assert (row["circled"]["number"], row["final"]["number"]) == (2, 3)
    assert (row["better"], row["worse"]) == ("sound", "movement")
    assert (row["found"], alice.row(shots[-1])["found"]) == (False, True)
    assert "The camera set-up changes." in alice.page
    assert alice.page.count("<video") == 2 * len(shots)
    assert alice.page.count(" muted playsinline") == 2 * len(shots)
    page = alice.client.get(PAGE, headers={"Accept-Language": "zh-hans"}).content.decode()
    assert "优于现用镜次：声音。" in page


def test_a_final_that_is_used_or_rejected_or_of_an_older_text_does_not_wait(
    alice: Director, episode: Episode
) -> None:
    first, second, third, *others = shots_of(episode)
    services.pick(shot=first, take=first.takes.get(number=3))
    services.reject(take=second.takes.get(number=3), reason="Too dark.")
    Shot.objects.filter(pk=third.pk).update(inputs="changed")
    alice.look()
    assert alice.waiting() == [shot.slate for shot in others]


def test_the_best_of_several_finals_is_the_one_to_look_at(
    alice: Director, episode: Episode
) -> None:
    first = shots_of(episode)[0]
    final_take(first, faulty())
    alice.look()
    row = alice.row(first)
    assert (row["final"]["number"], row["more"]) == (3, 1)
    assert "1 more final of this shot</a>" in alice.page
    assert f'<a href="/studio/shots/{first.pk}/takes">' in alice.page
    services.pick(shot=first, take=first.takes.get(number=2))
    alice.look()
    assert first.slate not in alice.waiting()
    final_take(first, faulty())
    alice.look()
    assert alice.row(first)["final"]["number"] == 5, "about the better ones somebody has decided"


def test_a_final_behind_the_one_that_is_used_is_not_used_with_the_others(
    alice: Director, episode: Episode
) -> None:
    first, *others = shots_of(episode)
    services.pick(shot=first, take=first.takes.get(number=3))
    final_take(first, Judgement(scores={Quality.MOTION: 0.1, Quality.SOUND: 0.1}))
    alice.look()
    count = len(others) - 1
    assert alice.row(first)["final"]["number"] == 4
    assert f"Use the {count} best new finals without a warning</button>" in alice.page
    assert alice.use_new() == 200
    assert numbers(episode) == [3] * (count + 1) + [2]
    assert "1 waits, because another final of its shot is better." in alice.page


def test_who_keeps_what_is_used_is_told_of_a_better_final_that_has_come_since(
    alice: Director, episode: Episode
) -> None:
    first = shots_of(episode)[0]
    final_take(first, Judgement(scores={Quality.MOTION: 0.99, Quality.SOUND: 0.99}))
    assert alice.take(first, "circled") == 409
    assert "has come in the meantime" in alice.page
    assert alice.row(first)["final"]["number"] == 4
    assert alice.take(first, "circled") == 200
    assert first.slate not in alice.waiting()


def test_who_keeps_what_is_used_has_looked_at_the_new_one(
    alice: Director, episode: Episode
) -> None:
    first, *others = shots_of(episode)
    assert alice.take(first, "circled") == 200
    assert alice.waiting() == [shot.slate for shot in others]
    assert "You kept take 2 of shot" in alice.page
    assert "1 final was looked at and is not used" in alice.page
    assert numbers(episode)[0] == 2
    assert alice.take(first, "final") == 200, "and may think again"
    assert numbers(episode)[0] == 3


def test_bob_uses_a_new_final_and_takes_it_back(bob: Director, episode: Episode) -> None:
    first = shots_of(episode)[0]
    assert bob.take(first, "final") == 200
    assert f"You picked take 3 of shot {first.name}." in bob.page
    assert numbers(episode)[0] == 3
    assert bob.undo() == 200
    assert numbers(episode)[0] == 2
    assert first.slate in bob.waiting()
    assert 'name="act"' not in bob.page


def test_all_without_a_warning_are_used_at_once_and_the_rest_waits(
    alice: Director, episode: Episode
) -> None:
    shots = shots_of(episode)
    count = len(shots) - 1
    assert f"Use all {count} new finals without a warning</button>" in alice.page
    assert alice.use_new() == 200
    assert numbers(episode) == [3] * count + [2]
    assert alice.waiting() == [shots[-1].slate]
    said = f"You used {count} new finals. 1 waits, because something was found in it."
    assert said in alice.page
    assert "without a warning" not in alice.page


def test_the_act_is_taken_back_as_if_it_had_never_been(
    alice: Director, bob: Director, episode: Episode
) -> None:
    bob.take(shots_of(episode)[0], "circled")
    before = list(episode.shots.in_cut().values_list("circle_take", "picked_at"))
    alice.look()
    waiting = alice.waiting()
    alice.use_new()
    bob.look()
    assert re.search(r"alice used \d new finals at \d\d:\d\d\.", bob.page)
    assert "data-undoes" not in bob.page, "no key undoes what somebody else did"
    assert bob.undo() == 200
    assert list(episode.shots.in_cut().values_list("circle_take", "picked_at")) == before
    assert bob.waiting() == waiting


def test_a_rejected_take_that_was_picked_is_rejected_again_when_that_is_taken_back(
    alice: Director, episode: Episode
) -> None:
    first = shots_of(episode)[0]
    final = first.takes.get(number=3)
    services.reject(take=final, reason="Her hand is cut off.")
    alice.client.post(f"/studio/takes/{final.pk}/pick")
    final.refresh_from_db()
    assert (final.rejected, numbers(episode)[0]) == ("", 3)
    alice.look()
    assert alice.undo() == 200
    final.refresh_from_db()
    assert (final.rejected, numbers(episode)[0]) == ("Her hand is cut off.", 2)
    assert first.slate not in alice.waiting()


def test_a_final_that_was_not_on_the_page_is_not_used_with_the_others(
    alice: Director, episode: Episode
) -> None:
    first = shots_of(episode)[0]
    better = final_take(first, Judgement(scores={Quality.MOTION: 0.9, Quality.SOUND: 0.9}))
    alice.use_new()
    assert numbers(episode)[0] == 2
    assert alice.row(first)["final"]["id"] == better.pk


def test_newer_finals_end_the_time_to_take_back(alice: Director, episode: Episode) -> None:
    alice.use_new()
    final_take(shots_of(episode)[0])
    alice.look()
    assert 'name="act"' not in alice.page


def test_another_studio_is_not_told_and_changes_nothing(
    people: People, alice: Director, episode: Episode
) -> None:
    row = alice.row(shots_of(episode)[0])
    stranger = Client()
    stranger.force_login(people.charlie)
    assert stranger.get(PAGE).status_code == 404
    given = {"row": row["row"], "take": row["final"]["id"]}
    for deed in ("pick", "use-new", "take-back"):
        assert stranger.post(f"{PAGE}/{deed}", given).status_code == 404
    assert not Pick.objects.exists()


@pytest.mark.parametrize(
    ("deed", "given"),
    [
        ("pick", {"row": "nonsense", "take": "1"}),
        ("pick", {"row": "1.1.1", "take": "1"}),
        ("pick", {"row": "999999.1.1.0", "take": "1"}),
        ("pick", {}),
        ("take-back", {"act": "nonsense"}),
    ],
)
def test_what_no_page_sends_is_not_found(alice: Director, deed: str, given: dict[str, str]) -> None:
    assert alice.send(deed, **given) == 404
    assert not Pick.objects.exists()


def test_a_take_of_another_shot_is_not_picked(alice: Director, episode: Episode) -> None:
    first, second, *_others = shots_of(episode)
    row = alice.row(first)
    assert alice.send("pick", row=row["row"], take=alice.row(second)["final"]["id"]) == 404


def test_the_board_and_the_queue_lead_there(alice: Director, episode: Episode) -> None:
    count = len(shots_of(episode))
    Job.objects.create(
        verb="finals",
        state=State.DONE,
        studio=episode.series.studio,
        subject=f"episode:{episode.pk}",
        request={"takes": []},
        wall_s=7312.4,
    )
    board = alice.client.get(BOARD).content.decode()
    assert f'href="{PAGE}"' in board
    assert f"{count} new</span>" in board
    queue = alice.client.get(QUEUE).content.decode()
    assert f'href="{PAGE}"' in queue
    assert "about 2 h" in queue
    assert "7312" not in queue
    assert f'href="{BOARD}"' in alice.page


def test_the_page_says_that_more_finals_are_being_made(alice: Director, episode: Episode) -> None:
    assert 'data-working="no"' in alice.page
    services.make_finals(episode=episode, again=True)
    alice.look()
    assert 'data-working="yes"' in alice.page
    assert "Final takes wait for their turn" in alice.page


def test_an_episode_without_finals_says_how_to_get_some(people: People, media: Path) -> None:
    series = services.create_series(studio=people.studio, title="The Key", language="en")
    dailies.shot_in_full(dailies.written(series))
    director = Director(people.bob)
    assert "No final takes yet" in director.page
    assert PAGE not in director.client.get(BOARD).content.decode()


def test_when_all_is_decided_the_page_says_what_comes_next(
    alice: Director, episode: Episode
) -> None:
    alice.use_new()
    alice.take(shots_of(episode)[-1], "circled")
    assert "Every new final is looked at" in alice.page
    assert f'action="{BOARD}make-current"' in alice.page
    Cut.objects.create(episode=episode, hash=name_of_cut(episode), request={}, master={})
    alice.look()
    assert "Every new final is looked at" in alice.page
    assert "make-current" not in alice.page, "the cut is of what is picked"


def test_errors_and_other_findings_are_counted_apart(alice: Director, episode: Episode) -> None:
    assert "1 with an error" in alice.page
    assert "with a finding" not in alice.page
    warned = faulty().findings[0]
    warned = replace(warned, problem=replace(warned.problem, severity=Severity.WARNING))
    first = shots_of(episode)[0]
    services.reject(take=first.takes.get(number=3), reason="Too dark.")
    final_take(first, Judgement(findings=(warned,)))
    alice.look()
    assert "1 with an error" in alice.page
    assert "1 with a finding" in alice.page


def test_only_what_was_measured_in_both_is_compared(people: People, episode: Episode) -> None:
    translation.activate("en")
    rehearsal, final, _newest = Take.objects.filter(shot=shots_of(episode)[0])
    nothing = {"better": "", "worse": "", "gains": 0, "losses": 0, "alike": False}
    assert compared(rehearsal, final) == compared(None, final) == nothing
    assert compared(final, final) == nothing | {"alike": True}


def test_a_final_is_not_better_in_what_something_was_found_in(episode: Episode) -> None:
    translation.activate("en")
    shot = shots_of(episode)[0]
    poor = final_take(shot, Judgement(scores={Quality.WHOLENESS: 0.2, Quality.SOUND: 0.2}))
    cut_inside = faulty().findings
    good = Judgement(scores={Quality.WHOLENESS: 0.9, Quality.SOUND: 0.9}, findings=cut_inside)
    found = compared(poor, final_take(shot, good))
    assert (found["better"], found["gains"], found["alike"]) == ("sound", 1, False)


def test_looking_at_many_shots_asks_the_database_no_more_often(
    people: People, episode: Episode
) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            review_of(Episode.objects.get(pk=episode.pk), people.alice)
        return len(queries)

    many = asked()
    Shot.objects.filter(pk__in=[shot.pk for shot in shots_of(episode)[2:]]).update(position=None)
    assert asked() == many
