"""The page about you, and the way to a new password."""

from typing import Any

from allauth.core.ratelimit import consume_or_429
from django.conf import settings
from django.contrib.auth import views as auth
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
def you(request: HttpRequest) -> HttpResponse:
    return render(request, "accounts/you.html")


class Forgotten(auth.PasswordResetView):
    """Sends a link where a mail server is set; else says who can set a new password."""

    template_name = "accounts/forgotten.html"
    email_template_name = "accounts/forgotten_mail.txt"
    subject_template_name = "accounts/forgotten_subject.txt"
    # The address this site is known by, not the one a stranger claims in a header.
    extra_email_context = {"site": settings.SITE_URL.rstrip("/")}

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not settings.EMAIL_HOST:
            return self.get(request, *args, **kwargs)
        return super().post(request, *args, **kwargs)

    def form_valid(self, form: Any) -> HttpResponse:
        # The same for an address that nobody has: else the answer would tell who has an account.
        address = form.cleaned_data["email"].casefold()
        refused = consume_or_429(self.request, action="reset_password", key=address)
        return refused or super().form_valid(form)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {
            "sends_mail": bool(settings.EMAIL_HOST),
            "command": ".venv/bin/python manage.py changepassword",
        }


class Sent(auth.PasswordResetDoneView):
    template_name = "accounts/forgotten_sent.html"


class NewPassword(auth.PasswordResetConfirmView):
    template_name = "accounts/new_password.html"


class NewPasswordKept(auth.PasswordResetCompleteView):
    template_name = "accounts/new_password_kept.html"
