"""Offers of papers that are dressed as the office set it (版式)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from jz_training.domain.paper_dress import OFFICIAL_KINDS
from jz_training.domain.paper_kind import FileForm, PaperKind
from jz_training.ui.paper.offer import Making, PaperOffer, Restyle

if TYPE_CHECKING:
    from jz_training.documents.drawing.paper_report import PaperReport
    from jz_training.domain.paper_style import PaperStyle
    from jz_training.services.desk import Desk

#: Makes a paper in one form, dressed.
DressedMaking = Callable[["PaperStyle", "PaperReport"], bytes]

#: Reads the style of a paper; on a worker.
Styling = Callable[[], "PaperStyle"]


def _as_set(style: PaperStyle) -> PaperStyle:
    return style


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
    alone: bool = True,
) -> PaperOffer:
    """Return an offer whose forms read the office's style of a kind when they are made.

    An official paper may be dressed by itself, unless it holds several papers (not `alone`).
    """
    plain = PaperOffer(
        name=name, kind=kind, forms={}, word=word, day=day, until=until, organiser=organiser
    )
    return _styled(plain, lambda: desk.paper_styles.of(kind), ways, alone=alone)


def _styled(
    plain: PaperOffer,
    style: Styling,
    ways: Mapping[FileForm, DressedMaking],
    *,
    alone: bool,
    restyle: Restyle = _as_set,
) -> PaperOffer:
    """Return an offer with all its forms in the style that is read when they are made."""
    own = alone and plain.kind in OFFICIAL_KINDS

    def worn() -> PaperStyle:
        return restyle(style())

    def restyled(again: Restyle) -> PaperOffer:
        return _styled(plain, style, ways, alone=alone, restyle=again)

    return replace(
        plain,
        forms={form: _dressed(worn, way) for form, way in ways.items()},
        sided=_sided(worn, ways[FileForm.PDF]) if FileForm.PDF in ways else None,
        style=worn if own else None,
        restyled=restyled if own else None,
    )


def _dressed(style: Styling, way: DressedMaking) -> Making:
    return lambda report: way(style(), report)


def _sided(style: Styling, way: DressedMaking) -> Callable[[bool, PaperReport], bytes]:
    return lambda both, report: way(replace(style(), duplex=both), report)
