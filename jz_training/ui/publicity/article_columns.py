"""The columns of what was published, and how its rows are put in order."""

from __future__ import annotations

from collections.abc import Callable

from jz_training.domain.publicity import PublicityRow
from jz_training.labels.notices import CHANNELS, GENRES
from jz_training.ui.publicity.links import host_of
from jz_training.ui.style.theme import Tone
from jz_training.ui.widgets.table import Cell, Column


def article_columns() -> tuple[Column[PublicityRow], ...]:
    """Return day, title, channel, genre, outlet, author, link and number of files."""
    return (
        Column(key="day", title="日期", cell=_day, width=96, sort="day"),
        Column(key="title", title="标题", cell=_title, width=200, stretch=True, sort="title"),
        Column(key="channel", title="渠道", cell=_channel, width=100, sort="channel"),
        Column(key="genre", title="类别", cell=_genre, width=84, sort="genre"),
        Column(key="outlet", title="刊登处", cell=_outlet, width=140, sort="outlet"),
        Column(key="author", title="作者", cell=_author, width=88, sort="author"),
        Column(key="link", title="链接", cell=_link, width=132),
        Column(key="files", title="附件", cell=_files, width=56, number=True, sort="files"),
    )


def article_sort_key(key: str) -> Callable[[PublicityRow], tuple[object, ...]]:
    """Return how rows are compared for a sortable column; equal ones go by day."""
    keys: dict[str, Callable[[PublicityRow], object]] = {
        "title": lambda row: row.draft.title,
        "channel": lambda row: row.draft.channel.value,
        "genre": lambda row: row.draft.genre.value,
        "outlet": lambda row: row.draft.outlet,
        "author": lambda row: row.draft.author,
        "files": lambda row: row.files,
    }
    own = keys.get(key)
    if own is None:
        return lambda row: (row.draft.day,)
    return lambda row: (own(row), row.draft.day)


def _day(row: PublicityRow) -> Cell:
    return Cell(f"{row.draft.day:%Y-%m-%d}")


def _title(row: PublicityRow) -> Cell:
    return Cell(row.draft.title)


def _channel(row: PublicityRow) -> Cell:
    return Cell(CHANNELS[row.draft.channel], tone=Tone.ACCENT)


def _genre(row: PublicityRow) -> Cell:
    return Cell(GENRES[row.draft.genre], role="secondary")


def _outlet(row: PublicityRow) -> Cell:
    return Cell(row.draft.outlet, role="secondary")


def _author(row: PublicityRow) -> Cell:
    return Cell(row.draft.author, role="secondary")


def _link(row: PublicityRow) -> Cell:
    return Cell(host_of(row.draft.link), role="secondary")


def _files(row: PublicityRow) -> Cell:
    return Cell(str(row.files)) if row.files else Cell("—", role="faint")
