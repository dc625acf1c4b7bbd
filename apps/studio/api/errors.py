"""How the API refuses: always {code, message, advice}; what is wrong by field, where it is one."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, JsonResponse
from rest_framework import exceptions, status
from rest_framework.response import Response
from rest_framework.views import exception_handler

from apps.core.wording import told
from engine.contracts import EngineError

# What happened and what to do, by the code that Django REST framework gives.
WORDS = {
    "not_authenticated": ("You are not signed in.", "Send a token; POST /api/v1/token/ gives one."),
    "authentication_failed": ("This token is not known.", "Get one from POST /api/v1/token/."),
    "permission_denied": ("You may not do this.", "Ask an owner of the studio."),
    "not_found": (
        "There is nothing at this address that you may see.",
        "Check the number; you see the series of your own studios.",
    ),
    "method_not_allowed": (
        "This address does not take that method.",
        "The header Allow says which it takes.",
    ),
    "not_acceptable": ("Answers are JSON only.", "Ask for application/json."),
    "unsupported_media_type": ("Requests in this form are not read.", "Send application/json."),
    "throttled": ("Too many tries.", "Wait as many seconds as the header Retry-After says."),
    "parse_error": ("The request cannot be read.", "Send one JSON value in UTF-8."),
    "too_large": ("This is larger than the API takes.", "Send one season, or less, at a time."),
    "error": ("The request was refused.", "See the manual, docs/api.md."),
}


class Refused(exceptions.APIException):
    """An EngineError as an answer."""

    def __init__(self, error: EngineError) -> None:
        super().__init__(error.message)
        is_late = error.code == "script-changed"
        self.status_code = status.HTTP_409_CONFLICT if is_late else status.HTTP_400_BAD_REQUEST
        self.said = said(error.code, error.message, error.advice)
        self.said["localized"] = told(error)._asdict()


def said(code: str, message: str, advice: str) -> dict[str, Any]:
    return {"code": code, "message": message, "advice": advice}


def answer(error: Exception, context: dict[str, Any]) -> Response | None:
    """The handler of all views: what the framework would answer, in our form."""
    response = exception_handler(error, context)
    if response is None:
        return None
    if isinstance(error, Refused):
        response.data = error.said
    elif isinstance(error, exceptions.ValidationError):
        response.data = invalid(response.data)
    else:
        response.data = plain(error)
    return response


def plain(error: Exception) -> dict[str, Any]:
    if isinstance(error, Http404):
        error = exceptions.NotFound()
    elif isinstance(error, PermissionDenied):
        error = exceptions.PermissionDenied()
    assert isinstance(error, exceptions.APIException)  # noqa: S101  else there was no response
    code = str(error.get_codes())
    message, advice = WORDS.get(code, WORDS["error"])
    if isinstance(error, exceptions.ParseError | exceptions.PermissionDenied):
        message = str(error.detail)  # says what and where
    return said(code.replace("_", "-"), message, advice)


def invalid(fields: Any) -> dict[str, Any]:
    """`fields` as the framework has them: texts by field, or a list when it is no field's."""
    if not isinstance(fields, dict):
        fields = {"non_field_errors": fields}
    whole = fields.pop("non_field_errors", [])
    told = [f"{name}: {first(texts)}" for name, texts in fields.items()] or [first(whole)]
    message, advice = " ".join(told), "Correct what is named and send it again."
    return said("invalid", message, advice) | {"fields": fields}


def first(texts: Any) -> str:
    """The first text in whatever nesting a field has."""
    while isinstance(texts, list | dict) and texts:
        texts = next(iter(texts.values() if isinstance(texts, dict) else texts))
    return str(texts)


def nothing_here(request: HttpRequest, **_: Any) -> JsonResponse:
    """For addresses below /api/v1/ that are none of ours."""
    return JsonResponse(said("not-found", *WORDS["not_found"]), status=404)
