"""Promises about the code itself: how long, how layered, how documented."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from apps.studio.api.urls import router

ROOT = Path(__file__).resolve().parents[2]
FILE_LINES, FUNCTION_LINES = 400, 50


def tracked(*patterns: str) -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", *patterns],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    paths = [ROOT / line for line in listed.stdout.splitlines()]
    return [path for path in paths if path.exists() and "migrations" not in path.parts]


def test_no_file_is_longer_than_400_lines() -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for path in tracked("*.py", "*.js", "*.css", "*.html")
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > FILE_LINES
    }
    assert not long


def test_no_function_is_longer_than_50_lines() -> None:
    long = {}
    for path in tracked("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or 0) - node.lineno + 1
                if lines > FUNCTION_LINES:
                    long[f"{path.relative_to(ROOT)}:{node.name}"] = lines
    assert not long


@pytest.mark.parametrize("name", ["utils", "helpers", "managers", "selectors", "common", "misc"])
def test_there_is_no_drawer_for_odds_and_ends(name: str) -> None:
    assert not [path for path in tracked(f"*{name}.py") if path.stem == name]


def test_layers_hold() -> None:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    found = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stdout


def test_every_setting_from_the_environment_is_documented() -> None:
    source = (ROOT / "dramabox" / "settings.py").read_text(encoding="utf-8")
    manual = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    names = set(re.findall(r"env\.\w+\(\s*\"(\w+)\"", source))
    assert names, "the pattern no longer finds the settings"
    assert {name for name in names if f"`{name}`" not in manual} == set()


def test_every_management_command_is_documented() -> None:
    manual = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    commands = {
        path.stem
        for path in (ROOT / "apps").glob("*/management/commands/*.py")
        if path.stem != "__init__"
    }
    assert {name for name in commands if f"`manage.py {name}" not in manual} == set()


def test_no_registry_and_no_path_of_a_machine_is_written_down() -> None:
    hosts = re.compile(r"https?://[a-z0-9.]*(py" r"pi|python" r"hosted|npm" r"js)\.", re.IGNORECASE)
    found = [
        str(path.relative_to(ROOT))
        for path in tracked()
        if path.suffix not in {".mo", ".png", ".jpg", ".woff2"}
        and hosts.search(path.read_text(encoding="utf-8", errors="ignore"))
    ]
    assert not found


def test_every_api_route_is_documented() -> None:
    manual = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    routes = {
        re.sub(r"\(\?P<(?:pk|format)>[^)]*\)", "{id}", str(pattern.pattern)).strip("^$")
        for pattern in router.urls
        if "format" not in str(pattern.pattern)
    }
    assert {route for route in routes if route and f"{route.removesuffix('/$')}" not in manual} == (
        set()
    )


@pytest.mark.parametrize("page", tracked("README.md", "docs/*.md"), ids=lambda page: page.name)
def test_what_a_page_of_the_manual_points_to_is_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    targets = [target for target in re.findall(r"\]\(([^)#]+)", text) if "://" not in target]
    assert [each for each in targets if not (page.parent / each).exists()] == []
