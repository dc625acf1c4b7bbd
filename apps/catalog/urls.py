from django.urls import path

from apps.catalog import views

app_name = "catalog"
urlpatterns = [
    path("browse", views.browse, name="browse"),
    path("s/<slug:slug>/", views.series, name="series"),
    path("s/<slug:slug>/poster", views.poster, name="poster"),
]
