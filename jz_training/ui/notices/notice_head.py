"""What the page of one notice reads from the desk for its head and its tabs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from jz_training.domain.filing import DocumentKind, FiledRow
from jz_training.domain.notice import NoticeView
from jz_training.domain.task_book import TaskBook
from jz_training.ui.notices.notices_columns import review_badge
from jz_training.ui.style.theme import Tone
from jz_training.ui.widgets.when import day_words

if TYPE_CHECKING:
    from jz_training.services.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeHead:
    """A notice with its task book as of a day, and the documents filed with it."""

    notice: NoticeView
    book: TaskBook
    documents: tuple[FiledRow, ...]
    today: date

    @property
    def badge(self) -> tuple[str, Tone]:
        """Return whether somebody has held the duties against the text."""
        return review_badge(reviewed=self.notice.reviewed)

    @property
    def facts(self) -> tuple[str, ...]:
        """Return the line behind the title."""
        header = self.notice.header
        return header.number, header.issuer, self._day_words()

    @property
    def original(self) -> FiledRow | None:
        """Return the notice's own file, None when it was pasted or is kept on paper."""
        kept = (one for one in self.documents if one.sha256 is not None)
        return next((one for one in kept if one.draft.kind is DocumentKind.NOTICE), None)

    def _day_words(self) -> str:
        header = self.notice.header
        if header.printed is not None:
            return f"{day_words(header.printed, today=self.today)}印发"
        return day_words(header.dated, today=self.today) if header.dated else ""


def read_head(desk: Desk, notice_id: UUID) -> NoticeHead:
    """Read a notice with its task book. Raises NotFound."""
    return NoticeHead(
        notice=desk.notices.get(notice_id),
        book=desk.duties.book(notice_id),
        documents=desk.documents.of_notice(notice_id),
        today=desk.now().date(),
    )
