"""Nothing opens as a window of its own while a page or a dialog is made."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from jz_training.ui.pages import all_pages
from jz_training.ui.people.person_dialog import PersonChoices, PersonDialog


class _Openings(QObject):
    """Notes every widget that is shown as a window."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.found.append(type(watched).__name__)
        return False


@pytest.fixture
def openings(qapp):
    made = _Openings()
    qapp.installEventFilter(made)
    yield made
    qapp.removeEventFilter(made)


@pytest.mark.parametrize("spec", all_pages(), ids=lambda spec: spec.key)
def test_a_page_shows_nothing_before_it_is_shown(spec, ctx, qtbot, settle, openings):
    made = spec.make(ctx)
    qtbot.addWidget(made)
    settle()
    assert openings.found == []


def test_a_dialog_opens_as_one_window(ctx, qtbot, openings):
    parent = QWidget()
    qtbot.addWidget(parent)
    PersonDialog(ctx, parent, choices=PersonChoices()).open()
    QApplication.processEvents()
    assert openings.found == ["PersonDialog"]
