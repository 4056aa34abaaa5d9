"""Copying rows so that Excel and WPS paste a table, and text stays text."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from jz_training.ui.widgets.rows_model import Cell, Column


def copy_table(columns: Sequence[Column[Any]], rows: Sequence[Any]) -> None:
    """Put rows with their header on the clipboard, as a table and as tab-separated text."""
    if not rows:
        return
    lines = [[column.title for column in columns]]
    lines += [[_words(column, row) for column in columns] for row in rows]
    data = QMimeData()
    data.setText(as_tsv(lines))
    data.setHtml(as_html(lines, [column.number for column in columns]))
    QGuiApplication.clipboard().setMimeData(data)


def as_tsv(lines: Sequence[Sequence[str]]) -> str:
    """Return lines as tab-separated text; tabs and line ends inside a cell become spaces."""
    return "\n".join("\t".join(" ".join(text.split()) for text in line) for line in lines)


def as_html(lines: Sequence[Sequence[str]], numbers: Sequence[bool]) -> str:
    """Return lines as a table in which Excel keeps text as text (a name "=1+1" is no formula)."""

    def cell(text: str, *, number: bool) -> str:
        style = "" if number else " style=\"mso-number-format:'\\@'\""
        return f"<td{style}>{escape(text)}</td>"

    body = "".join(
        "<tr>"
        + "".join(cell(text, number=n) for text, n in zip(line, numbers, strict=True))
        + "</tr>"
        for line in lines
    )
    return f"<table>{body}</table>"


def _words(column: Column[Any], row: Any) -> str:
    made = column.cell(row)
    if isinstance(made, Cell):
        return f"{made.text} {made.second}".strip()
    return made
