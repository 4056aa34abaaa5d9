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

    def show_duty(self, obligation_id: UUID) -> None:
        """Choose a duty as soon as it is there, where the tab shows duties."""

    def begin(self) -> None:
        """Begin what is new here (Ctrl+N)."""

    def show_paper(self) -> None:
        """Show what the tab has on paper (Ctrl+P)."""

    def focus_filter(self) -> None:
        """Put the cursor into the first filter (Ctrl+F)."""
