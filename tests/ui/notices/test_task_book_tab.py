"""任务书: every duty, how it stands, by what, and what can be done about it."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt

from jz_training.domain.filing import DocumentKind, FiledDraft
from jz_training.domain.obligation import ObligationDraft, ObligationKind
from jz_training.domain.publicity import Channel, Genre, PublicityDraft
from jz_training.domain.task_book import DutyState
from jz_training.domain.training import TrainingForm
from jz_training.ui.notices.count_in_dialog import CountInDialog
from jz_training.ui.notices.day_dialog import DayDialog
from jz_training.ui.notices.document_dialog import DocumentDialog
from jz_training.ui.notices.obligation_dialog import ObligationDialog
from jz_training.ui.plans.task_dialog import TaskDialog
from tests.services.stories import a_listed_training

_HELD = datetime(2026, 11, 16, 15, 0)


@pytest.fixture
def book(page, study, settle):
    """Return the tab 任务书 of the notice with three demands: plan, forms, report."""
    page.show_for(notice_id=study, tab="tasks")
    settle()
    settle()
    return page.tab("tasks")


@pytest.fixture
def held(desk, study):
    """Return a study meeting of the notice that is over."""
    return a_listed_training(
        desk, people=3, title="专题学习会", form=TrainingForm.STUDY, notice_id=study,
        start=_HELD, end=_HELD + timedelta(hours=2),
    )  # fmt: skip


def the(desk, study, kind):
    return next(row for row in desk.obligations.of_notice(study) if row.draft.kind is kind)


def choose(book, desk, study, kind, settle):
    book.show_duty(the(desk, study, kind).id)
    settle()


def cells(table, column):
    model = table.model
    return [str(model.data(model.index(at, column))) for at in range(model.rowCount())]


def test_every_duty_is_a_row_with_its_number_state_and_gap(book):
    assert cells(book.table, 0) == ["1", "2", "3"]
    assert cells(book.table, 5) == ["未开始"] * 3
    assert "还没有培训计划" in cells(book.table, 7)
    assert "尚未报送" in cells(book.table, 7)


def test_the_tab_tells_how_many_are_settled(page, book):
    assert page.tabs.text_of("tasks") == "任务书 0/3"


def test_choices_count_their_duties_and_leave_out_the_others(book, desk, study, held, settle):
    book.refresh()
    settle()
    assert book.filter.group.words("not_begun") == "未开始 2"
    assert book.filter.group.words("under_way") == "进行中 1"
    book.filter.group.set_value("under_way")
    book.filter.changed.emit()
    assert cells(book.table, 0) == ["2"]  # its number in the whole book


def test_duties_of_one_person_are_found_by_owner(book, desk, study, settle):
    row = the(desk, study, ObligationKind.REPORT)
    changed = ObligationDraft(kind=row.draft.kind, phrase=row.draft.phrase, owner="办公室")
    desk.obligations.change(row.id, version=row.version, draft=changed)
    book.refresh()
    settle()
    book.filter.owner.setCurrentIndex(book.filter.owner.findData("办公室"))
    assert cells(book.table, 3) == ["办公室"]
    book.filter.clear()
    assert book.table.model.rowCount() == 3


def test_an_empty_choice_offers_all_duties_again(book):
    book.filter.group.set_value("overdue")
    book.filter.changed.emit()
    assert book.table.model.rowCount() == 0
    book.filter.clear()
    assert book.table.model.rowCount() == 3


def test_a_duty_asked_for_is_shown_whatever_the_filter_says(book, desk, study, settle):
    book.filter.group.set_value("settled")
    book.filter.changed.emit()
    choose(book, desk, study, ObligationKind.REPORT, settle)
    assert book.detail.duty.obligation.draft.kind is ObligationKind.REPORT


def test_the_words_figures_and_gaps_of_a_duty_stand_below(book, desk, study, held, settle):
    book.refresh()
    choose(book, desk, study, ObligationKind.FORMS, settle)
    assert "专题学习会、报告会" in book.detail.phrase.text()
    assert "专题学习会 1" in book.detail.figures.text()
    assert "还差：报告会" in book.detail.gaps.text()
    assert book.detail.badge.word == "部分落实"


def test_each_piece_of_evidence_opens_its_page(book, desk, study, held, said, settle):
    book.refresh()
    choose(book, desk, study, ObligationKind.FORMS, settle)
    book.detail.evidence.view.selectRow(0)
    book.detail.evidence.view.clicked.emit(book.detail.evidence.model.index(0, 1))
    assert said.opened[-1] == ("training", {"training_id": held})


def test_publicity_is_opened_where_it_is_kept(book, desk, study, said, settle):
    duty = the(desk, study, ObligationKind.FORMS)
    article = desk.publicity.add(
        PublicityDraft(title="学习专栏", day=date(2026, 11, 2), channel=Channel.WECHAT,
                       genre=Genre.COLUMN, notice_id=study)
    )  # fmt: skip
    (found,) = [one for one in desk.duties.candidates(duty.id) if one.id == article]
    book.detail.opened.emit(found)
    key, what = said.opened[-1]
    assert (key, what["tab"], what["publicity_id"]) == ("publicity", "articles", article)


def test_evidence_is_taken_out_and_counted_in_again(book, desk, study, held, settle):
    book.refresh()
    choose(book, desk, study, ObligationKind.FORMS, settle)
    book.detail.evidence.view.selectRow(0)
    assert not book.detail.taking_out.isHidden()
    book.detail.taking_out.click()
    settle()
    settle()
    assert book.detail.evidence.model.rowCount() == 0
    book.detail.count.click()
    settle()
    (dialog,) = book.findChildren(CountInDialog)
    assert not dialog.verb.isEnabled()
    dialog.table.view.selectRow(0)
    dialog.verb.click()
    settle()
    settle()
    assert cells(book.detail.evidence, 1) == ["专题学习会"]


def test_what_is_computed_cannot_be_counted_by_hand(book, desk, study, settle):
    choose(book, desk, study, ObligationKind.PLAN, settle)
    assert book.detail.count.isHidden()
    assert book.detail.judge.isHidden()


def test_only_the_secretary_can_declare_the_rest_met(book, desk, study, settle):
    other = desk.obligations.add(
        study, ObligationDraft(kind=ObligationKind.OTHER, wording="转化为实际行动")
    )
    book.refresh()
    book.show_duty(other)
    settle()
    assert book.detail.judge.text() == "认定落实"
    book.detail.judge.click()
    settle()
    settle()
    assert desk.obligations.get(other).confirmed_on == desk.now().date()
    assert book.detail.judge.text() == "取消认定"
    book.detail.judge.click()
    settle()
    assert desk.obligations.get(other).confirmed_on is None


def test_a_report_is_noted_with_its_day_and_can_be_undone(book, desk, study, settle):
    choose(book, desk, study, ObligationKind.REPORT, settle)
    book.detail.judge.click()
    (dialog,) = book.findChildren(DayDialog)
    dialog.day.setText("11-20")
    dialog.verb.click()
    settle()
    settle()
    row = the(desk, study, ObligationKind.REPORT)
    assert row.reported_on == date(2026, 11, 20)
    assert book.detail.duty.state is DutyState.REPORTED
    desk.history.undo_last()
    assert the(desk, study, ObligationKind.REPORT).reported_on is None


def test_a_day_that_cannot_be_read_is_said_under_its_field(book, desk, study, settle):
    choose(book, desk, study, ObligationKind.REPORT, settle)
    book.detail.judge.click()
    (dialog,) = book.findChildren(DayDialog)
    dialog.day.setText("改天")
    dialog.verb.click()
    assert "没有看懂“改天”" in dialog.form.error("day")
    dialog.reject()


def test_a_file_is_filed_with_the_duty_chosen(book, desk, study, answers, tmp_path, settle):
    choose(book, desk, study, ObligationKind.PLAN, settle)
    source = tmp_path / "学习培训方案.txt"
    source.write_text("方案", encoding="utf-8")
    answers.paths = [source]
    book.detail.file.click()
    (dialog,) = book.findChildren(DocumentDialog)
    assert dialog.kind.currentText() == "方案、计划"
    dialog.verb.click()
    settle()
    (filed,) = desk.documents.of_obligation(the(desk, study, ObligationKind.PLAN).id)
    assert (filed.draft.name, filed.draft.kind) == ("学习培训方案", DocumentKind.PLAN)


def test_a_task_begins_with_owner_and_day_of_its_duty(book, desk, study, settle):
    choose(book, desk, study, ObligationKind.REPORT, settle)
    book.detail.task.click()
    settle()
    (dialog,) = book.findChildren(TaskDialog)
    dialog.measure.setText("起草情况报告")
    dialog.verb.click()
    settle()
    (task,) = desk.tasks.list(study).rows
    duty = the(desk, study, ObligationKind.REPORT)
    assert (task.draft.obligation_id, task.draft.due) == (duty.id, date(2026, 12, 20))


def test_enter_edits_the_duty(book, qtbot, settle):
    book.table.view.selectRow(1)
    qtbot.keyClick(book.table.view, Qt.Key.Key_Return)
    settle()
    (dialog,) = book.findChildren(ObligationDialog)
    dialog.reject()


def test_the_book_is_saved_as_a_workbook(book, answers, tmp_path, settle):
    target = tmp_path / "任务书.xlsx"
    answers.paths = [target]
    book.save()
    settle()
    assert target.read_bytes().startswith(b"PK")


def test_a_document_kept_on_paper_says_so_when_it_is_opened(book, desk, study, said, settle):
    duty = the(desk, study, ObligationKind.FORMS)
    paper = desk.documents.file(
        FiledDraft(kind=DocumentKind.MATERIAL, name="学习读本", notice_id=study)
    )
    (found,) = [one for one in desk.duties.candidates(duty.id) if one.id == paper]
    book.detail.opened.emit(found)
    settle()
    assert said.toasts[-1] == "“学习读本”只有纸质件，没有存入文件。"


def test_who_may_only_read_sees_no_verbs(book, desk, monkeypatch, settle):
    monkeypatch.setattr(type(desk), "read_only", property(lambda _: True))
    book.refresh()
    settle()
    for made in (book.detail.count, book.detail.file, book.detail.task, book.detail.more):
        assert made.isHidden()
