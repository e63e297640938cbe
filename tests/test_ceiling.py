"""The house stays easy to see: no file grows past its ceiling. Raise it by a decision in the README, not by a list."""

import ast
from pathlib import Path

ROOT = Path(__file__).parents[1]
MODULE, FUNCTION, TEMPLATE, TEST = 150, 25, 100, 200


def test_no_module_is_too_long() -> None:
    assert _too_long(ROOT / "app", "*.py", MODULE, but="migrations") == []


def test_no_template_is_too_long() -> None:
    assert _too_long(ROOT / "templates", "*.html", TEMPLATE) == []


def test_no_test_module_is_too_long() -> None:
    assert _too_long(ROOT / "tests", "*.py", TEST) == []


def test_no_function_is_too_long() -> None:
    found = []
    for path in sorted((ROOT / "app").rglob("*.py")):
        if "migrations" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.end_lineno and node.end_lineno - node.lineno >= FUNCTION:
                found.append(f"{path.relative_to(ROOT)}: {node.name} has {node.end_lineno - node.lineno + 1} lines")
    assert found == []


def test_every_module_opens_with_a_sentence() -> None:
    modules = [path for path in (ROOT / "app").rglob("*.py") if "versions" not in path.parts]
    assert [path.name for path in modules if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))] == []


def _too_long(folder: Path, pattern: str, most: int, *, but: str = "\0") -> list[str]:
    counted = ((path, path.read_text(encoding="utf-8").count("\n")) for path in sorted(folder.rglob(pattern)))
    return [
        f"{path.relative_to(ROOT)} has {lines} lines"
        for path, lines in counted
        if lines > most and but not in path.parts
    ]
