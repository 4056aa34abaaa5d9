"""The tabs of one notice, in order; a tab is added here and nowhere else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from jz_training.ui.context import Context
from jz_training.ui.notices.coverage_tab import CoverageTab
from jz_training.ui.notices.documents_tab import DocumentsTab
from jz_training.ui.notices.duty_words import met_count
from jz_training.ui.notices.notice_head import NoticeHead
from jz_training.ui.notices.notice_tab import NoticeTab
from jz_training.ui.notices.task_book_tab import TaskBookTab
from jz_training.ui.notices.text_tab import TextTab


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeTabSpec:
    """How a tab is made, what it is called, and the count that stands behind its word."""

    key: str
    title: str
    make: Callable[[Context], NoticeTab]
    count: Callable[[NoticeHead], int | str | None] = lambda _: None


def notice_tabs() -> tuple[NoticeTabSpec, ...]:
    """Return the tabs there are; the first one is opened when none is asked for."""
    return (
        NoticeTabSpec(
            key="text",
            title="原文与要求",
            make=TextTab,
            count=lambda head: len(head.book.duties),
        ),
        NoticeTabSpec(
            key="tasks",
            title="任务书",
            make=TaskBookTab,
            count=lambda head: f"{met_count(head.book.duties)}/{len(head.book.duties)}",
        ),
        NoticeTabSpec(key="coverage", title="覆盖表", make=CoverageTab),
        NoticeTabSpec(
            key="documents",
            title="材料",
            make=DocumentsTab,
            count=lambda head: len(head.documents),
        ),
    )
