"""Imports point one way: pages -> loaders -> reports."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FORBIDDEN = {"reports": {"loaders", "pages", "dashboard", "streamlit"}, "loaders": {"pages", "dashboard", "streamlit"}}


@pytest.mark.parametrize(
    "path", [p for room in FORBIDDEN for p in sorted((ROOT / room).glob("*.py"))], ids=lambda p: f"{p.parent.name}/{p.name}"
)
def test_imports_point_one_way(path):
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    imported = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    imported |= {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    assert not {name.partition(".")[0] for name in imported} & FORBIDDEN[path.parent.name]
