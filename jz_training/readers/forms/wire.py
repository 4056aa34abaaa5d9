"""A form between the child that reads it and the program."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from jz_training.domain.superior_form import CellKind, FormCell, FormFile, FormKind, FormSheet


def form_to_json(form: FormFile) -> dict[str, Any]:
    """Return a form as plain values."""
    return {"form": asdict(form)}


def form_of_json(message: dict[str, Any]) -> FormFile:
    """Return what came from the child."""
    form = message["form"]
    sheets = tuple(
        FormSheet(
            **{**one, "cells": tuple(map(_cell, one["cells"])), "widths": tuple(one["widths"])}
        )
        for one in form["sheets"]
    )
    return FormFile(kind=FormKind(form["kind"]), sheets=sheets, cut=form["cut"])


def _cell(one: dict[str, Any]) -> FormCell:
    return FormCell(**{**one, "kind": CellKind(one["kind"])})
