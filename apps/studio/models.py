"""What a studio makes: screenplays, shots, takes and cuts of the episodes in the catalog."""

from pathlib import Path
from typing import Any

import msgspec
from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from apps.accounts.models import User
from apps.catalog.models import Episode, Series
from engine.contracts import DIFFUSION, Character, Master, RenderRequest
from engine.contracts import Shot as ShotSpec
from engine.contracts import Take as TakeData


class Screenplay(models.Model):
    """One revision of a written file; a file may hold several episodes."""

    series = models.ForeignKey(Series, models.CASCADE, related_name="screenplays")
    revision = models.PositiveIntegerField(_("revision"))
    name = models.CharField(_("file name"), max_length=200, blank=True)
    text = models.TextField(_("text"))
    episode = models.PositiveIntegerField(
        null=True, blank=True, help_text=_("the one episode this file holds; empty: as it says")
    )
    numbers = models.JSONField(_("episodes in it"), default=list)
    # By number, of each episode: `inputs` of its breakdown, and the `line` its first scene is on.
    parts = models.JSONField(default=dict)
    problems = models.JSONField(default=list)
    created_by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True)
    created_at = models.DateTimeField(_("saved"), default=timezone.now)

    class Meta:
        verbose_name = _("screenplay")
        verbose_name_plural = _("screenplays")
        ordering = ["-revision"]
        constraints = [
            models.UniqueConstraint(fields=["series", "revision"], name="one_screenplay_revision")
        ]

    def __str__(self) -> str:
        return f"{self.series} · {self.revision}"


class Production(models.Model):
    """How far an episode has come, and how far it is wanted to come by itself."""

    class Goal(models.TextChoices):
        REST = "rest", _("nothing more")
        SHOTS = "shots", _("the list of shots")
        CUT = "cut", _("the cut")
        EDITION = "edition", _("a published edition")

    episode = models.OneToOneField(Episode, models.CASCADE, related_name="production")
    # Not PROTECT: a series that goes takes both along.
    screenplay = models.ForeignKey(Screenplay, models.RESTRICT, null=True, blank=True)
    goal = models.CharField(max_length=8, choices=Goal, default=Goal.REST)
    format = models.JSONField(default=dict)
    cast = models.JSONField(default=list)
    by_rule = models.JSONField(default=list)  # the same people without what the bible says
    problems = models.JSONField(default=list)  # what breaking it down found, beside reading it
    line = models.PositiveIntegerField(default=0)  # of its first scene, where it was broken down
    breakdown_inputs = models.CharField(max_length=32, blank=True)
    error = models.JSONField(null=True, blank=True)
    turns = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("production")
        verbose_name_plural = _("productions")

    def __str__(self) -> str:
        return str(self.episode)

    def adopted_cast(self) -> tuple[Character, ...]:
        return msgspec.convert(self.cast, tuple[Character, ...])


class ShotQuerySet(models.QuerySet["Shot"]):
    def in_cut(self) -> "ShotQuerySet":
        """The shots of the present breakdown, in order; those it no longer has are kept aside."""
        return self.filter(position__isnull=False).order_by("position")


class Shot(models.Model):
    """One camera set-up of an episode; `spec` is the engine's Shot."""

    class State(models.TextChoices):
        MISSING = "missing", _("missing")
        STALE = "stale", _("stale")
        CURRENT = "current", _("current")

    episode = models.ForeignKey(Episode, models.CASCADE, related_name="shots")
    position = models.PositiveIntegerField(null=True, blank=True)
    slate = models.CharField(max_length=40)
    scene = models.CharField(max_length=20)
    spec = models.JSONField()
    inputs = models.CharField(max_length=32, db_index=True)
    circle_take = models.ForeignKey(
        "Take", models.SET_NULL, null=True, blank=True, related_name="circled_by"
    )
    # When a person picked a take last; what is circled by itself leaves it.
    picked_at = models.DateTimeField(_("picked by hand"), null=True, blank=True)
    # A person's own `prompt` and `keyframe_prompt`, and the `inputs` of the shot they were for.
    final_overrides = models.JSONField(default=dict, blank=True)

    objects = ShotQuerySet.as_manager()

    class Meta:
        verbose_name = _("shot")
        verbose_name_plural = _("shots")
        ordering = ["episode", "position"]

    def __str__(self) -> str:
        return self.slate

    @property
    def subject(self) -> str:
        """How jobs name this shot."""
        return f"shot:{self.pk}"

    @property
    def name(self) -> str:
        """Its slate without the episode."""
        return name_of(self.slate)

    def specification(self) -> ShotSpec:
        return msgspec.convert(self.spec, ShotSpec)

    @property
    def state(self) -> str:
        if self.circle_take is None:
            return self.State.MISSING
        return self.State.CURRENT if self.circle_take.inputs == self.inputs else self.State.STALE


def name_of(slate: str) -> str:
    """A slate without its episode."""
    return slate.partition("-")[2] or slate


def render_request(
    spec: ShotSpec, cast: tuple[Character, ...], picture: dict[str, Any]
) -> RenderRequest:
    """What the engine is asked to render; of the cast, only those in the shot travel with it."""
    return msgspec.convert(
        {
            "shot": msgspec.to_builtins(spec),
            "cast": msgspec.to_builtins(tuple(c for c in cast if c.id in spec.characters)),
            "format": picture,
        },
        RenderRequest,
    )


class Take(models.Model):
    """One immutable attempt at a shot; `data` is the engine's Take, the files lie in `folder`."""

    shot = models.ForeignKey(Shot, models.CASCADE, related_name="takes")
    number = models.PositiveIntegerField(_("number"))
    folder = models.CharField(max_length=255)
    inputs = models.CharField(max_length=32, db_index=True)
    request = models.JSONField()
    data = models.JSONField()
    rejected = models.CharField(_("rejected because"), max_length=400, blank=True)
    created_at = models.DateTimeField(_("made"), default=timezone.now)

    class Meta:
        verbose_name = _("take")
        verbose_name_plural = _("takes")
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["shot", "number"], name="one_take_per_number"),
            models.UniqueConstraint(fields=["folder"], name="one_take_per_folder"),
        ]

    def __str__(self) -> str:
        return f"{self.shot} · {self.number}"

    @property
    def is_final(self) -> bool:
        return bool(self.data["renderer"] == DIFFUSION)

    def record(self) -> TakeData:
        return msgspec.convert(self.data, TakeData)

    def path(self, name: str) -> str:
        """A file of the take, below MEDIA_ROOT."""
        return f"{self.folder}/{name}"

    @property
    def directory(self) -> Path:
        return Path(settings.MEDIA_ROOT) / self.folder


class Pick(models.Model):
    """A person circled a take of a shot; what was circled before can be put back."""

    shot = models.ForeignKey(Shot, models.CASCADE, related_name="picks")
    take = models.ForeignKey(Take, models.CASCADE, related_name="+")
    instead_of = models.ForeignKey(Take, models.SET_NULL, null=True, blank=True, related_name="+")
    picked_before = models.DateTimeField(
        null=True, blank=True
    )  # `picked_at` of the shot until then
    # `rejected` of the take until then
    rejected_before = models.CharField(max_length=400, blank=True)
    act = models.UUIDField(db_index=True)  # picks of one act are taken back together
    picked_by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    picked_at = models.DateTimeField(_("picked by hand"), default=timezone.now)

    class Meta:
        verbose_name = _("pick by hand")
        verbose_name_plural = _("picks by hand")
        ordering = ["pk"]

    def __str__(self) -> str:
        return str(self.take)


class Cut(models.Model):
    """An edit decision list that has been composed; `master` is the engine's Master."""

    episode = models.ForeignKey(Episode, models.CASCADE, related_name="cuts")
    hash = models.CharField(max_length=32)
    request = models.JSONField()
    master = models.JSONField()
    created_at = models.DateTimeField(_("composed"), default=timezone.now)

    class Meta:
        verbose_name = _("cut")
        verbose_name_plural = _("cuts")
        ordering = ["-created_at"]
        constraints = [models.UniqueConstraint(fields=["episode", "hash"], name="one_cut_per_hash")]

    def __str__(self) -> str:
        return f"{self.episode} · {self.hash[:8]}"

    def composed(self) -> Master:
        return msgspec.convert(self.master, Master)


class Reference(models.Model):
    """A picture of a character or a place; the locked ones lead every final take."""

    class Kind(models.TextChoices):
        CHARACTER = "character", _("character")
        PLACE = "place", _("place")

    class Source(models.TextChoices):
        DRAWN = "drawn", _("drawn")
        MODEL = "model", _("by the model")
        UPLOAD = "upload", _("own picture")

    series = models.ForeignKey(Series, models.CASCADE, related_name="references")
    kind = models.CharField(max_length=10, choices=Kind)
    subject = models.CharField(max_length=200)  # id of the character, or the place as written
    view = models.CharField(max_length=20)
    clothes = models.CharField(max_length=32, blank=True)  # names `wardrobe`; "" = the look's own
    wardrobe = models.JSONField(null=True, blank=True)
    file = models.CharField(max_length=255, unique=True)  # below MEDIA_ROOT
    sha256 = models.CharField(max_length=64)
    source = models.CharField(max_length=8, choices=Source)
    made_with = models.JSONField(default=dict, blank=True)  # model, seed and prompt of a made one
    locked_by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    locked_at = models.DateTimeField(_("locked"), null=True, blank=True)
    created_at = models.DateTimeField(_("made"), default=timezone.now)

    class Meta:
        verbose_name = _("reference")
        verbose_name_plural = _("references")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["series", "kind", "subject", "view", "clothes"],
                condition=models.Q(locked_at__isnull=False),
                name="one_locked_reference_per_view",
            )
        ]

    def __str__(self) -> str:
        return f"{self.series} · {self.subject} · {self.view}"


class Adapter(models.Model):
    """The LoRA of a character: fused into the models of final takes in which they are."""

    series = models.ForeignKey(Series, models.CASCADE, related_name="adapters")
    subject = models.CharField(max_length=200)  # id of the character
    name = models.CharField(_("LoRA"), max_length=100)
    strength = models.FloatField(_("strength"), default=1.0)

    class Meta:
        verbose_name = _("adapter")
        verbose_name_plural = _("adapters")
        constraints = [
            models.UniqueConstraint(fields=["series", "subject"], name="one_adapter_per_character")
        ]

    def __str__(self) -> str:
        return f"{self.subject} · {self.name}"


BLENDED = "blend"  # a way between frames that needs no interpolator
_NO_CHOICE = {"id", "series", "titles", "chosen_by", "chosen_at"}


class FinalSettings(models.Model):
    """With what the final takes of a series are made; a series without any has the defaults.

    Names are those of the engine's registry and of folders beside the models; "" is the default.
    """

    series = models.OneToOneField(Series, models.CASCADE, related_name="final_settings")
    video = models.CharField(_("video model"), max_length=80, blank=True)
    keyframes = models.CharField(_("keyframe model"), max_length=80, blank=True)
    steps = models.PositiveSmallIntegerField(
        _("steps"),
        default=0,
        validators=[MaxValueValidator(100)],
        help_text=_("0: the model's own"),
    )
    smaller = models.BooleanField(_("in fewer pixels where memory is short"), default=False)
    upscale = models.CharField(_("upscaler"), max_length=80, blank=True)
    interpolate = models.CharField(_("interpolator"), max_length=80, blank=True)
    # What each of those names was called when it was chosen: pages do not wait for the engine.
    titles = models.JSONField(default=dict, blank=True)
    chosen_by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    chosen_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("settings of final takes")
        verbose_name_plural = _("settings of final takes")

    def __str__(self) -> str:
        return str(self.series)

    def differing(self) -> dict[str, Any]:
        """What is not the default, by what it is called."""
        named = [field for field in self._meta.fields if field.name not in _NO_CHOICE]
        told = {str(field.verbose_name): getattr(self, field.name) for field in named}
        return {name: self._called(value) for name, value in told.items() if value}

    def _called(self, value: Any) -> Any:
        return gettext("blended") if value == BLENDED else self.titles.get(str(value), value)
