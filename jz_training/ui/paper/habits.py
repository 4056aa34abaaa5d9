"""How the last paper of a kind was dressed in this workspace, remembered on this computer.

It is no entry of the secretary's and nothing to undo: the window remembers it, as it does sizes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from zlib import crc32

from jz_training.domain.paper_dress import DressHabit, PaperDress, habit_from_text, habit_of

if TYPE_CHECKING:
    from jz_training.domain.paper_kind import PaperKind
    from jz_training.ui.context import Context
    from jz_training.ui.paper.offer import PaperOffer


def habit(ctx: Context, kind: PaperKind | None) -> DressHabit | None:
    """Return what is remembered of a kind of paper, if anything is."""
    return habit_from_text(ctx.memory.text(_key(ctx, kind))) if kind is not None else None


def remember(ctx: Context, kind: PaperKind, dress: PaperDress) -> None:
    """Remember how a paper was dressed for the next one of its kind."""
    ctx.memory.keep(_key(ctx, kind), habit_of(dress).as_text())


def forget(ctx: Context, kind: PaperKind) -> None:
    """Let the next paper of a kind be dressed as the office set it."""
    ctx.memory.keep(_key(ctx, kind), "")


def as_usual(ctx: Context, offer: PaperOffer) -> PaperOffer:
    """Return an offer dressed as the last paper of its kind was."""
    usual = habit(ctx, offer.kind)
    if offer.restyled is None or usual is None:
        return offer
    return offer.restyled(usual.over)


def _key(ctx: Context, kind: PaperKind) -> str:
    """Return a key of the workspace's own: names of another union never come up here."""
    return f"paper_dress/{crc32(str(ctx.desk.folder).encode()):08x}/{kind.value}"
