"""Series, episodes and editions in the administration."""

from django.contrib import admin
from django.http import HttpRequest

from apps.catalog.models import CaptionTrack, Character, Edition, Episode, Rendition, Series


class EpisodeInline(admin.TabularInline):
    model = Episode
    fields = ["number", "title", "edition"]
    raw_id_fields = ["edition"]
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
    """Editions are frozen: they can be looked at, and taken down by clearing the episode's."""

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
    raw_id_fields = ["edition"]
    inlines = [EditionInline]


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

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Edition | None = None) -> bool:
        return False
