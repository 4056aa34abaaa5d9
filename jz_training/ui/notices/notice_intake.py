"""Taking in a notice: read the file or the words, ask when it is known already, store, open."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from jz_training.domain.notice import NoticeReading, NoticeRow, RemarkCode
from jz_training.labels.notices import remark_words
from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.notices.same_notice_dialog import SameNoticeDialog
from jz_training.ui.shell.progress import Progress

#: What the file dialog offers; the reader itself looks into the file, not at its name.
KINDS = "通知 (*.docx *.doc *.wps *.pdf *.txt *.rtf *.html *.htm);;所有文件 (*)"


class NoticeIntake(QObject):
    """The way of a notice into the program; nothing is stored before it was read as a whole."""

    def __init__(self, ctx: Context, owner: QWidget) -> None:
        super().__init__(owner)
        self._ctx, self._owner = ctx, owner

    def take_file(self, path: Path) -> None:
        """Read a file in a process of its own and store what was understood."""

        def read(progress: Progress) -> NoticeReading:
            from jz_training.readers.notice.guarded import read_notice_guarded

            return read_notice_guarded(path, stop=lambda: progress.stopped)

        self._read(f"读取“{path.name}”", read, path)

    def take_text(self, text: str) -> None:
        """Read words that were pasted and store what was understood."""

        def read(_: Progress) -> NoticeReading:
            from jz_training.readers.notice.pasted import read_notice_text

            return read_notice_text(text)

        self._read("读取通知", read, None)

    # --- the steps, one after another ----------------------------------------------------------

    def _read(
        self, title: str, read: Callable[[Progress], NoticeReading], source: Path | None
    ) -> None:
        self._ctx.work.long(
            title, read, lambda reading: self._look_up(reading, source), owner=self._owner
        )

    def _look_up(self, reading: NoticeReading, source: Path | None) -> None:
        notices = self._ctx.desk.notices

        def known(row: NoticeRow | None) -> None:
            if row is None:
                self._store(reading, source)
            else:
                self._ask(row, reading, source)

        # without a key: a second notice that follows at once must not push the first one out
        self._ctx.work.read(lambda: notices.same_as(reading), known, owner=self._owner)

    def _ask(self, row: NoticeRow, reading: NoticeReading, source: Path | None) -> None:
        dialog = SameNoticeDialog(self._owner, row)
        dialog.opened.connect(lambda: self._ctx.open_page("notice", notice_id=row.id))
        dialog.again.connect(lambda: self._store(reading, source))
        dialog.open()

    def _store(self, reading: NoticeReading, source: Path | None) -> None:
        notices = self._ctx.desk.notices

        def stored(notice_id: UUID) -> None:
            self._ctx.open_page("notice", notice_id=notice_id, tab="text")
            self._ctx.toast(read_words(reading), undo=True)

        self._ctx.work.long(
            "存入通知",
            lambda _: notices.add(reading, source=source),
            stored,
            owner=self._owner,
            kinds=(kinds.NOTICES, kinds.DOCUMENTS),
            on_desk=True,
        )


def read_words(reading: NoticeReading) -> str:
    """Return what was read, and what of it needs the reader's eye."""
    count = len(reading.obligations)
    left = sum(one.code is RemarkCode.LEFT_TO_READER for one in reading.remarks)
    words = f"读到 {count} 项要求，请对照原文核对。"
    if not count:
        words = "没有读出要求，请对照原文，选中文字新增要求。"
    if reading.event is not None:
        words += "读到一次会议，可以建为场次。"
    if left:
        words += f"另有 {left} 处请您判断。"
    return words + "".join(remark_words(one) for one in reading.remarks if one.code in _TOLD)


#: What cannot be seen on the page of the notice and has to be told at once.
_TOLD = frozenset({RemarkCode.TEXT_CUT, RemarkCode.PAGES_WITHOUT_TEXT, RemarkCode.NO_TITLE})
