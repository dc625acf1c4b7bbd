"""/api/v1/ and its OpenAPI schema."""

from django.urls import include, path, re_path
from drf_spectacular.views import SpectacularAPIView
from rest_framework.routers import DefaultRouter

from apps.studio.api import errors, views

router = DefaultRouter()
router.register("series", views.SeriesViewSet, basename="series")
router.register("episodes", views.EpisodeViewSet, basename="episode")
router.register("shots", views.ShotViewSet, basename="shot")
router.register("takes", views.TakeViewSet, basename="take")
router.register("jobs", views.JobViewSet, basename="job")

urlpatterns = [
    path("token/", views.TokenView.as_view()),
    path("schema/", SpectacularAPIView.as_view(), name="schema"),
    path("", include(router.urls)),
    re_path("", errors.nothing_here),
]
