"""Adding and changing an obligation."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from jz_training.domain.obligation import ObligationDraft, ObligationKind, Per
from jz_training.domain.outreach import PlaceKind
from jz_training.domain.training import TrainingForm
from jz_training.ui.notices.obligation_dialog import NO_DAY, ObligationDialog, due_origin
from jz_training.ui.notices.obligation_words import COUNTS_AS


@pytest.fixture
def open_dialog(qtbot, ctx, study, settle):
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()

    def opened(row=None) -> ObligationDialog:
        dialog = ObligationDialog(ctx, parent, notice_id=study, row=row)
        dialog.open()
        settle()
        return dialog

    return opened


def _choose(dialog, kind):
    dialog.kind.setCurrentIndex(dialog.kind.findData(kind.value))


def test_a_duty_without_words_of_the_notice_needs_a_name(open_dialog, desk, study):
    dialog = open_dialog()
    dialog.verb.click()
    assert dialog.form.error("wording") == "请填写简称。"
    assert len(desk.obligations.of_notice(study)) == 3


def test_a_duty_is_added_with_what_its_kind_asks_for(open_dialog, desk, study, settle, said):
    dialog = open_dialog()
    dialog.wording.setText("进车间宣讲")
    _choose(dialog, ObligationKind.OUTREACH)
    dialog.details.ticks["places"].box("车间").click()
    dialog.details.count.number.setText("2")
    dialog.details.count.unit.setText("场")
    dialog.details.count.per.setCurrentIndex(dialog.details.count.per.findData(Per.QUARTER.value))
    dialog.own_due.setText("2026-12-01")
    dialog.verb.click()
    settle()
    added = desk.obligations.of_notice(study)[-1].draft
    assert added == ObligationDraft(
        kind=ObligationKind.OUTREACH,
        wording="进车间宣讲",
        places=(PlaceKind.WORKSHOP,),
        count=2,
        unit="场",
        per=Per.QUARTER,
        own_due=date(2026, 12, 1),
    )
    assert said.toasts[-1] == "已新增要求。"


def test_what_was_read_is_there_and_comes_back_unchanged(open_dialog, desk, study):
    forms = desk.obligations.of_notice(study)[1]
    dialog = open_dialog(forms)
    assert dialog.draft() == forms.draft
    assert forms.draft.forms == (TrainingForm.STUDY, TrainingForm.REPORT)


def test_the_words_of_a_day_and_the_origin_of_its_year_are_shown(open_dialog, desk, study):
    dialog = open_dialog(desk.obligations.of_notice(study)[2])
    assert due_origin(dialog.draft()) == "原文：“于12月20日前”，没有写年份，按通知日期取为2026年"


def test_the_sentence_about_evidence_follows_the_kind(open_dialog):
    dialog = open_dialog()
    for kind in ObligationKind:
        _choose(dialog, kind)
        assert dialog.counts_as.text() == COUNTS_AS[kind]


def test_what_was_entered_for_one_kind_is_kept_for_another(open_dialog):
    dialog = open_dialog()
    _choose(dialog, ObligationKind.FORMS)
    dialog.details.count.number.setText("3")
    _choose(dialog, ObligationKind.ARTICLES)
    assert dialog.draft().count == 3


def test_a_day_that_cannot_be_read_is_pointed_out(open_dialog, desk, study):
    dialog = open_dialog(desk.obligations.of_notice(study)[0])
    dialog.own_due.setText("尽快")
    dialog.verb.click()
    assert dialog.rest.error("own_due") == NO_DAY
    assert dialog.isVisible()


def test_a_count_that_cannot_be_read_is_pointed_out(open_dialog, desk, study):
    dialog = open_dialog(desk.obligations.of_notice(study)[1])
    dialog.details.count.number.setText("若干")
    dialog.verb.click()
    assert dialog.details.error("count") == "数量请写整数，如 3。"


def test_a_refusal_is_shown_under_its_field(open_dialog, desk, study, settle):
    dialog = open_dialog(desk.obligations.of_notice(study)[1])
    dialog.details.count.number.setText("0")
    dialog.verb.click()
    settle()
    assert dialog.details.error("count")
    assert dialog.verb.isEnabled()


def test_a_change_made_elsewhere_meanwhile_is_not_overwritten(open_dialog, desk, study, settle):
    row = desk.obligations.of_notice(study)[0]
    dialog = open_dialog(row)
    desk.obligations.change(row.id, version=row.version, draft=replace(row.draft, owner="宣教部"))
    dialog.owner.setText("办公室")
    dialog.verb.click()
    settle()
    assert "刚被别处改动过" in dialog.trouble.text()
    assert desk.obligations.get(row.id).draft.owner == "宣教部"


@pytest.mark.parametrize("change", [False, True], ids=["as opened", "after another kind"])
def test_enter_goes_on_through_all_parts(open_dialog, qtbot, change):
    dialog = open_dialog()
    dialog.wording.setText("组织学习")
    if change:
        _choose(dialog, ObligationKind.MEDIA)
    dialog.wording.setFocus()
    seen = []
    for _ in range(40):
        seen.append(dialog.focusWidget())
        if dialog.focusWidget() is dialog.note:
            break
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert dialog.isVisible()
    parts = [dialog.details.count.number, dialog.due, dialog.own_due, dialog.owner, dialog.note]
    assert seen[:2] == [dialog.wording, dialog.kind]
    assert [field for field in seen if field in parts] == parts
    if change:
        assert seen[2] is dialog.details.ticks["channels"].box("传统媒体")
