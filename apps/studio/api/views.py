"""The API of the making half: translation only, the verbs stand in services."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_view
from rest_framework import mixins, status, viewsets
from rest_framework.authtoken.views import ObtainAuthToken
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import BaseSerializer

from apps.accounts.models import User
from apps.catalog.models import Edition, Episode, Series
from apps.catalog.services import put_back, unpublish
from apps.jobs.models import Job
from apps.jobs.services import cancel
from apps.studio import services
from apps.studio.api import serializers
from apps.studio.api.errors import Refused
from apps.studio.models import Screenplay, Shot, Take
from apps.studio.progress import progress_of
from apps.studio.services.screenplays import read
from engine.contracts import EngineError, _


@contextmanager
def refusing() -> Iterator[None]:
    try:
        yield
    except EngineError as error:
        raise Refused(error) from error


def is_described(view: viewsets.GenericViewSet[Any]) -> bool:
    """Whether the schema is being made, which nobody in particular asks for."""
    return bool(getattr(view, "swagger_fake_view", False))


def person(request: Request) -> User:
    assert isinstance(request.user, User)  # noqa: S101  every view asks for a signed-in user
    return request.user


class TokenView(ObtainAuthToken):
    """Name and password for a token; wrong ones count as those on the sign-in page do."""

    serializer_class = serializers.TokenSerializer


class SeriesViewSet(viewsets.ModelViewSet[Series]):
    """The series of the studios you belong to."""

    queryset = Series.objects.none()
    serializer_class = serializers.SeriesSerializer
    http_method_names = ["get", "post", "patch", "head", "options"]

    def get_queryset(self) -> QuerySet[Series]:
        return self.queryset if is_described(self) else Series.objects.of(person(self.request))

    def perform_create(self, serializer: BaseSerializer[Series]) -> None:
        wanted = dict(serializer.validated_data)
        bible = wanted.pop("bible", "")
        with refusing():
            read = services.read_bible(text=bible) if bible else None
        with transaction.atomic():
            serializer.instance = services.create_series(**wanted)
            if read:
                services.save_bible(series=serializer.instance, bible=bible, read=read)

    def perform_update(self, serializer: BaseSerializer[Series]) -> None:
        bible = serializer.validated_data.pop("bible", None)
        if bible is None:
            serializer.save()
            return
        with refusing():
            read = services.read_bible(text=bible)
        with transaction.atomic():
            services.save_bible(series=serializer.save(), bible=bible, read=read)
            services.list_again(series=self.get_object())

    @extend_schema(
        request=serializers.ScriptSerializer,
        responses=serializers.ScriptSerializer,
        methods=["POST"],
        operation_id="series_scripts_create",
    )
    @extend_schema(
        responses=serializers.ScriptSerializer(many=True),
        methods=["GET"],
        operation_id="series_scripts_list",
    )
    @action(detail=True, methods=["get", "post"])
    def scripts(self, request: Request, pk: str) -> Response:
        """Revisions of the series' screenplays; posting one reads it and answers its problems."""
        series = self.get_object()
        if request.method == "GET":
            rows = series.screenplays.all()
            return Response(serializers.ScriptSerializer(rows, many=True).data)
        given = serializers.ScriptSerializer(data=request.data)
        given.is_valid(raise_exception=True)
        with refusing():
            saved = save(series, person(request), given.validated_data)
            services.list_again(series=series)
        return Response(serializers.ScriptSerializer(saved).data, status=status.HTTP_201_CREATED)


def save(series: Series, author: User, given: dict[str, Any]) -> Screenplay:
    text, name = given["text"], given.get("name", "")
    return services.save_screenplay(
        series=series,
        text=text,
        name=name,
        reading=read(text=text, name=name),
        author=author,
        episode=given.get("episode"),
        instead_of=given["instead_of"],
    )


@extend_schema_view(
    list=extend_schema(parameters=[OpenApiParameter("series", int, description="only of this one")])
)
class EpisodeViewSet(viewsets.ReadOnlyModelViewSet[Episode]):
    """Episodes and what is made of them."""

    queryset = Episode.objects.none()
    serializer_class = serializers.EpisodeSerializer

    def get_queryset(self) -> QuerySet[Episode]:
        if is_described(self):
            return self.queryset
        rows = Episode.objects.filter(series__in=Series.objects.of(person(self.request)))
        asked = serializers.EpisodesAskedSerializer(data=self.request.query_params)
        asked.is_valid(raise_exception=True)
        series = asked.validated_data.get("series")
        return rows.filter(series_id=series) if series else rows

    def answer(self, episode: Episode) -> Response:
        return Response(serializers.ProgressSerializer(progress_of(episode)).data)

    @extend_schema(responses=serializers.ShotSerializer(many=True))
    @action(detail=True, pagination_class=None, filter_backends=[])
    def shots(self, request: Request, pk: str) -> Response:
        """The shots of the present breakdown, in order."""
        rows = self.get_object().shots.in_cut().select_related("circle_take")
        return Response(serializers.ShotSerializer(rows, many=True).data)

    @extend_schema(responses=serializers.ProgressSerializer)
    @action(detail=True)
    def progress(self, request: Request, pk: str) -> Response:
        """How far the episode is."""
        return self.answer(self.get_object())

    @extend_schema(
        request=serializers.ProductionSerializer, responses=serializers.ProgressSerializer
    )
    @action(detail=True, methods=["post"])
    def produce(self, request: Request, pk: str) -> Response:
        """Break down, render what is missing or stale, cut; with `publish`, release as well."""
        given = serializers.ProductionSerializer(data=request.data)
        given.is_valid(raise_exception=True)
        episode = self.get_object()
        with refusing():
            services.produce(episode=episode, publish=given.validated_data["publish"])
        return self.answer(episode)

    @extend_schema(request=None, responses=serializers.ProgressSerializer)
    @action(detail=True, methods=["post"])
    def breakdown(self, request: Request, pk: str) -> Response:
        """Break the newest screenplay down into shots, and render none of them yet."""
        episode = self.get_object()
        with refusing():
            services.break_down(episode=episode)
        return self.answer(episode)

    @extend_schema(request=None, responses=serializers.ProgressSerializer)
    @action(detail=True, methods=["post"])
    def stop(self, request: Request, pk: str) -> Response:
        """Cancel what waits or runs; what is finished stays."""
        episode = self.get_object()
        services.stop(episode=episode)
        return self.answer(episode)

    @extend_schema(responses=serializers.EditionSerializer(many=True))
    @action(detail=True, pagination_class=None, filter_backends=[])
    def editions(self, request: Request, pk: str) -> Response:
        """Published editions, newest first."""
        return self.answer_editions(self.get_object())

    def answer_editions(self, episode: Episode) -> Response:
        rows = Edition.objects.filter(episode=episode).select_related("episode")
        rows = rows.prefetch_related("renditions")
        return Response(serializers.EditionSerializer(rows, many=True).data)

    @extend_schema(
        request=serializers.PutBackSerializer, responses=serializers.EditionSerializer(many=True)
    )
    @action(
        detail=True,
        methods=["post"],
        url_path="put-back",
        pagination_class=None,
        filter_backends=[],
    )
    def put_back(self, request: Request, pk: str) -> Response:
        """Show viewers an edition published before, instead of the one you saw shown."""
        episode = self.get_object()
        given = serializers.PutBackSerializer(data=request.data, context={"episode": episode})
        given.is_valid(raise_exception=True)
        with refusing():
            put_back(**given.validated_data)
        return self.answer_editions(episode)

    @extend_schema(
        request=serializers.ShownSerializer, responses=serializers.EditionSerializer(many=True)
    )
    @action(detail=True, methods=["post"], pagination_class=None, filter_backends=[])
    def unpublish(self, request: Request, pk: str) -> Response:
        """Show viewers nothing of the episode; its editions stay."""
        episode = self.get_object()
        given = serializers.ShownSerializer(data=request.data)
        given.is_valid(raise_exception=True)
        with refusing():
            unpublish(episode=episode, **given.validated_data)
        return self.answer_editions(episode)


class ShotViewSet(mixins.RetrieveModelMixin, viewsets.GenericViewSet[Shot]):
    """One shot and its takes."""

    queryset = Shot.objects.none()
    serializer_class = serializers.ShotSerializer

    def get_queryset(self) -> QuerySet[Shot]:
        if is_described(self):
            return self.queryset
        mine = Series.objects.of(person(self.request))
        return Shot.objects.filter(episode__series__in=mine).select_related("circle_take")

    @extend_schema(responses=serializers.TakeSerializer(many=True))
    @action(detail=True, pagination_class=None, filter_backends=[])
    def takes(self, request: Request, pk: str) -> Response:
        """All takes of the shot, oldest first."""
        return Response(serializers.TakeSerializer(self.get_object().takes.all(), many=True).data)

    @extend_schema(request=None, responses={202: serializers.JobSerializer})
    @action(detail=True, methods=["post"])
    def retake(self, request: Request, pk: str) -> Response:
        """Ask for another take with another seed."""
        job = services.retake(shot=self.get_object())
        return Response(serializers.JobSerializer(job).data, status=status.HTTP_202_ACCEPTED)


class TakeViewSet(mixins.RetrieveModelMixin, viewsets.GenericViewSet[Take]):
    """One take: pick it or set it aside."""

    queryset = Take.objects.none()
    serializer_class = serializers.TakeSerializer

    def get_queryset(self) -> QuerySet[Take]:
        if is_described(self):
            return self.queryset
        mine = Series.objects.of(person(self.request))
        return Take.objects.filter(shot__episode__series__in=mine).select_related("shot")

    @extend_schema(request=None, responses=serializers.ShotSerializer)
    @action(detail=True, methods=["post"])
    def pick(self, request: Request, pk: str) -> Response:
        """Make it the circle take of its shot."""
        take = self.get_object()
        services.pick(shot=take.shot, take=take, by=person(request))
        return Response(serializers.ShotSerializer(take.shot).data)

    @extend_schema(request=serializers.RejectSerializer, responses=serializers.TakeSerializer)
    @action(detail=True, methods=["post"])
    def reject(self, request: Request, pk: str) -> Response:
        """Set it aside, with a reason."""
        take = self.get_object()
        given = serializers.RejectSerializer(data=request.data)
        given.is_valid(raise_exception=True)
        services.reject(take=take, reason=given.validated_data["reason"])
        take.refresh_from_db()
        return Response(serializers.TakeSerializer(take).data)


class JobViewSet(viewsets.ReadOnlyModelViewSet[Job]):
    """Work that waits, runs or ended, of the studios you belong to."""

    queryset = Job.objects.none()
    serializer_class = serializers.JobSerializer

    def get_queryset(self) -> QuerySet[Job]:
        if is_described(self):
            return self.queryset
        return Job.objects.of(person(self.request)).order_by("-created_at")

    @extend_schema(request=None, responses=serializers.JobSerializer)
    @action(detail=True, methods=["post"])
    def cancel(self, request: Request, pk: str) -> Response:
        """Ask a job to stop."""
        job = self.get_object()
        cancel(job=job)
        job.refresh_from_db()
        return Response(serializers.JobSerializer(job).data)

    @extend_schema(request=None, responses=serializers.JobSerializer)
    @action(detail=True, methods=["post"])
    def retry(self, request: Request, pk: str) -> Response:
        """Try a failed or cancelled job again."""
        job = self.get_object()
        if not job.can_be_retried:
            raise Refused(
                EngineError(
                    "not-ended",
                    _("This job cannot be tried again."),
                    _("Only a failed or cancelled job can be tried again."),
                )
            )
        with refusing():
            new = services.again(job=job)
        return Response(serializers.JobSerializer(new).data)
