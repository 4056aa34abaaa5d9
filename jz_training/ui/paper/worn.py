"""What single papers wear: the dress chosen in a preview, else that of the last one of the kind.

The last one's is remembered on this computer for the workspace: it is no entry of the secretary's
and nothing to undo. The number of a paper is never remembered.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from zlib import crc32

from jz_training.domain.paper_dress import (
    OFFICIAL_KINDS,
    DressHabit,
    PaperDress,
    habit_from_text,
    habit_of,
)

if TYPE_CHECKING:
    from jz_training.domain.paper_kind import PaperKind
    from jz_training.domain.paper_style import PaperStyle
    from jz_training.ui.context import Context
    from jz_training.ui.paper.offer import PaperOffer

#: Dresses an offer; what has one look only stays as it is.
Dresser = Callable[["PaperOffer"], "PaperOffer"]


class Worn:
    """The dress chosen for one paper in one preview, however often the paper is drawn again."""

    def __init__(self, ctx: Context) -> None:
        self._ctx = ctx
        self._of: object = None
        self._dress: PaperDress | None = None

    def dressed(self, offer: PaperOffer) -> PaperOffer:
        """Return an offer in the dress chosen for the same paper, else in the usual one."""
        return self.dresser()(offer)

    def dresser(self) -> Dresser:
        """Return what dresses offers as things stand now; it may be used on a worker."""
        of, dress = self._of, self._dress
        usual = {kind: _habit(self._ctx, kind) for kind in OFFICIAL_KINDS}

        def dressed(offer: PaperOffer) -> PaperOffer:
            if offer.restyled is None or offer.kind is None:
                return offer
            own = dress if of == _which(offer) else None
            chosen = own or usual.get(offer.kind)
            return offer.restyled(_as_set if chosen is None else chosen.over)

        return dressed

    def is_own(self, offer: PaperOffer) -> bool:
        """Tell whether a paper is dressed otherwise than the office's papers are."""
        chosen = self._dress is not None and self._of == _which(offer)
        return chosen or _habit(self._ctx, offer.kind) is not None

    def wear(self, offer: PaperOffer, dress: PaperDress) -> None:
        """Dress a paper, and let the next one of its kind take over what is no matter of one."""
        self._of, self._dress = _which(offer), dress
        if offer.kind is not None:
            self._ctx.memory.keep(_key(self._ctx, offer.kind), habit_of(dress).as_text())

    def reset(self, offer: PaperOffer) -> None:
        """Dress a paper, and the next ones of its kind, as the office set it."""
        self.forget()
        if offer.kind is not None:
            self._ctx.memory.keep(_key(self._ctx, offer.kind), "")

    def forget(self) -> None:
        """Let go of the dress chosen: what comes next is another paper."""
        self._of = self._dress = None


def as_usual(ctx: Context, offer: PaperOffer) -> PaperOffer:
    """Return an offer dressed as the last paper of its kind was, or as the office set it."""
    return Worn(ctx).dressed(offer)


def _as_set(style: PaperStyle) -> PaperStyle:
    return style


def _habit(ctx: Context, kind: PaperKind | None) -> DressHabit | None:
    return habit_from_text(ctx.memory.text(_key(ctx, kind))) if kind is not None else None


def _key(ctx: Context, kind: PaperKind) -> str:
    """Return a key of the workspace's own: names of another union never come up here."""
    return f"paper_dress/{crc32(str(ctx.desk.folder).encode()):08x}/{kind.value}"


def _which(offer: PaperOffer) -> object:
    """Return what tells a paper from others, whatever it says and however it is dressed."""
    return offer.kind, offer.name, offer.day, offer.until
