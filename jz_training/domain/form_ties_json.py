"""Ties of a form as they are stored."""

from __future__ import annotations

from typing import Any

from jz_training.domain.statistics import By
from jz_training.domain.superior_form import CellTie, FormTies, ListSource, ListTie, Whose


def ties_to_json(ties: FormTies) -> dict[str, Any]:
    """Return ties as plain values."""
    return {
        "cells": [_cell_to_json(tie) for tie in ties.cells],
        "lists": [_list_to_json(tie) for tie in ties.lists],
    }


def ties_of_json(stored: dict[str, Any]) -> FormTies:
    """Return stored ties; those of a newer program's kinds are left out."""
    known = set(ListSource)
    return FormTies(
        cells=tuple(map(_cell, stored.get("cells", ()))),
        lists=tuple(_list(one) for one in stored.get("lists", ()) if one["source"] in known),
    )


def _cell_to_json(tie: CellTie) -> dict[str, Any]:
    whose = tie.whose
    return {
        "sheet": tie.sheet,
        "row": tie.row,
        "column": tie.column,
        "figure": tie.figure,
        "whose": whose and {"by": whose.by.value, "key": whose.key, "name": whose.name},
        "after": tie.after,
        "points": tie.points,
        "over_formula": tie.over_formula,
    }


def _cell(one: dict[str, Any]) -> CellTie:
    whose = one["whose"]
    return CellTie(
        sheet=one["sheet"],
        row=one["row"],
        column=one["column"],
        figure=one["figure"],
        whose=whose and Whose(by=By(whose["by"]), key=whose["key"], name=whose["name"]),
        after=one["after"],
        points=one["points"],
        over_formula=one["over_formula"],
    )


def _list_to_json(tie: ListTie) -> dict[str, Any]:
    return {
        "sheet": tie.sheet,
        "first": tie.first,
        "last": tie.last,
        "source": tie.source.value,
        "columns": [list(pair) for pair in tie.columns],
        "points": list(tie.points),
        "over_formulas": tie.over_formulas,
    }


def _list(one: dict[str, Any]) -> ListTie:
    return ListTie(
        sheet=one["sheet"],
        first=one["first"],
        last=one["last"],
        source=ListSource(one["source"]),
        columns=tuple((column, key) for column, key in one["columns"]),
        points=tuple(one["points"]),
        over_formulas=one["over_formulas"],
    )
