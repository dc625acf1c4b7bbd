"""Signing up, in and out, and a new password for a forgotten one."""

from allauth.account import views as allauth
from django.urls import include, path

from apps.accounts import views

own = ([path("you", views.you, name="you")], "accounts")
urlpatterns = [
    path("", include(own)),
    path("accounts/signup/", allauth.signup, name="account_signup"),
    path("accounts/login/", allauth.login, name="account_login"),
    path("accounts/logout/", allauth.logout, name="account_logout"),
    path("accounts/inactive/", allauth.account_inactive, name="account_inactive"),
    path("accounts/reauthenticate/", allauth.reauthenticate, name="account_reauthenticate"),
    path("accounts/password/", allauth.password_change, name="account_change_password"),
    # A member who was made by another way, e.g. `createsuperuser`, may have no password yet.
    path("accounts/password/forgotten/", views.Forgotten.as_view(), name="password_reset"),
    path("accounts/password/sent/", views.Sent.as_view(), name="password_reset_done"),
    path(
        "accounts/password/new/<uidb64>/<token>/",
        views.NewPassword.as_view(),
        name="password_reset_confirm",
    ),
    path("accounts/password/new/", views.NewPasswordKept.as_view(), name="password_reset_complete"),
    path("accounts/password/set/", allauth.password_set, name="account_set_password"),
]
