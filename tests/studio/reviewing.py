"""An episode whose finals were made again, and somebody with the page of their review open."""

import re
from typing import Any

from django.test import Client

from apps.accounts.models import User
from apps.catalog.models import Episode
from apps.studio import services
from apps.studio.models import Pick, Shot
from engine.contracts import Judgement, Quality
from tests.people import People
from tests.studio import dailies
from tests.studio.test_finals import final_take
from tests.studio.test_finals_on_the_board import faulty

PAGE = "/studio/the-key/1/review"


def made_again(people: People) -> Episode:
    """Every shot has a final that is used and one that was made again and is better; in the last an
    error."""
    series = services.create_series(studio=people.studio, title="The Key", language="en")
    made = dailies.shot_in_full(dailies.written(series))
    shots = list(made.shots.in_cut())
    for shot in shots:
        final_take(shot, Judgement(scores={Quality.MOTION: 0.9, Quality.SOUND: 0.5}))
    for shot in shots:
        good = Judgement(scores={Quality.MOTION: 0.7, Quality.SOUND: 0.9})
        final_take(shot, faulty() if shot == shots[-1] else good)
    Pick.objects.all().delete()
    Shot.objects.update(picked_at=None)
    return made


def shots_of(episode: Episode) -> list[Shot]:
    return list(episode.shots.in_cut().select_related("circle_take"))


def numbers(episode: Episode) -> list[int]:
    """Which take of each shot the cut uses."""
    return [shot.circle_take.number for shot in shots_of(episode) if shot.circle_take]


class Director:
    """Somebody with the page open."""

    def __init__(self, user: User) -> None:
        self.client = Client(headers={"accept-language": "en"})
        self.client.force_login(user)
        self.look()

    def look(self) -> None:
        self.answer: Any = self.client.get(PAGE)
        self.page = self.answer.content.decode()

    def row(self, shot: Shot) -> dict[str, Any]:
        """Of that shot, as it stands on the page."""
        rows = self.answer.context["review"]["rows"] + self.answer.context["review"]["looked_at"]
        return next(one for one in rows if one["shot"]["id"] == shot.pk)

    def send(self, deed: str, **fields: Any) -> int:
        self.answer = self.client.post(f"{PAGE}/{deed}", fields)
        self.page = " ".join(self.answer.content.decode().split())
        return int(self.answer.status_code)

    def take(self, shot: Shot, which: str) -> int:
        """Press the button of the one that is `circled`, or of the new `final`."""
        row = self.row(shot)
        return self.send("pick", row=row["row"], take=row[which]["id"])

    def use_new(self) -> int:
        """Press the button of all, with what is on the page."""
        form = self.page.partition(f'action="{PAGE}/use-new"')[2].partition("</form>")[0]
        return self.send("use-new", row=re.findall(r'name="row" value="([\d.]+)"', form))

    def undo(self) -> int:
        (act,) = re.findall(r'name="act" value="([-\w]+)"', self.page)
        return self.send("take-back", act=act)

    def waiting(self) -> list[str]:
        return [row["shot"]["slate"] for row in self.answer.context["review"]["rows"]]
