"""What viewers can find and watch: series, episodes and their published editions."""

from typing import Any

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Case, Q, When
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from apps.accounts.models import Studio, User
from apps.catalog import genres


class SeriesQuerySet(models.QuerySet["Series"]):
    def of(self, user: User) -> "SeriesQuerySet":
        """Series that `user` may work on."""
        return self.filter(studio__members=user)

    def published(self) -> "SeriesQuerySet":
        """Series with at least one episode that viewers can watch."""
        return self.filter(episodes__edition__isnull=False).distinct()

    def told_in(self, language: str) -> "SeriesQuerySet":
        """What is in `language` first, newest first; no story again that is told in it."""
        foreign = ~Q(language=language)
        story = Coalesce("version_of", "pk")
        told = Series.objects.published().filter(language=language).annotate(story=story)
        return (
            self.annotate(story=story, foreign=Case(When(foreign, then=1), default=0))
            .exclude(foreign & Q(story__in=told.values("story")))
            .order_by("foreign", "-created_at", "-pk")
        )

    def visible_to(self, user: User | AnonymousUser) -> "SeriesQuerySet":
        """What is published, and what `user` works on."""
        shown = self.published()
        if not user.is_authenticated:
            return shown
        return self.filter(Q(pk__in=shown.values("pk")) | Q(studio__members=user)).distinct()


class Series(models.Model):
    studio = models.ForeignKey(Studio, models.PROTECT, related_name="series")
    title = models.CharField(_("title"), max_length=120)
    slug = models.SlugField(_("address"), max_length=80, unique=True)
    logline = models.TextField(_("logline"), blank=True)
    genre = models.CharField(_("genre"), max_length=40, blank=True)
    language = models.CharField(_("language"), max_length=20, choices=settings.LANGUAGES)
    version_of = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="versions",
        verbose_name=_("version in another language of"),
    )
    bible = models.TextField(_("series bible"), blank=True, help_text=_("TOML, see the manual"))
    seed = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(_("created"), default=timezone.now)

    objects = SeriesQuerySet.as_manager()

    class Meta:
        verbose_name = _("series")
        verbose_name_plural = _("series")
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return f"/s/{self.slug}/"

    @property
    def genre_name(self) -> str:
        return genres.genre_name(self.genre)

    @property
    def has_own_genre(self) -> bool:
        return genres.is_own(self.genre)

    def published_episodes(self) -> "models.QuerySet[Episode]":
        return self.episodes.filter(edition__isnull=False).select_related("edition", "series")

    def other_languages(self) -> SeriesQuerySet:
        """The published versions of the same story in other languages."""
        original = self.version_of_id or self.pk
        family = Q(pk=original) | Q(version_of=original)
        return Series.objects.published().filter(family).exclude(pk=self.pk).order_by("language")


def portrait_file(character: "Character", filename: str) -> str:
    return f"portraits/{character.series_id}/{filename}"


class Character(models.Model):
    """One of the cast, as viewers meet them; look and voice are the engine's value objects."""

    series = models.ForeignKey(Series, models.CASCADE, related_name="characters")
    key = models.SlugField(max_length=80, allow_unicode=True)
    name = models.CharField(_("name"), max_length=80)
    persona = models.TextField(_("persona"), blank=True)
    spec = models.JSONField(_("look and voice"), default=dict)
    # As they were cast without the bible when a take of them was first made; so they stay.
    filmed_as = models.JSONField(null=True, blank=True)
    portrait = models.FileField(
        _("portrait"), upload_to=portrait_file, max_length=255, blank=True, help_text=_("square")
    )

    class Meta:
        verbose_name = _("character")
        verbose_name_plural = _("characters")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["series", "key"], name="one_character_per_key")
        ]

    def __str__(self) -> str:
        return self.name


class Episode(models.Model):
    series = models.ForeignKey(Series, models.CASCADE, related_name="episodes")
    number = models.PositiveIntegerField(_("number"))
    title = models.CharField(_("title"), max_length=120, blank=True)
    edition = models.OneToOneField(
        "Edition",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="current_of",
        verbose_name=_("current edition"),
    )

    class Meta:
        verbose_name = _("episode")
        verbose_name_plural = _("episodes")
        ordering = ["series", "number"]
        constraints = [
            models.UniqueConstraint(fields=["series", "number"], name="one_episode_per_number")
        ]

    def __str__(self) -> str:
        return f"{self.series} {self.number}"

    def get_absolute_url(self) -> str:
        return f"/s/{self.series.slug}/{self.number}"

    def next_published(self) -> "Episode | None":
        return (
            self.series.episodes.filter(number__gt=self.number, edition__isnull=False)
            .order_by("number")
            .first()
        )


def edition_file(edition_part: Any, filename: str) -> str:
    """Where an edition's file lives below MEDIA_ROOT: immutable, so never the same path twice."""
    edition = edition_part if isinstance(edition_part, Edition) else edition_part.edition
    return f"editions/{edition.episode.series_id}/{edition.episode_id}/{edition.number}/{filename}"


class Edition(models.Model):
    """An immutable published version of an episode; a re-cut is a new edition."""

    episode = models.ForeignKey(Episode, models.CASCADE, related_name="editions")
    number = models.PositiveIntegerField()
    published_at = models.DateTimeField(_("published"), default=timezone.now)
    duration = models.FloatField(_("seconds"))
    spans = models.JSONField(_("shots and their start times"), default=list)
    cut_hash = models.CharField(max_length=32)
    poster = models.FileField(upload_to=edition_file, max_length=255)
    poster_medium = models.FileField(upload_to=edition_file, max_length=255)
    poster_small = models.FileField(upload_to=edition_file, max_length=255)
    still = models.FileField(upload_to=edition_file, max_length=255)
    still_small = models.FileField(upload_to=edition_file, max_length=255)
    preview = models.FileField(upload_to=edition_file, max_length=255)

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["episode", "number"], name="one_edition_per_number")
        ]

    def __str__(self) -> str:
        return f"{self.episode} · {self.number}"


class Rendition(models.Model):
    edition = models.ForeignKey(Edition, models.CASCADE, related_name="renditions")
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    file = models.FileField(upload_to=edition_file, max_length=255)
    size = models.PositiveBigIntegerField(_("bytes"))
    sha256 = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("rendition")
        verbose_name_plural = _("renditions")
        ordering = ["-height"]

    def __str__(self) -> str:
        return f"{self.edition} {self.width}×{self.height}"


class CaptionTrack(models.Model):
    edition = models.ForeignKey(Edition, models.CASCADE, related_name="captions")
    language = models.CharField(_("language"), max_length=20)
    file = models.FileField(upload_to=edition_file, max_length=255)

    class Meta:
        verbose_name = _("caption track")
        verbose_name_plural = _("caption tracks")

    def __str__(self) -> str:
        return f"{self.edition} {self.language}"
