"""What the demo episodes letter can be read where it stands, and who speaks is clear of controls.

The player covers the top 8 %, the bottom 18 % and a rail of 14 % at the right.
"""

from collections.abc import Iterator
from functools import partial

import numpy as np
import pytest

from engine.contracts import (
    Format,
    LineKind,
    RenderRequest,
    Shot,
    ShotSize,
)
from engine.rehearsal.actors import ON_TWOS, Actor
from engine.rehearsal.aiming import Points, aimed, eyes_of, shown
from engine.rehearsal.lettering.cards import Card
from engine.rehearsal.palette import palette_for
from engine.rehearsal.render import performers
from engine.rehearsal.spoken import spoken
from tests.engine.rehearsal.demo import episode
from tests.engine.rehearsal.reading import least_contrast, letters_of
from tests.engine.rehearsal.shots import staged

EPISODES = (("empty-coffin.fountain", 3), ("kong-guan.txt", 1))
PICTURE = Format(width=540, height=960)
TOP, BOTTOM, RIGHT = 0.08, 0.82, 0.86


def speaking(shot: Shot, actor: Actor) -> Iterator[tuple[float, Points]]:
    """The face of a speaker three times a line; of an extreme close-up the eyes."""
    for line in shot.lines:
        if line.character != actor.blocking.character or line.kind is not LineKind.ON_SCREEN:
            continue
        for share in (0.1, 0.5, 0.9):
            t = line.at + share * line.duration
            points = actor.figure.face(actor.acting.pose(int(t * ON_TWOS) / ON_TWOS))
            if len(points):
                yield t, eyes_of(points) if shot.size is ShotSize.ECU else points


@pytest.mark.parametrize(("name", "number"), EPISODES)
def test_faces_of_speakers_are_clear_of_the_controls(name: str, number: int) -> None:
    made = episode(name, number)
    looked = 0
    for shot in made.shots:
        request = RenderRequest(shot=shot, cast=made.cast, format=PICTURE)
        actors = [] if shot.insert else performers(request, spoken(shot, made.cast))
        framing = aimed(shot, actors, PICTURE, shot.duration) if actors else None
        for index, actor in enumerate(actors):
            if actor.blocking.over_shoulder or framing is None:
                continue
            for _, face in shown(shot, framing, index, list(speaking(shot, actor))):
                assert face[:, 0].max() <= RIGHT * PICTURE.width, shot.slate.id
                assert face[:, 1].min() >= TOP * PICTURE.height, shot.slate.id
                assert face[:, 1].max() <= BOTTOM * PICTURE.height, shot.slate.id
                looked += 1
    assert looked > 10


@pytest.mark.parametrize(("name", "number"), EPISODES)
def test_every_card_of_the_demo_can_be_read_on_its_own_shot(name: str, number: int) -> None:
    made = episode(name, number)
    looked = 0
    for shot in made.shots:
        for lettering in shot.lettering:
            request = RenderRequest(shot=shot, cast=made.cast, format=PICTURE)
            frames = round(shot.duration * PICTURE.fps)
            at = min(round((lettering.at + 0.7 * lettering.duration) * PICTURE.fps), frames - 1)
            frame = staged(request).frame(at)
            card = Card(lettering, PICTURE, palette_for(shot.set))
            t = at / PICTURE.fps
            letters = letters_of(partial(card.draw, t=t), PICTURE.width, PICTURE.height)
            rows, across = np.flatnonzero(letters.any(axis=1)), np.flatnonzero(letters.any(axis=0))
            assert least_contrast(frame, letters) >= 4.5, (shot.slate.id, lettering.text)
            assert rows[0] >= TOP * PICTURE.height
            assert rows[-1] <= BOTTOM * PICTURE.height
            assert across[-1] <= RIGHT * PICTURE.width
            looked += 1
    assert looked
