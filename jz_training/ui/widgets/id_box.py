"""The box to choose one thing by its title, or none."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QComboBox


class IdBox(QComboBox):
    """Offers things under their titles, below the words for none of them."""

    def __init__(self, nothing: str) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.addItem(nothing, None)

    def offer(self, things: Sequence[tuple[UUID, str]]) -> None:
        """Offer ids and titles, keeping the choice where it is still among them."""
        kept = self.value()
        while self.count() > 1:
            self.removeItem(1)
        for thing_id, title in things:
            self.addItem(title, thing_id)
        self.set_value(kept)

    def value(self) -> UUID | None:
        """Return the id of what is chosen."""
        chosen: UUID | None = self.currentData()
        return chosen

    def set_value(self, thing_id: UUID | None) -> None:
        """Choose a thing; what is not offered is none."""
        at = next((at for at in range(self.count()) if self.itemData(at) == thing_id), 0)
        self.setCurrentIndex(at)
