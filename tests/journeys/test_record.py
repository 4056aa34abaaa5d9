"""A training is written up: the agenda as outline, text typed, kept by itself, printed."""

from __future__ import annotations

import io

import pdfplumber
from PySide6.QtCore import Qt

from jz_training.documents.record.record_paper import record_pdf
from jz_training.domain.agenda import AgendaItem
from jz_training.domain.attendance import PRESENT
from jz_training.services.desk import Desk
from jz_training.ui.trainings.record.record_tab import RecordTab
from jz_training.ui.trainings.training_page import TrainingPage
from tests.journeys.windows import Window
from tests.services.stories import a_listed_training


def test_an_agenda_becomes_a_record_that_is_printed(window: Window, desk: Desk) -> None:
    training = a_listed_training(desk, people=3, chair="周建业")
    desk.attendance.mark_rest(training, PRESENT)
    agenda = [AgendaItem(what="领学文件", who="叶静"), AgendaItem(what="交流发言")]
    desk.agendas.set(training, version=desk.trainings.get(training).version, items=agenda)
    page = window.open(TrainingPage, "training", training_id=training, tab="record")
    tab = page.tab("record")
    assert isinstance(tab, RecordTab)
    assert [box.heading.text() for box in tab.points.boxes] == ["领学文件", "交流发言"]
    tab.points.boxes[0].text.setFocus()
    window.keys.type("abc")
    window.keys.press(Qt.Key.Key_Tab)
    window.settle()
    record = desk.records.get(training)
    assert record.draft.points[0].text == "abc"
    with pdfplumber.open(io.BytesIO(record_pdf(record))) as paper:
        printed = "".join(page.extract_text() for page in paper.pages)
    assert "一、领学文件（叶静）" in printed
    assert "应到3人，实到3人" in printed
    window.shell.undo()
    window.settle()
    assert desk.records.get(training).version == 0
