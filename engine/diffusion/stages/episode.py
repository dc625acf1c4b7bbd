"""Final takes of many shots: every stage over all of them, so that a model is loaded once.

    layouts → keyframe words → keyframes → words → latents → takes → judgements

Each stage keeps what it makes by all it was made from: after a crash, or for another seed, only
what is missing is made. Latents are on disk before anything is decoded.
"""

import dataclasses
from collections.abc import Callable, Collection
from contextlib import AbstractContextManager, nullcontext, suppress
from pathlib import Path

from msgspec.structs import replace
from PIL import Image

from engine.contracts import (
    Context,
    EngineError,
    Finals,
    FinalsRequest,
    Problem,
    RenderRequest,
    Severity,
    Take,
    Wording,
    _,
)
from engine.diffusion.families import Conditions, Footage, Run
from engine.diffusion.pictures import Picture, anchor, covering, opened, references
from engine.diffusion.registry import Bucket, Mode, ModelEntry, Role
from engine.diffusion.registry.folder import models_folder
from engine.diffusion.stages import choice, judging, previews, words
from engine.diffusion.stages.drawn import drawn, is_drawn
from engine.diffusion.stages.finish import joined, polish, record, write_take
from engine.diffusion.stages.kept import Kept, folder
from engine.diffusion.stages.ladder import OutOfMemory
from engine.diffusion.stages.maker import Held, Maker
from engine.diffusion.stages.memory import Learned
from engine.diffusion.stages.on_card import refuse_too_large
from engine.diffusion.stages.outfit import Outfit, outfit_of
from engine.diffusion.stages.pace import learn_from, progress_of
from engine.diffusion.stages.plan import ShotPlan, plan, smaller
from engine.diffusion.stages.previews import Preview, counted
from engine.diffusion.stages.progress import (
    FILES,
    LAYOUT,
    Asking,
    Progress,
    Stage,
    Unit,
    take_pixels,
    units,
)
from engine.diffusion.stages.residency import HOT
from engine.diffusion.stages.work import Work, by_model, by_outfit
from engine.rehearsal.layout import compositions, outlines
from engine.rehearsal.render import check


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
    learned, kept = Learned(models_folder()), Kept(folder())
    filmed = [n for n, take in enumerate(request.takes) if not is_drawn(take.shot)]
    plans = {n: _admitted(_planned(request.takes[n]), learned) for n in filmed}
    for planned in plans.values():  # a LoRA that is not here is told before anything is made
        outfit_of(planned.keyframes, planned.final)
    work = [Work(n, plans[n], polish(plans[n].final, models_folder())) for n in filmed]
    progress = progress_of(context, units(plans.values()), learned)
    made = _Made(len(request.takes))
    try:
        for n, take in enumerate(request.takes):
            if n not in plans:
                made.draw(n, take, Asking(progress))
        Episode(kept, progress, learned).make(work)
        progress.end_all("")
    finally:
        for one in work:
            previews.remove(Path(one.plan.request.out))
        learn_from(progress, learned)
    for one in work:
        made.takes[one.index], made.failed[one.index] = one.finished(), one.failed
    return Finals(takes=tuple(made.takes), failed=tuple(made.failed))


class _Made:
    """What came of each request."""

    def __init__(self, count: int) -> None:
        self.takes: list[Take | None] = [None] * count
        self.failed: list[Problem | None] = [None] * count

    def draw(self, n: int, request: RenderRequest, context: Context) -> None:
        try:
            take = drawn(request, context)
            record(take, Path(request.out))
            self.takes[n] = take
        except EngineError as error:
            self.failed[n] = error.problem(Severity.ERROR)


def _admitted(one: ShotPlan, learned: Learned) -> ShotPlan:
    """The plan, in fewer pixels where it would not fit this card and that is allowed."""
    try:
        refuse_too_large(one.keyframes, one.keyframe, learned, HOT.card)
        refuse_too_large(one.video, one.segments[0].bucket, learned, HOT.card)
    except OutOfMemory:
        less = smaller(one) if one.final.smaller else None
        if less is None:
            raise
        return _admitted(less, learned)
    return one


def _planned(request: RenderRequest) -> ShotPlan:
    keyframes = choice.model(Role.KEYFRAMES, request.final.keyframes if request.final else "")
    video = choice.model(Role.VIDEO, request.final.video if request.final else "")
    return plan(request, keyframes, video)


class Episode:
    """The stages, one after the other over all shots."""

    def __init__(self, kept: Kept, progress: Progress, learned: Learned) -> None:
        self._kept, self._progress, self._learned = kept, progress, learned
        self._count = 0
        self._seen: dict[str, set[int]] = {}  # by stage, which shots have been in it

    def make(self, work: list[Work]) -> None:
        """Give each of them its take, or why there is none."""
        self._count = len(work)
        self._each(work, self._lay_out, _("Layouts"))
        for entry, shots in by_model(work, lambda one: one.plan.keyframes):
            self._keyframes(entry, shots)
        for entry, shots in by_model(work, lambda one: one.plan.video):
            for outfit, alike in by_outfit(entry, shots):
                self._footage(entry, outfit, alike)
            self._over(entry)
        self._each(work, lambda one: judging.ask_scorers(one, models_folder()), _("Judging"))
        judging.among_scene(work)
        for one in work:
            if take := one.finished():
                record(take, Path(one.plan.request.out))

    def _each(
        self,
        work: list[Work],
        do: Callable[[Work], None],
        stage: Wording | None = None,
        maker: Maker | None = None,
    ) -> None:
        """Do it for every shot that has not failed; what fails one is its own. A stage is told."""
        for one in work:
            if one.failed is not None:
                continue
            if maker is not None:
                maker.rung = one.rung
            with self._told(one, stage), one.at_work():
                do(one)
            if maker is not None:
                one.rung = maker.rung

    def _told(self, one: Work, stage: Wording | None) -> AbstractContextManager[None]:
        """Says at which shot of the stage it is: the how manyth that came to it."""
        if stage is None:
            return nullcontext()
        seen = self._seen.setdefault(str(stage), set())
        seen.add(one.index)
        slate = one.plan.request.shot.slate.id
        return self._progress.at(stage, len(seen), self._count, slate)

    def _lay_out(self, one: Work) -> None:
        with self._progress.timed(Unit("", LAYOUT, 0)):
            drawn = compositions(one.plan.request, one.plan.moments)
        one.layouts = [Image.fromarray(picture) for picture in drawn]
        self._progress.advance(Unit("", LAYOUT, 0), 1, "")

    def _sampled(self, one: Work, sample: Callable[[Work], None]) -> None:
        """Sample all runs of a shot; in fewer pixels where the card is too small and may be."""
        while True:
            try:
                sample(one)
            except OutOfMemory:
                less = smaller(one.plan) if one.plan.final.smaller else None
                if less is None:
                    raise
            else:
                return
            self._progress.exchange(units([one.plan]), units([less]))
            one.plan, one.latents = less, []

    # --- keyframes ------------------------------------------------------------------------------

    def _keyframes(self, entry: ModelEntry, work: list[Work]) -> None:
        """First those on which others go on, so that there is something to go on from."""
        leading = {one.plan.request.shot.slate.id: one for one in work}

        def look_back(one: Work) -> None:
            final = one.plan.final
            slate = anchor(final)
            if slate:
                led = leading.get(slate)
                one.before = next(reversed(led.keyframes), None) if led else None
            elif final.continues:
                with suppress(EngineError):
                    one.before = opened(final.continues)
            if final.continues and one.before is None:
                one.notes.append(_without())
            if one.goes_on_from:
                one.made_with["goes on from"] = slate or final.continues_sha256

        waves = (
            [one for one in work if not anchor(one.plan.final)],
            [one for one in work if anchor(one.plan.final)],
        )
        for wave in waves:
            self._each(wave, look_back)
            for outfit, alike in by_outfit(entry, wave):
                self._draw_keyframes(entry, outfit, alike)
        self._over(entry)

    def _draw_keyframes(self, entry: ModelEntry, outfit: Outfit, work: list[Work]) -> None:
        maker = self._maker(entry, outfit, {one.plan.keyframe for one in work})
        told: dict[int, list[Held]] = {one.index: [] for one in work}

        def encode(one: Work) -> None:
            continues = one.goes_on_from is not None
            prompts = [words.keyframe(one.plan, at, continues=continues) for at in one.plan.moments]
            texts = dict.fromkeys(prompt.text for prompt in prompts)
            one.made_with |= {"keyframes": entry.name, "keyframes_title": entry.title}
            one.made_with["keyframe_prompt"] = "\n\n".join(texts)
            for moment, prompt in enumerate(prompts):
                told[one.index].append(maker.encode(prompt, self._leading(one, moment)))

        def sample(one: Work) -> None:
            for moment, words_of in enumerate(told[one.index]):
                run, leading = self._moment(maker, one, moment), self._leading(one, moment)
                preview = self._preview(one, run, counted(entry, moment, len(one.plan.moments)))
                one.latents.append(maker.sample(words_of(), leading, run, preview))

        def decode(one: Work) -> None:
            for moment, latents in enumerate(one.latents):
                one.keyframes.append(maker.picture(latents(), self._moment(maker, one, moment)))
            one.latents = []

        self._each(work, encode, _("Words for keyframes"), maker)
        self._each(work, lambda one: self._sampled(one, sample), _("Keyframes"), maker)
        self._each(work, decode, _("Decoding keyframes"), maker)

    def _moment(self, maker: Maker, one: Work, moment: int) -> Run:
        return maker.run(one.plan.keyframe, one.plan.request.seed * 101 + moment, 0)

    def _leading(self, one: Work, moment: int) -> Conditions:
        before = one.goes_on_from
        shown = words.leading(one.plan, one.plan.keyframes, continues=before is not None)
        first = covering(one.layouts[moment], one.plan.keyframe)
        return Conditions(first=first, references=references(before, shown))

    # --- footage --------------------------------------------------------------------------------

    def _footage(self, entry: ModelEntry, outfit: Outfit, work: list[Work]) -> None:
        runs = {segment.bucket for one in work for segment in one.plan.segments}
        maker = self._maker(entry, outfit, runs)
        told: dict[int, Held] = {}

        def encode(one: Work) -> None:
            prompt = words.video(one.plan)
            one.made_with |= {"video": entry.name, "video_title": entry.title}
            one.made_with["prompt"] = prompt.text
            told[one.index] = maker.encode(prompt, self._led(one, 0, None))

        def sample(one: Work) -> None:
            tail: Picture | None = None
            for n in range(len(one.plan.segments)):
                run = self._run(maker, one, n)
                led = dataclasses.replace(
                    self._led(one, n, tail), control=self._control(one.plan, n)
                )
                preview = self._preview(one, run, counted(entry, n, len(one.plan.segments)))
                one.latents.append(maker.sample(told[one.index](), led, run, preview))
                if not one.plan.ends_are_drawn and n + 1 < len(one.plan.segments):
                    # The denoisers stay: the VAE that reads pictures is loaded with them.
                    frames = maker.decode(one.latents[n](), run, among_denoisers=True).frames
                    tail = Image.fromarray(frames[-1])

        def finish(one: Work) -> None:
            runs = [
                maker.decode(latents(), self._run(maker, one, n))
                for n, latents in enumerate(one.latents)
            ]
            one.made_with["runs on"] = ", ".join(
                f"{method}: {way}" for method, way in sorted(maker.on_card.ways.items())
            )
            one.made_with["rung"] = maker.rung.name.lower()
            one.notes += maker.on_card.notes.values()
            self._write(one, joined(runs))

        self._each(work, encode, _("Words for footage"), maker)
        self._each(work, lambda one: self._sampled(one, sample), _("Footage"), maker)
        self._progress.end(entry.name, Stage.SAMPLE)
        self._each(work, finish, _("Decoding takes"), maker)

    def _maker(self, entry: ModelEntry, outfit: Outfit, buckets: Collection[Bucket]) -> Maker:
        shapes = tuple(sorted(buckets, key=lambda one: (one.width, one.height, one.frames)))
        return Maker(
            entry, self._kept, self._progress, self._learned, HOT, outfit=outfit, buckets=shapes
        )

    def _over(self, entry: ModelEntry) -> None:
        """What a shot that failed would have needed of the model is not waited for."""
        for stage in Stage:
            self._progress.end(entry.name, stage)

    def _write(self, one: Work, footage: Footage) -> None:
        """The take's files, and with what its latents and frames were made."""
        bucket, request = one.plan.segments[0].bucket, one.plan.request
        one.made_with["size"] = f"{bucket.width}x{bucket.height}"
        unit = Unit("", FILES, take_pixels(one.plan))
        with self._progress.timed(unit):
            take, one.seen = write_take(request, footage, one.polish)
        one.take = replace(take, made_with=one.made_with, notes=tuple(one.notes))
        record(one.finished() or one.take, Path(request.out))
        previews.remove(Path(request.out))
        self._progress.advance(unit, 1, "")

    def _preview(self, one: Work, run: Run, note: str | Wording) -> Preview:
        out, shot = Path(one.plan.request.out), one.plan.request.shot.slate.id
        return Preview(out, run.steps, note, lambda file: self._progress.show(shot, file))

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

    def _control(self, planned: ShotPlan, n: int) -> tuple[Picture, ...]:
        """The lines of every frame of the rehearsal, for a model that is led by them."""
        if Mode.CONTROL not in planned.video.modes:
            return ()
        segment = planned.segments[n]
        bucket = segment.bucket
        moments = [segment.at + frame / bucket.fps for frame in range(bucket.frames)]
        lines = outlines(planned.request, moments)
        return tuple(covering(Image.fromarray(one).convert("RGB"), bucket) for one in lines)


def _without() -> Problem:
    return Problem.of(
        severity=Severity.NOTE,
        code="leading-shot-failed",
        message=_(
            "There is no picture of the shot that this one goes on from: it was made without."
        ),
    )
