"""Series, episodes and editions in the administration."""

from collections.abc import Callable
from functools import partial

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from apps.catalog.models import CaptionTrack, Character, Edition, Episode, Rendition, Series
from apps.catalog.services import put_back, unpublish
from apps.core.wording import told
from engine.contracts import EngineError


class EpisodeInline(admin.TabularInline):
    model = Episode
    fields = ["number", "title", "edition"]
    readonly_fields = ["edition"]
    extra = 0
    show_change_link = True


class CharacterInline(admin.TabularInline):
    model = Character
    fields = ["name", "key", "portrait"]
    extra = 0


@admin.register(Series)
class SeriesAdmin(admin.ModelAdmin):
    list_display = ["title", "studio", "language", "genre", "created_at"]
    list_filter = ["studio", "language", "genre"]
    search_fields = ["title", "slug", "logline"]
    prepopulated_fields = {"slug": ["title"]}
    autocomplete_fields = ["studio", "version_of"]
    inlines = [EpisodeInline, CharacterInline]


class EditionInline(admin.TabularInline):
    """Editions are frozen: they can be looked at; which one viewers see is an action's to say."""

    model = Edition
    fields = ("number", "published_at", "duration", "cut_hash", "poster")
    readonly_fields = fields
    extra = 0
    show_change_link = True
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Episode | None = None) -> bool:
        return False


@admin.register(Episode)
class EpisodeAdmin(admin.ModelAdmin):
    list_display = ["series", "number", "title", "edition"]
    list_filter = ["series__studio", "series"]
    list_select_related = ["series", "edition__episode__series"]
    search_fields = ["title", "series__title"]
    autocomplete_fields = ["series"]
    readonly_fields = ["edition"]
    inlines = [EditionInline]
    actions = ["unpublish"]

    @admin.action(description=_("Unpublish: show viewers nothing of it"), permissions=["change"])
    def unpublish(self, request: HttpRequest, rows: QuerySet[Episode]) -> None:
        for episode in rows.filter(edition__isnull=False).select_related("edition"):
            shown = episode.edition
            if shown is not None:
                say(self, request, partial(unpublish, episode=episode, instead_of=shown.number))


def say(page: admin.ModelAdmin, request: HttpRequest, deed: Callable[[], None]) -> None:
    """Do it, or say why not."""
    try:
        deed()
    except EngineError as error:
        page.message_user(request, " ".join(told(error)), messages.ERROR)


class FrozenInline(admin.TabularInline):
    extra = 0
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Edition | None = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Edition | None = None) -> bool:
        return False


class RenditionInline(FrozenInline):
    model = Rendition


class CaptionTrackInline(FrozenInline):
    model = CaptionTrack


@admin.register(Edition)
class EditionAdmin(admin.ModelAdmin):
    list_display = ["episode", "number", "published_at", "duration"]
    list_filter = ["episode__series"]
    list_select_related = ["episode__series"]
    inlines = [RenditionInline, CaptionTrackInline]
    actions = ["put_back"]

    @admin.action(description=_("Put back: show it to viewers"), permissions=["delete"])
    def put_back(self, request: HttpRequest, rows: QuerySet[Edition]) -> None:
        for edition in rows.select_related("episode__edition"):
            shown = edition.episode.edition
            instead_of = shown.number if shown else None
            say(self, request, partial(put_back, edition=edition, instead_of=instead_of))

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Edition | None = None) -> bool:
        return False
