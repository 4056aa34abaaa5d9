"""A course of three days: made in the window, its sheet drawn, its hours seen."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from jz_training.domain.hours import HoursRule
from jz_training.labels.hours import RULE_EXAMPLES
from jz_training.services.desk import Desk
from jz_training.services.ledger import TrainingQuery
from jz_training.ui.trainings.print_tab import PrintTab
from jz_training.ui.trainings.training_new_page import TrainingNewPage
from jz_training.ui.trainings.training_page import TrainingPage
from tests.journeys.windows import Window
from tests.services.stories import some_people

MONDAY = date(2026, 12, 7)
RULE: HoursRule = RULE_EXAMPLES[1][0]


def test_a_course_of_three_days_has_its_hours_and_a_sheet_with_six_signatures(
    window: Window, desk: Desk
) -> None:
    some_people(desk, 14)
    desk.hours.add_rule(RULE)
    page = _enter_course(window)
    assert page.editor.fields.hours.text() == "24"
    assert "依据" in page.editor.fields._fields["hours"].hint
    page.save.click()
    window.settle()
    (row,) = desk.trainings.list(TrainingQuery())
    assert (row.hours, row.parts) == (Decimal(24), 6)
    desk.lists.freeze(row.training_id)
    course = window.open(TrainingPage, "training", training_id=row.training_id, tab="print")
    tab = course.tab("print")
    assert isinstance(tab, PrintTab)
    sheet = desk.sheets.prepare(row.training_id)
    assert len(sheet.parts) == 6


def _enter_course(window: Window) -> TrainingNewPage:
    """Fill the form with the quick maker and a rule set."""
    page = window.open(TrainingNewPage, "training_new")
    fields = page.editor.fields
    fields.title.setText("基层工会干部培训班")
    fields.parts.divide.click()
    fields.parts.quick.first.set_value(MONDAY)
    fields.parts.quick.days.setValue(3)
    fields.parts.quick.make.click()
    fields.rule.setCurrentIndex(1)
    fields.rule.rule_chosen.emit()
    window.settle()
    return page
