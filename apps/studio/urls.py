"""Addresses of the director's room."""

from django.urls import path, re_path

from apps.studio.views import (
    board,
    desk,
    engine,
    finals,
    prompts,
    queue,
    references,
    release,
    review,
    script,
)

app_name = "studio"
urlpatterns = [
    path("", desk.desk, name="desk"),
    path("queue/", queue.queue, name="queue"),
    path("queue/<uuid:key>/<slug:verb>", queue.act, name="job"),
    path("engine/", engine.engine, name="engine"),
    path("engine/<str:name>/licence", engine.licence, name="licence"),
    re_path(
        r"^engine/(?P<name>[-a-zA-Z0-9._]+)/(?P<verb>pull|verify|remove)$", engine.act, name="model"
    ),
    path("shots/<int:key>/takes", board.takes, name="takes"),
    path("shots/<int:key>/retake", board.retake, name="retake"),
    path("shots/<int:key>/final", board.final, name="final"),
    path("shots/<int:key>/stop", board.stop, name="stop"),
    path("shots/<int:key>/prompts", prompts.prompts, name="prompts"),
    path("shots/<int:key>/prompts/write", prompts.write, name="write-prompts"),
    re_path(
        r"^references/(?P<key>[0-9]{1,9})/(?P<verb>lock|unlock|discard)$",
        references.act,
        name="reference",
    ),
    path("takes/<int:key>/pick", board.pick, name="pick"),
    path("takes/<int:key>/reject", board.reject, name="reject"),
    path("<slug:slug>/", desk.series, name="series"),
    path("<slug:slug>/bible", desk.bible, name="bible"),
    path("<slug:slug>/script", script.script, name="script"),
    path("<slug:slug>/finals", finals.finals, name="finals"),
    path("<slug:slug>/references", references.references, name="references"),
    path("<slug:slug>/references/make", references.make, name="make-references"),
    path("<slug:slug>/references/bring", references.bring, name="bring-reference"),
    path("<slug:slug>/references/adapter", references.adapter, name="adapter"),
    path("<slug:slug>/<int:number>/", board.board, name="board"),
    path("<slug:slug>/<int:number>/review", review.review, name="review"),
    path("<slug:slug>/<int:number>/review/pick", review.pick, name="review-pick"),
    path("<slug:slug>/<int:number>/review/use-new", review.use_new, name="use-new"),
    path("<slug:slug>/<int:number>/review/take-back", review.take_back, name="take-back"),
    path("<slug:slug>/<int:number>/release", release.release, name="release"),
    re_path(
        r"^(?P<slug>[-a-zA-Z0-9_]+)/(?P<number>[0-9]{1,9})/release/(?P<verb>put-back|unpublish)$",
        release.show,
        name="show",
    ),
    re_path(
        r"^(?P<slug>[-a-zA-Z0-9_]+)/(?P<number>[0-9]{1,9})/(?P<verb>make-current|make-finals|make-finals-again|publish|stop)$",
        board.wish,
        name="wish",
    ),
]
