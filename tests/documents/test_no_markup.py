"""reportlab's Paragraph reads its text as markup (safety.md §0, 7): documents do without it."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import jz_training

PACKAGE = Path(jz_training.__file__).parent
FORBIDDEN = {"Paragraph", "XPreformatted", "paraparser", "platypus"}


def _is_python_docx(node: ast.ImportFrom) -> bool:
    """Tell whether names come from python-docx, which takes a text as it is."""
    return (node.module or "").split(".")[0] == "docx"


def _words_of_python_docx(tree: ast.AST) -> set[str]:
    imports = (node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom))
    return {alias.name for node in imports if _is_python_docx(node) for alias in node.names}


def _names(tree: ast.AST) -> set[str]:
    names: set[str] = set()
    words = _words_of_python_docx(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id in words:
            continue
        if isinstance(node, ast.ImportFrom) and _is_python_docx(node):
            continue
        if isinstance(node, ast.Name):
            names.add(node.id)
        elif isinstance(node, ast.Attribute):
            names.add(node.attr)
        elif isinstance(node, ast.ImportFrom):
            names |= {*(node.module or "").split("."), *(alias.name for alias in node.names)}
        elif isinstance(node, ast.Import):
            names |= {part for alias in node.names for part in alias.name.split(".")}
    return names


@pytest.mark.parametrize(
    "source",
    [
        "Paragraph('x')",
        "from reportlab.platypus import Table",
        "import reportlab.platypus.paragraph as p",
        "flowables.Paragraph(name, style)",
    ],
)
def test_the_check_finds_markup(source: str) -> None:
    assert _names(ast.parse(source)) & FORBIDDEN


def test_no_document_is_set_from_markup() -> None:
    for path in sorted(PACKAGE.rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        if "reportlab" not in source:
            continue  # the same words may name other things there
        found = _names(ast.parse(source)) & FORBIDDEN
        assert not found, f"{path.relative_to(PACKAGE)}: {found}"
