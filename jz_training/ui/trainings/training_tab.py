"""A tab of the page of one training."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QWidget


class TrainingTab(QWidget):
    """Base of the tabs: shows whichever training the page has."""

    def show_training(self, training_id: UUID) -> None:
        """Show a training, reading it from the desk; called each time the tab is opened."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Read what is shown again, after a change."""
        raise NotImplementedError
