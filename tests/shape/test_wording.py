"""Whatever the engine says to people is made so that the interface can say it in their language."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

from apps.studio.grammar import RULES

ROOT = Path(__file__).resolve().parents[2]
FILES = [*(ROOT / "engine").rglob("*.py"), *(ROOT / "apps").rglob("*.py")]
MAKER = ROOT / "engine" / "contracts" / "base.py"


def calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    """Every call in a file, with the last name of what is called: `Problem.of` is "of"."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", None) or getattr(node.func, "id", "")
            yield str(name), node


def where(path: Path, node: ast.AST) -> str:
    return f"{path.relative_to(ROOT).as_posix()}:{getattr(node, 'lineno', 0)}"


def said(name: str, call: ast.Call) -> list[ast.expr]:
    """What a call says to people."""
    named = {"message", "advice", "note"}
    by_name = [item.value for item in call.keywords if item.arg in named]
    if name == "EngineError":
        return [*call.args[1:3], *by_name]
    if name == "of" and ast.unparse(call.func) == "Problem.of":
        return by_name
    return [*call.args[2:3], *by_name] if name == "step" else []


def literals(node: ast.expr) -> list[str]:
    """Words that stand in an expression as they are, outside of a wording."""
    if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "_":
        return []
    if isinstance(node, ast.IfExp):
        return literals(node.body) + literals(node.orelse)
    if isinstance(node, ast.BoolOp):
        return [word for value in node.values for word in literals(value)]
    if isinstance(node, ast.Constant):
        text = node.value if isinstance(node.value, str) else ""
    elif isinstance(node, ast.JoinedStr):
        text = "".join(str(v.value) for v in node.values if isinstance(v, ast.Constant))
    else:
        return []
    return [text] if re.search("[A-Za-z]", text) else []


def speaks(path: Path) -> bool:
    """Whether `_` is the engine's here, and not Django's."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return path == MAKER or any(
        isinstance(node, ast.ImportFrom)
        and (node.module or "").startswith("engine.contracts")
        and any(name.name == "_" for name in node.names)
        for node in ast.walk(tree)
    )


def test_what_the_engine_says_can_be_translated() -> None:
    """No message or advice is an f-string or bare words: they go through `_`."""
    bare = {
        where(path, node): literals(node)
        for path in FILES
        for name, call in calls(path)
        for node in said(name, call)
        if literals(node) or isinstance(node, ast.JoinedStr)
    }
    assert not bare


def test_nothing_is_said_past_the_catalogue() -> None:
    """`Problem(...)` and `Wording("...")` take words that nobody has collected."""
    past = [
        where(path, call)
        for path in FILES
        if path != MAKER
        for name, call in calls(path)
        if name in {"Problem", "Wording"} and (call.args or call.keywords)
    ]
    assert not past


def test_a_wording_is_a_literal_with_a_value_for_each_gap() -> None:
    wrong = {}
    found = 0
    for path in filter(speaks, FILES):
        for name, call in calls(path):
            if name != "_":
                continue
            found += 1
            template = call.args[0]
            if not isinstance(template, ast.Constant) or not isinstance(template.value, str):
                wrong[where(path, call)] = "the template is no literal"
                continue
            gaps = {gap for _text, gap, _spec, _form in Formatter().parse(template.value) if gap}
            if gaps != {item.arg for item in call.keywords}:
                wrong[where(path, call)] = "gaps and values differ"
            if words := [word for item in call.keywords for word in literals(item.value)]:
                wrong[where(path, call)] = f"untranslated values {words}"
    assert found > 100, "the wordings are no longer found"
    assert not wrong


def test_templates_show_what_the_engine_says_in_the_language_of_the_page() -> None:
    """They ask for `|told`, which has `message` and `advice`, and show no stored English."""
    english = re.compile(
        r"{{[^}]*\b(error|refusal|problem|progress|job)\.(message|advice|error_\w+|error|progress_note)\b"
    )
    shown = {
        path.name: found.group()
        for path in (ROOT / "templates").rglob("*.html")
        if (found := english.search(path.read_text(encoding="utf-8")))
    }
    assert not shown


def test_every_rule_of_film_grammar_has_its_words() -> None:
    signed = set()
    for path in (ROOT / "engine" / "script").rglob("*.py"):
        for name, call in calls(path):
            names = call.args[:1] if name == "by" else []
            for item in call.keywords:
                if item.arg == "rules":
                    names += getattr(item.value, "elts", [])
            signed |= {str(item.value) for item in names if isinstance(item, ast.Constant)}
    assert signed == set(RULES)
