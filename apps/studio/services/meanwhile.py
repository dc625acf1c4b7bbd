"""When somebody else did something while a person was at the same thing."""

from datetime import datetime

from django.utils import timezone


def clock(at: datetime) -> str:
    """The time of a deed; of another day with its date."""
    local = timezone.localtime(at)
    is_today = local.date() == timezone.localdate()
    return f"{local:%H:%M}" if is_today else f"{local:%Y-%m-%d %H:%M}"
