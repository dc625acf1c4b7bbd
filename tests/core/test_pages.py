"""What every page shares: health, languages, errors, packages."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.checks import run_checks
from django.db import DatabaseError, connection
from django.http import HttpRequest
from django.test import Client
from django.views.defaults import server_error
from pytest_django.fixtures import DjangoAssertNumQueries, Settings

from apps.core import views
from apps.core.finders import PackagesFinder
from apps.core.templatetags import core

pytestmark = pytest.mark.django_db


def test_health_says_well_and_nothing_secret(client: Client) -> None:
    answer = client.get("/health")
    assert answer.status_code == 200
    assert answer.json() == {"status": "ok", "database": "ok", "disk": "ok"}


def test_health_fails_with_its_database(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise DatabaseError("password=secret")

    monkeypatch.setattr(connection, "cursor", broken)
    answer = client.get("/health")
    assert answer.status_code == 503
    assert answer.json() == {"status": "failing", "database": "failing", "disk": "ok"}


def test_health_fails_when_the_disk_is_full(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(views, "LEAST_FREE", 2**80)
    assert client.get("/health").json()["disk"] == "failing"


def test_pages_speak_the_language_the_browser_asks_for(client: Client) -> None:
    assert b'lang="zh-hans"' in client.get("/browse", headers={"Accept-Language": "zh-CN"}).content
    assert b'lang="en"' in client.get("/browse", headers={"Accept-Language": "de"}).content


def test_the_chosen_language_wins_over_the_browsers(client: Client) -> None:
    client.post("/i18n/setlang/", {"language": "zh-hans", "next": "/browse"})
    page = client.get("/browse", headers={"Accept-Language": "en"}).content.decode()
    assert "还没有上线的剧" in page


def test_a_page_that_is_not_there_says_so_in_words(client: Client) -> None:
    answer = client.get("/nowhere")
    assert answer.status_code == 404
    assert b"This page is not here" in answer.content


def test_the_error_page_needs_no_database(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    with django_assert_num_queries(0):
        answer = server_error(HttpRequest())
    assert answer.status_code == 500
    assert b"Nothing you made is lost" in answer.content


def test_the_error_page_runs_no_script_for_it_has_no_nonce() -> None:
    assert b"<script" not in server_error(HttpRequest()).content


def test_no_page_carries_an_inline_style_and_scripts_carry_the_nonce(client: Client) -> None:
    answer = client.get("/browse")
    page = answer.content.decode()
    assert " style=" not in page
    policy = answer.headers["Content-Security-Policy"]
    nonce = policy.split("'nonce-")[1].split("'")[0]
    assert page.count("<script") == page.count(f'nonce="{nonce}"')


def test_every_module_of_ours_is_in_the_import_map() -> None:
    names = core.module_files()
    known = names.keys() | core.package_modules().keys()
    assert names["core/toast"] == "core/toast.js"
    for path in names.values():
        source = Path(str(finders.find(path))).read_text(encoding="utf-8")
        for name in core.IMPORTED.findall(source):
            assert name in known, f"{path}: {name}"


def test_only_the_named_files_of_packages_are_served() -> None:
    finder = PackagesFinder()
    named = {path for path, _ in finder.list(None)}
    assert named == set(settings.NPM_FILES)
    assert finder.find("npm/htmx.org/dist/htmx.min.js")
    assert finder.find("npm/htmx.org/package.json") == []


def test_a_missing_package_is_told_at_start(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.NPM_FILES = ["nothing/of/it.js"]
    assert "core.W001" in {warning.id for warning in run_checks()}


@pytest.mark.parametrize(
    ("name", "letters"), [("林晚晴", "林"), ("Mara Stein", "MS"), ("Li", "L"), ("", "")]
)
def test_a_monogram_stands_for_a_face(name: str, letters: str) -> None:
    assert core.monogram(name) == letters


def test_linked_data_cannot_close_its_script() -> None:
    block = core.linked({"name": "</script><script>alert(1)</script>"})
    assert block.count("</script>") == 1


@pytest.mark.parametrize(("seconds", "text"), [(0, "0:00"), (83.9, "1:23"), (600, "10:00")])
def test_a_length_reads_as_a_clock(seconds: float, text: str) -> None:
    assert core.clock(seconds) == text


def test_what_is_no_page_has_a_mark_too(client: Client) -> None:
    answer = client.get("/favicon.ico")
    assert answer.status_code == 302
    assert finders.find(answer["Location"].removeprefix(settings.STATIC_URL))


def test_the_administration_speaks_the_language_of_the_pages(admin_client: Client) -> None:
    page = admin_client.get("/admin/", headers={"Accept-Language": "zh-CN"}).content.decode()
    named = re.findall(r'class="section"[^>]*>(.*?)</a>', page, re.DOTALL)
    named += re.findall(r'<th scope="row"[^>]*>\s*<a[^>]*>(.*?)</a>', page, re.DOTALL)
    assert len(named) > 10, "the pattern no longer finds the names"
    assert [name for name in named if re.search("[A-Za-z]", name)] == []
    assert "| Dramabox</title>" in page
    assert "Django" not in page


def test_times_are_known_where_the_system_brings_no_time_zones() -> None:
    asked = "import zoneinfo; print(zoneinfo.ZoneInfo('UTC'))"
    bare = {"PYTHONTZPATH": ""}
    answer = subprocess.run(
        [sys.executable, "-c", asked], env=bare, check=True, capture_output=True, text=True
    )
    assert answer.stdout == "UTC\n"
