from django.urls import path

from apps.playback import gate, views

app_name = "playback"
urlpatterns = [
    path("", views.feed, name="feed"),
    path("s/<slug:slug>/<int:number>", views.player, name="player"),
    path("s/<slug:slug>/<int:number>/data", views.player_data, name="player-data"),
    path("m/<str:token>/<str:name>", gate.media, name="media"),
]
