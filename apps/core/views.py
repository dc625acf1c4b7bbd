"""Is this box well? And the mark of what is no page."""

import shutil

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponseRedirect, JsonResponse
from django.templatetags.static import static
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

LEAST_FREE = 500 * 2**20  # bytes; an episode and its takes need less


@never_cache
@require_safe
def health(request: HttpRequest) -> JsonResponse:
    """200 if database and disk are usable, else 503; says which is not, and nothing more."""
    parts = {"database": database_answers(), "disk": disk_has_room()}
    well = all(parts.values())
    words = {name: "ok" if fine else "failing" for name, fine in parts.items()}
    return JsonResponse(
        {"status": "ok" if well else "failing", **words}, status=200 if well else 503
    )


@require_safe
def favicon(request: HttpRequest) -> HttpResponseRedirect:
    """Browsers ask here for the mark of what is no page, like a film or an answer of the API."""
    return HttpResponseRedirect(static("core/mark.svg"))


def database_answers() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return False
    return True


def disk_has_room() -> bool:
    try:
        return shutil.disk_usage(settings.DATA_DIR).free >= LEAST_FREE
    except OSError:
        return False
