"""A tab of the page of one notice."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QWidget


class NoticeTab(QWidget):
    """Base of the tabs: shows whichever notice the page has."""

    def show_notice(self, notice_id: UUID) -> None:
        """Show a notice, reading it from the desk; called each time the tab is opened."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Read what is shown again, after a change."""
        raise NotImplementedError
