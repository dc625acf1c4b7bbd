"""Asking for a file as a browser does of the production server."""

from asgiref.sync import async_to_sync
from django.http import HttpResponseBase, StreamingHttpResponse
from django.test import AsyncClient


def fetch(url: str, method: str = "get", **headers: str) -> tuple[HttpResponseBase, bytes]:
    """The answer under ASGI, as production gives it, and its body."""

    async def ask() -> tuple[HttpResponseBase, bytes]:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        answer = await getattr(AsyncClient(), method)(url, headers=named)
        if isinstance(answer, StreamingHttpResponse):
            return answer, b"".join([piece async for piece in answer])
        return answer, answer.content

    return async_to_sync(ask)()
