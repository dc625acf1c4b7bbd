"""Final takes of many shots: every stage over all of them, so that a model is loaded once.

    layouts → keyframe words → keyframes → words → latents → takes

Each stage keeps what it makes by all it was made from: after a crash, or for another seed, only
what is missing is made. Latents are on disk before anything is decoded.
"""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from msgspec.structs import replace
from PIL import Image

from engine.contracts import (
    CancelledError,
    Context,
    EffectKind,
    EngineError,
    Finals,
    FinalsRequest,
    Problem,
    RenderRequest,
    Severity,
    Shot,
    Take,
    _,
)
from engine.diffusion.families import Conditions, Run, Tensors
from engine.diffusion.references import room
from engine.diffusion.registry import ModelEntry, Role
from engine.diffusion.registry.folder import models_folder
from engine.diffusion.stages import choice, words
from engine.diffusion.stages.finish import Polish, joined, polish, write_take
from engine.diffusion.stages.kept import Kept, folder
from engine.diffusion.stages.maker import Maker
from engine.diffusion.stages.pictures import Picture, anchor, covering, opened, references
from engine.diffusion.stages.plan import ShotPlan, plan
from engine.diffusion.stages.progress import Progress
from engine.diffusion.stages.residency import Part
from engine.rehearsal.layout import compositions
from engine.rehearsal.render import check
from engine.rehearsal.render import render as rehearse


@dataclass
class Work:
    """One shot on its way through the stages."""

    index: int
    plan: ShotPlan
    polish: Polish
    layouts: list[Picture] = field(default_factory=list)
    keyframes: list[Picture] = field(default_factory=list)
    before: Picture | None = None  # what it goes on from
    latents: list[Tensors] = field(default_factory=list)
    made_with: dict[str, str] = field(default_factory=dict)
    failed: Problem | None = None


def render(request: RenderRequest, context: Context) -> Take:
    """One final take; raises EngineError where `finals` would say why there is none."""
    made = finals(FinalsRequest(takes=(request,)), context)
    problem = made.failed[0]
    if problem is not None:
        message, advice = problem.wording
        raise EngineError(problem.code, message, advice)
    take = made.takes[0]
    assert take is not None  # noqa: S101  it did not fail
    return take


def finals(request: FinalsRequest, context: Context) -> Finals:
    """Make all takes of the request; a shot that fails does not stop the others.

    Raises EngineError for what is clear before anything is made: a model that is missing or may
    not be used, a size that cannot be; CancelledError when the caller asks to stop.
    """
    for take in request.takes:
        check(take)
    takes: dict[int, Take] = {}
    filmed = [n for n, take in enumerate(request.takes) if not is_drawn(take.shot)]
    plans = {n: _planned(request.takes[n]) for n in filmed}
    work = [Work(n, plans[n], polish(plans[n].final, models_folder())) for n in filmed]
    episode = Episode(Kept(folder()), Progress(context, plans.values()))
    for n, take in enumerate(request.takes):
        if n not in plans:
            takes[n] = _drawn(take, context)
    takes |= episode.make(work)
    failed = {one.index: one.failed for one in work}
    count = range(len(request.takes))
    return Finals(
        takes=tuple(takes.get(n) for n in count), failed=tuple(failed.get(n) for n in count)
    )


def is_drawn(shot: Shot) -> bool:
    """Whether the shot is of writing or of two panels, which no video model can be trusted with."""
    split = any(effect.kind is EffectKind.SPLIT_SCREEN for effect in shot.effects)
    return shot.insert is not None or split


def _drawn(request: RenderRequest, context: Context) -> Take:
    note = Problem.of(
        severity=Severity.NOTE,
        code="drawn-in-final",
        message=_("This shot is of something to read: its final take is drawn."),
    )
    return replace(rehearse(request, context), notes=(note,))


def _planned(request: RenderRequest) -> ShotPlan:
    keyframes = choice.model(Role.KEYFRAMES, request.final.keyframes if request.final else "")
    video = choice.model(Role.VIDEO, request.final.video if request.final else "")
    return plan(request, keyframes, video)


class Episode:
    """The stages, one after the other over all shots."""

    def __init__(self, kept: Kept, progress: Progress) -> None:
        self._kept, self._progress = kept, progress

    def make(self, work: list[Work]) -> dict[int, Take]:
        self._each(work, self._lay_out)
        for entry, shots in _by_model(work, lambda one: one.plan.keyframes):
            self._keyframes(entry, shots)
        takes: dict[int, Take] = {}
        for entry, shots in _by_model(work, lambda one: one.plan.video):
            takes |= self._footage(entry, shots)
        return takes

    def _each(self, work: list[Work], do: Callable[[Work], None]) -> None:
        """Do it for every shot that has not failed; what fails one is its own."""
        for one in work:
            if one.failed is not None:
                continue
            try:
                do(one)
            except CancelledError:
                raise
            except EngineError as error:
                message, advice = error.wording
                one.failed = Problem.of(
                    severity=Severity.ERROR, code=error.code, message=message, advice=advice
                )

    def _lay_out(self, one: Work) -> None:
        drawn = compositions(one.plan.request, one.plan.moments)
        one.layouts = [covering(Image.fromarray(picture), one.plan.keyframe) for picture in drawn]
        self._progress.advance(1, _("layout"))

    # --- keyframes ------------------------------------------------------------------------------

    def _keyframes(self, entry: ModelEntry, work: list[Work]) -> None:
        """First those on which others go on, so that there is something to go on from."""
        leading = {one.plan.request.shot.slate.id: one for one in work}

        def look_back(one: Work) -> None:
            final = one.plan.final
            if led := leading.get(anchor(final)):
                one.before = next(reversed(led.keyframes), None)
            elif final.continues and not anchor(final):
                one.before = opened(final.continues)

        waves = (
            [one for one in work if not anchor(one.plan.final)],
            [one for one in work if anchor(one.plan.final)],
        )
        for wave in waves:
            self._each(wave, look_back)
            self._draw_keyframes(entry, wave)

    def _draw_keyframes(self, entry: ModelEntry, work: list[Work]) -> None:
        maker = Maker(entry, self._kept, self._progress)
        told: dict[int, Tensors] = {}

        def encode(one: Work) -> None:
            prompt = words.keyframe(one.plan, continues=_before(one) is not None)
            one.made_with |= {"keyframes": entry.name, "keyframe_prompt": prompt.text}
            told[one.index] = maker.encode(prompt, self._leading(one, 0))

        def sample(one: Work) -> None:
            for moment in range(len(one.plan.moments)):
                run, leading = self._moment(maker, one, moment), self._leading(one, moment)
                one.latents.append(maker.sample(told[one.index], leading, run))

        def decode(one: Work) -> None:
            for moment, latents in enumerate(one.latents):
                one.keyframes.append(maker.picture(latents, self._moment(maker, one, moment)))
            one.latents = []

        for stage in (encode, sample, decode):
            self._each(work, stage)

    def _moment(self, maker: Maker, one: Work, moment: int) -> Run:
        return maker.run(one.plan.keyframe, one.plan.request.seed * 101 + moment, 0)

    def _leading(self, one: Work, moment: int) -> Conditions:
        before = _before(one)
        shown = words.leading(one.plan, one.plan.keyframes, continues=before is not None)
        return Conditions(first=one.layouts[moment], references=references(before, shown))

    # --- footage --------------------------------------------------------------------------------

    def _footage(self, entry: ModelEntry, work: list[Work]) -> dict[int, Take]:
        maker = Maker(entry, self._kept, self._progress)
        told: dict[int, Tensors] = {}
        takes: dict[int, Take] = {}

        def encode(one: Work) -> None:
            prompt = words.video(one.plan)
            one.made_with |= {"video": entry.name, "prompt": prompt.text}
            told[one.index] = maker.encode(prompt, self._led(one, 0, None))

        def sample(one: Work) -> None:
            tail: Picture | None = None
            for n in range(len(one.plan.segments)):
                run = self._run(maker, one, n)
                one.latents.append(maker.sample(told[one.index], self._led(one, n, tail), run))
                if not one.plan.ends_are_drawn and n + 1 < len(one.plan.segments):
                    # The denoisers stay: the VAE that reads pictures is loaded with them.
                    frames = maker.decode(one.latents[n], run, Part.SAMPLE).frames
                    tail = Image.fromarray(frames[-1])

        def finish(one: Work) -> None:
            began = time.perf_counter(), time.process_time()
            runs = [
                maker.decode(latents, self._run(maker, one, n))
                for n, latents in enumerate(one.latents)
            ]
            takes[one.index] = write_take(
                one.plan.request, joined(runs), one.polish, one.made_with, began
            )
            self._progress.advance(1, one.plan.request.shot.slate.id)

        for stage in (encode, sample, finish):
            self._each(work, stage)
        return takes

    def _run(self, maker: Maker, one: Work, n: int) -> Run:
        segment = one.plan.segments[n]
        return maker.run(segment.bucket, segment.seed, one.plan.final.steps)

    def _led(self, one: Work, n: int, tail: Picture | None) -> Conditions:
        segment = one.plan.segments[n]
        first = tail or one.keyframes[segment.first if one.plan.ends_are_drawn else 0]
        last = one.keyframes[segment.last] if one.plan.ends_are_drawn else None
        return Conditions(
            first=covering(first, segment.bucket),
            last=covering(last, segment.bucket) if last else None,
            references=references(None, words.leading(one.plan, one.plan.video, continues=False)),
        )


def _before(one: Work) -> Picture | None:
    """The frame that the shot goes on from, where the keyframe model can be shown it."""
    return one.before if room(one.plan.keyframes, continues=False) else None


def _by_model(
    work: list[Work], model: Callable[[Work], ModelEntry]
) -> Iterable[tuple[ModelEntry, list[Work]]]:
    groups: dict[str, list[Work]] = {}
    for one in work:
        groups.setdefault(model(one).name, []).append(one)
    return [(model(shots[0]), shots) for shots in groups.values()]
