"""Offers of papers that are dressed as the office set it (版式)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from jz_training.domain.paper_kind import FileForm, PaperKind
from jz_training.ui.paper.offer import Making, PaperOffer

if TYPE_CHECKING:
    from jz_training.documents.drawing.paper_report import PaperReport
    from jz_training.domain.paper_style import PaperStyle
    from jz_training.services.desk import Desk

#: Makes a paper in one form, dressed.
DressedMaking = Callable[["PaperStyle", "PaperReport"], bytes]


def dressed_offer(
    desk: Desk,
    kind: PaperKind,
    ways: Mapping[FileForm, DressedMaking],
    *,
    name: str,
    word: str = "",
    day: date | None = None,
    until: date | None = None,
    organiser: str = "",
) -> PaperOffer:
    """Return an offer whose forms read the office's style of a kind when they are made."""
    return PaperOffer(
        name=name,
        kind=kind,
        forms={form: _dressed(desk, kind, way) for form, way in ways.items()},
        word=word,
        day=day,
        until=until,
        organiser=organiser,
        sided=_sided(desk, kind, ways[FileForm.PDF]) if FileForm.PDF in ways else None,
    )


def _dressed(desk: Desk, kind: PaperKind, way: DressedMaking) -> Making:
    return lambda report: way(desk.paper_styles.of(kind), report)


def _sided(desk: Desk, kind: PaperKind, way: DressedMaking) -> Callable[[bool, PaperReport], bytes]:
    return lambda both, report: way(replace(desk.paper_styles.of(kind), duplex=both), report)
