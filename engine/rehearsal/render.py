"""The rehearsal renderer: one take of one shot, drawn, acted and spoken on any computer."""

import platform
import resource
import time
from math import atan2, degrees
from pathlib import Path

import av
import skia
from msgspec.structs import replace

from engine.contracts import (
    Blocking,
    Character,
    Context,
    EngineError,
    LineTiming,
    Posture,
    RenderRequest,
    SetKind,
    Shot,
    ShotSize,
    Take,
    _,
    inputs_hash,
)
from engine.edit.encode import VideoWriter
from engine.edit.take_files import (
    SPEECH,
    STILL,
    VIDEO,
    digests,
    proxies,
    take_folder,
    write_speech,
    write_still,
)
from engine.rehearsal.actors import Actor
from engine.rehearsal.figure import Acting, Figure
from engine.rehearsal.figure.headwear import HATS
from engine.rehearsal.framing import seen_from
from engine.rehearsal.sight import look_down
from engine.rehearsal.spoken import Spoken, spoken
from engine.rehearsal.stage import Stage
from engine.sound import shot_mix

VERSION = "4"  # of the drawing: a new one makes old takes differ from new ones
# How little actors shift their weight in close shots, where a step is half the frame.
STILL_IN = {ShotSize.ECU: 0.85, ShotSize.CU: 0.6, ShotSize.MCU: 0.25}
REAR = ("back seat", "backseat", "rear", "taxi", "limousine", "后座", "后排", "出租车")
STEP_FRAMES = 6
LET_GO, CLOSE_TO_THE_CUT = 0.5, 0.1  # seconds


def render(request: RenderRequest, context: Context) -> Take:
    """Write take.mp4, its proxies, speech.wav and still.jpg into `request.out`, all or none.

    The same request gives the same frames. Raises EngineError "disk-full", "missing-font",
    "bad-format"; CancelledError when the caller asks to stop.
    """
    wall, cpu = time.perf_counter(), time.process_time()
    check(request)
    shot = request.shot
    frames = max(round(shot.duration * request.format.fps), 1)
    seconds = frames / request.format.fps
    with take_folder(Path(request.out)) as folder:
        said = spoken(shot, request.cast)
        track = said.samples(seconds)
        stage = Stage(request, performers(request, said), frames)
        write_speech(folder / SPEECH, track)
        smaller = {folder / name: small for small, name in proxies(request.format).items()}
        video, audio = folder / VIDEO, shot_mix(shot, track)
        with VideoWriter(video, request.format, audio=audio, proxies=smaller) as writer:
            for n in range(frames):
                if n % STEP_FRAMES == 0:
                    context.step(n, frames, shot.slate.id)
                picture = stage.frame(n)
                writer.write(picture, same=not stage.changed)
                if n == frames // 2:
                    write_still(folder / STILL, picture)
        written = digests(folder)
    context.step(frames, frames, shot.slate.id)
    return _take(request, said.timings(seconds), frames, written, (wall, cpu))


def _take(
    request: RenderRequest,
    timings: tuple[LineTiming, ...],
    frames: int,
    written: dict[str, str],
    began: tuple[float, float],
) -> Take:
    wall, cpu = began
    return Take(
        video=VIDEO,
        proxies={small.size: name for small, name in proxies(request.format).items()},
        speech=SPEECH,
        still=STILL,
        inputs=inputs_hash(request),
        renderer=request.renderer,
        seed=request.seed,
        format=request.format,
        frames=frames,
        duration=frames / request.format.fps,
        timings=timings,
        sha256=written,
        wall_s=round(time.perf_counter() - wall, 3),
        cpu_s=round(time.process_time() - cpu, 3),
        peak_mb=round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1),
        versions={
            "rehearsal": VERSION,
            "skia": skia.__version__,
            "av": av.__version__,
            "python": platform.python_version(),
        },
    )


def check(request: RenderRequest) -> None:
    """Raise EngineError for what cannot be made at all."""
    picture = request.format
    if picture.width < 16 or picture.height < 16 or picture.width % 2 or picture.height % 2:
        raise EngineError(
            "bad-format",
            _(
                "A picture of {wanted_width}×{wanted_height} cannot be encoded.",
                wanted_width=picture.width,
                wanted_height=picture.height,
            ),
            _("Use even sides of at least 16, such as 720×1280."),
        )
    if not request.out:
        raise EngineError(
            "no-folder", _("The request names no folder for the take."), _("Set `out`.")
        )


def performers(request: RenderRequest, said: Spoken) -> list[Actor]:
    """Everyone in the shot; someone who is not in the cast is drawn with the plain look."""
    people = {person.id: person for person in request.cast}
    actors = []
    at_wheel = driver(request.shot)
    for index, blocking in enumerate(request.shot.people):
        name = blocking.character
        person = dressed(people.get(name) or Character(id=name, name=name), blocking)
        acting = Acting(
            to_the_cut(blocking, request.shot.duration),
            speech=said.by(name),
            seed=request.seed * 31 + request.shot.set.seed * 7 + index,
            look_yaw=look_yaw(request.shot, blocking),
            look=person.look,
            drives=index == at_wheel,
            still=STILL_IN.get(request.shot.size, 0.0),
            tilt=0.0 if blocking.look_at == "lens" else seen_from(request.shot.angle),
            look_down=look_down(request.shot, blocking, people),
        )
        actors.append(Actor(blocking, Figure(person), acting))
    return actors


def dressed(person: Character, blocking: Blocking) -> Character:
    """Someone in what they wear in this shot; a hat goes with the clothes it was for."""
    if blocking.wears is None:
        return person
    bare = person.look.signature in HATS and blocking.wears.kind != person.look.wardrobe.kind
    look = replace(
        person.look,
        wardrobe=blocking.wears,
        signature="none" if bare else person.look.signature,
    )
    return replace(person, look=look)


def to_the_cut(person: Blocking, seconds: float) -> Blocking:
    """Gestures that last as long as the shot are not let go before the cut."""
    gestures = tuple(
        replace(cue, duration=cue.duration + LET_GO)
        if cue.at + cue.duration > seconds - CLOSE_TO_THE_CUT
        else cue
        for cue in person.gestures
    )
    return replace(person, gestures=gestures)


def driver(shot: Shot) -> int | None:
    """Which of the people is at the wheel: in a car, the first from the left that sits in front."""
    if shot.set.set is not SetKind.CAR or any(seat in shot.set.place.lower() for seat in REAR):
        return None
    return next(
        (
            index
            for index, person in enumerate(shot.people)
            if person.posture is Posture.SIT and not person.over_shoulder and abs(person.yaw) < 100
        ),
        None,
    )


def look_yaw(shot: Shot, person: Blocking) -> float:
    """Where a person's eyes go, degrees as Blocking.yaw: to whom they look at, else ahead."""
    if person.look_at == "lens":
        return 0.0
    for other in shot.people:
        if other.character == person.look_at and other is not person:
            # Frames are about 70 cm wide at 2 m, and depth 1 is some 3 m behind depth 0.
            across = (other.x - person.x) * 35
            nearer = (person.depth - other.depth) * 300
            return degrees(atan2(across, nearer))
    return person.yaw
