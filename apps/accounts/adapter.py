"""How signing in counts wrong passwords."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.db.models import Q
from django.http import HttpRequest

from apps.accounts.models import User


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """The account that is guessed at, be it by name or mail, whatever host was asked for."""
        said = str(credentials.get("email") or credentials.get("username") or "").strip()
        found = User.objects.filter(Q(username__iexact=said) | Q(email__iexact=said))
        person = found.order_by("pk").values_list("pk", flat=True).first() if said else None
        return f"account {person}" if person else f"name {said.casefold()}"
