"""Tags every template may use: icons, modules, times, forms."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django import template
from django.apps import apps
from django.conf import settings
from django.contrib.staticfiles import finders
from django.http import HttpRequest
from django.template.context import Context
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from apps.core import wording
from apps.core.media import signed_url
from engine.contracts import EngineError

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

register = template.Library()
IMPORTED = re.compile(r"""^import [^;"']*["'](.+?)["'];""", re.MULTILINE)


@register.filter
def told(source: EngineError | Mapping[str, Any]) -> wording.Told:
    """A failure or a problem with `message` and `advice` in the language of the page."""
    return wording.told(source)


@register.simple_tag
def gap() -> str:
    """What stands between two sentences of a page: a space, in Chinese nothing."""
    return wording.gap()


@register.simple_tag(takes_context=True)
def here(context: Context) -> str:
    """The address to come back to: this page's, or the room of a page that answers a post."""
    request: HttpRequest = context["request"]
    match = request.resolver_match
    room: Callable[..., str] | None = getattr(match.func, "room", None) if match else None
    if match is None or room is None:
        return request.get_full_path()
    return room(request, *match.args, **match.kwargs)


@register.simple_tag
def icon_url(name: str) -> str:
    return f"{static('core/icons.svg')}#{name}"


@register.simple_tag
def icon(name: str, extra: str = "") -> SafeString:
    """An icon of core/icons.svg; decorative, so the words beside it carry the meaning."""
    return format_html(
        '<svg class="icon {}" aria-hidden="true"><use href="{}"></use></svg>', extra, icon_url(name)
    )


@cache
def module_files() -> dict[str, str]:
    """Every module of ours: its name in `import` → its static path."""
    found = {}
    for app in apps.get_app_configs():
        if not app.name.startswith("apps."):
            continue
        root = Path(app.path) / "static"
        for file in sorted(root.glob(f"{app.label}/**/*.js")):
            path = file.relative_to(root).as_posix()
            found[path.removesuffix(".js")] = path
    return found


def package_modules() -> dict[str, str]:
    """The same for modules of npm packages."""
    return {name: f"npm/{path}" for name, path in settings.NPM_MODULES.items()}


@cache
def needed_by(name: str) -> tuple[str, ...]:
    """The modules that `name` imports, and theirs; so a page can fetch all of them at once."""
    found: dict[str, None] = {}
    waiting, files = [name], module_files() | package_modules()
    while waiting:
        source = finders.find(files[waiting.pop()])
        text = Path(str(source)).read_text(encoding="utf-8")
        fresh = [one for one in IMPORTED.findall(text) if one not in found]
        found |= dict.fromkeys(fresh)
        waiting += fresh
    return tuple(found)


@register.simple_tag(takes_context=True)
def import_map(context: dict[str, Any], *, packages: bool = False) -> SafeString:
    """The import map: modules import each other by name, browsers fetch the hashed file.

    With `packages` those of npm are in it, too; few pages need them.
    """
    files = module_files() | (package_modules() if packages else {})
    imports = {name: static(path) for name, path in files.items()}
    return format_html(
        '<script type="importmap" nonce="{}">{}</script>',
        str(context.get("CSP_NONCE", "")),
        mark_safe(json.dumps({"imports": imports})),  # noqa: S308  # our own file names
    )


@register.simple_tag(takes_context=True)
def module(context: dict[str, Any], name: str) -> SafeString:
    """Loads the module `name`, e.g. `playback/player`, and what it imports."""
    files = module_files() | package_modules()
    preloads = format_html_join(
        "",
        '<link rel="modulepreload" href="{}" fetchpriority="low">',
        ((static(files[one]),) for one in needed_by(name)),
    )
    return format_html(
        '{}<script type="module" src="{}" nonce="{}"></script>',
        preloads,
        static(f"{name}.js"),
        str(context.get("CSP_NONCE", "")),
    )


@register.filter
def linked(data: dict[str, Any]) -> SafeString:
    """A JSON-LD block; no text in it can close the script."""
    text = json.dumps(data, ensure_ascii=False).translate(
        {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}
    )
    return mark_safe(f'<script type="application/ld+json">{text}</script>')  # noqa: S308


@register.filter
def as_json(value: "DataclassInstance") -> str:
    """A value object for a data attribute; the template escapes it."""
    return json.dumps(asdict(value), ensure_ascii=False)


@register.filter
def media(path: object) -> str:
    """The signed address of a file field or of a path below MEDIA_ROOT."""
    return signed_url(str(path)) if path else ""


@register.filter
def absolute(path: str) -> str:
    """The address as the world outside sees it."""
    return f"{settings.SITE_URL.rstrip('/')}{path}"


@register.filter
def clock(seconds: float) -> str:
    """83.4 → 1:23"""
    whole = int(seconds)
    return f"{whole // 60}:{whole % 60:02d}"


@register.filter
def minutes(seconds: float) -> int:
    """Whole minutes, never nought: 20 s are one minute of somebody's time."""
    return max(1, round(seconds / 60))


@register.filter
def hours(seconds: float) -> str:
    """23130 → 6.4; whole ones from ten on."""
    return (
        f"{seconds / 3600:.1f}".removesuffix(".0") if seconds < 36000 else f"{seconds / 3600:.0f}"
    )


@register.filter
def monogram(name: str) -> str:
    """What stands for a face that has no picture: 林晚晴 → 林, Mara Stein → MS."""
    words = name.split()
    if not words or not words[0].isascii():
        return name[:1]
    return "".join(word[0] for word in words[:2]).upper()
