"""What the API shows and takes."""

import re
from typing import Any

from allauth.account.adapter import get_adapter
from django.core.exceptions import ValidationError
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.authtoken.serializers import AuthTokenSerializer
from rest_framework.exceptions import Throttled

from apps.accounts.models import Studio
from apps.catalog.models import Edition, Episode, Rendition, Series
from apps.core.media import signed_url
from apps.core.wording import told
from apps.jobs.models import Job
from apps.studio.api.errors import Refused
from apps.studio.models import Screenplay, Shot, Take
from apps.studio.progress import Progress, at_what
from engine.contracts import EngineError, _

NUMBER = re.compile(r"^[0-9]{1,9}\Z")  # Python's own int() reads "٣", too
PATIENCE_S = 300  # after so long the shorter limits of wrong passwords have run out


class ToldSerializer(serializers.Serializer[Any]):
    """A failure or a problem in the language of Accept-Language."""

    message = serializers.CharField()
    advice = serializers.CharField()

    def to_representation(self, instance: dict[str, Any]) -> dict[str, Any]:
        return told(instance)._asdict()


class ProblemSerializer(serializers.Serializer[Any]):
    """What a screenplay was not understood in; `message` and `advice` are English."""

    severity = serializers.CharField()
    code = serializers.CharField()
    message = serializers.CharField()
    advice = serializers.CharField()
    line = serializers.IntegerField()
    localized = ToldSerializer(source="*")


class NumberField(serializers.IntegerField):
    """A number that a row goes by, in the digits everybody types."""

    def to_internal_value(self, data: Any) -> int:
        if not NUMBER.fullmatch(str(data)):
            self.fail("invalid")
        return super().to_internal_value(data)


class SeriesSerializer(serializers.ModelSerializer[Series]):
    studio = serializers.SlugRelatedField(slug_field="slug", queryset=Studio.objects.none())

    class Meta:
        model = Series
        fields = ["id", "studio", "title", "slug", "logline", "genre", "language", "bible", "seed"]
        read_only_fields = ["slug", "seed"]
        # A bible's lines keep their numbers, as a screenplay's do.
        extra_kwargs = {"bible": {"trim_whitespace": False}}

    def get_fields(self) -> dict[str, Any]:
        fields = super().get_fields()
        user = self.context["request"].user
        if user.is_authenticated:  # nobody is, while the schema is made
            fields["studio"].queryset = Studio.objects.filter(members=user)  # type: ignore[attr-defined]
        return fields


class EpisodeSerializer(serializers.ModelSerializer[Episode]):
    class Meta:
        model = Episode
        fields = ["id", "series", "number", "title", "edition"]
        read_only_fields = fields


class ScriptSerializer(serializers.ModelSerializer[Screenplay]):
    problems = ProblemSerializer(many=True, read_only=True)
    instead_of = NumberField(
        min_value=0,
        default=0,
        write_only=True,
        help_text="the newest revision you saw; 0: there was none",
    )

    class Meta:
        model = Screenplay
        fields = [
            "id", "series", "revision", "name", "text", "episode", "numbers", "problems",
            "created_at", "instead_of",
        ]  # fmt: skip
        read_only_fields = ["series", "revision", "numbers", "problems", "created_at"]
        extra_kwargs = {
            "text": {"trim_whitespace": False},
            "episode": {"min_value": 1, "max_value": 999},
        }


class ShotSerializer(serializers.ModelSerializer[Shot]):
    state = serializers.CharField(read_only=True)

    class Meta:
        model = Shot
        fields = ["id", "episode", "position", "slate", "scene", "state", "circle_take", "spec"]
        read_only_fields = fields


class TakeSerializer(serializers.ModelSerializer[Take]):
    video = serializers.SerializerMethodField()
    still = serializers.SerializerMethodField()

    class Meta:
        model = Take
        fields = ["id", "shot", "number", "inputs", "rejected", "created_at", "data", "video",
                  "still"]  # fmt: skip
        read_only_fields = fields

    def get_video(self, take: Take) -> str:
        return signed_url(take.path(take.data["video"]))

    def get_still(self, take: Take) -> str:
        return signed_url(take.path(take.data["still"]))


class JobSerializer(serializers.ModelSerializer[Job]):
    progress_note = serializers.SerializerMethodField()
    localized = ToldSerializer(source="error", read_only=True)

    class Meta:
        model = Job
        fields = [
            "id", "verb", "queue", "state", "subject", "attempts", "progress_done",
            "progress_total", "progress_note", "progress_shot", "error_code", "error_message",
            "error_advice", "localized", "created_at", "started_at", "finished_at", "wall_s",
            "cpu_s", "peak_mb",
        ]  # fmt: skip
        read_only_fields = fields

    def get_progress_note(self, job: Job) -> str:
        """In the language of Accept-Language, where it can be told in it."""
        return at_what(job)


class RenditionSerializer(serializers.ModelSerializer[Rendition]):
    class Meta:
        model = Rendition
        fields = ["width", "height", "size", "sha256"]
        read_only_fields = fields


class EditionSerializer(serializers.ModelSerializer[Edition]):
    shown = serializers.SerializerMethodField()
    renditions = RenditionSerializer(many=True, read_only=True)

    class Meta:
        model = Edition
        fields = ["id", "episode", "number", "published_at", "duration", "spans", "cut_hash",
                  "shown", "renditions"]  # fmt: skip
        read_only_fields = fields

    def get_shown(self, edition: Edition) -> bool:
        """Whether viewers see this one."""
        return edition.episode.edition_id == edition.pk


class EditionField(serializers.SlugRelatedField[Edition]):
    """An edition by its number, in the digits everybody types."""

    def to_internal_value(self, data: Any) -> Edition:
        if not NUMBER.fullmatch(str(data)):
            self.fail("invalid")
        return super().to_internal_value(data)


class ShownSerializer(serializers.Serializer[Any]):
    instead_of = NumberField(
        min_value=1, allow_null=True, help_text="number of the edition you saw shown; null: none"
    )


class PutBackSerializer(ShownSerializer):
    edition = EditionField(
        slug_field="number", queryset=Edition.objects.none(), help_text="number of an edition"
    )

    def get_fields(self) -> dict[str, Any]:
        fields = super().get_fields()
        if "episode" in self.context:  # not while the schema is made
            fields["edition"].queryset = self.context["episode"].editions  # type: ignore[attr-defined]
        return fields


class EpisodesAskedSerializer(serializers.Serializer[Any]):
    series = serializers.RegexField(NUMBER, required=False)


class TokenSerializer(AuthTokenSerializer):
    """Says that name or password is wrong as every other refusal does."""

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        request = self.context["request"]._request  # the sign-in page counts plain ones
        given = {"username": attrs["username"], "password": attrs["password"]}
        try:
            user = get_adapter().authenticate(request, **given)
        except ValidationError as error:
            raise Throttled(wait=PATIENCE_S) from error
        if user is None:
            raise Refused(
                EngineError(
                    "wrong-password",
                    _("There is no such person, or the password is wrong."),
                    _("Whoever runs this box can set a new one: manage.py changepassword NAME."),
                )
            )
        return attrs | {"user": user}


class RejectSerializer(serializers.Serializer[Any]):
    reason = serializers.CharField(max_length=400)


class ProductionSerializer(serializers.Serializer[Any]):
    publish = serializers.BooleanField(default=False)


class ProgressSerializer(serializers.Serializer[Any]):
    stage = serializers.CharField()
    done = serializers.IntegerField()
    total = serializers.IntegerField()
    note = serializers.CharField()
    error = serializers.CharField()
    advice = serializers.CharField()
    localized = serializers.SerializerMethodField()
    working = serializers.BooleanField()

    @extend_schema_field(ToldSerializer)
    def get_localized(self, progress: Progress) -> dict[str, str]:
        return progress.told._asdict()
