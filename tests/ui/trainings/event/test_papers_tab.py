"""Agenda and papers before the event, drawn from what is stored, saved as files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from jz_training.domain.agenda import AgendaItem
from jz_training.domain.meeting_papers import NameTentSize
from jz_training.services.desk import Desk
from jz_training.ui.context import Context
from jz_training.ui.trainings.event.agenda_dialog import AgendaDialog
from jz_training.ui.trainings.event.paper_wish import (
    CardGroup,
    PaperKind,
    PaperWish,
    card_people,
    draw_paper,
    notice_view,
)
from jz_training.ui.trainings.event.papers_tab import PapersTab
from tests.services.stories import a_listed_training
from tests.ui.conftest import Answers

Settle = Callable[[], None]

DRAWN = [kind for kind in PaperKind if kind is not PaperKind.CALENDAR]


@pytest.fixture
def training(desk: Desk) -> UUID:
    return a_listed_training(desk, people=4, chair="周建业", speaker="秦晓峰、叶静")


@pytest.fixture
def tab(qtbot: QtBot, ctx: Context, training: UUID, settle: Settle) -> PapersTab:
    made = PapersTab(ctx)
    qtbot.addWidget(made)
    made.show()
    made.show_training(training)
    settle()
    settle()
    return made


def asked(tab: PapersTab, settle: Settle) -> AgendaDialog:
    tab.options.agenda.click()
    settle()
    dialog = tab.findChild(AgendaDialog)
    assert dialog is not None
    return dialog


@pytest.mark.parametrize("kind", DRAWN)
def test_every_paper_is_drawn(desk: Desk, training: UUID, kind: PaperKind) -> None:
    assert draw_paper(desk, training, PaperWish(kind=kind)).startswith(b"%PDF-")


def test_a_notice_says_what_is_asked_and_whom_to_call(desk: Desk, training: UUID) -> None:
    wish = PaperWish(kind=PaperKind.NOTICE, requirements=("请提前签到",), contact="叶静")
    notice = notice_view(desk, training, wish)
    assert (notice.requirements, notice.contact) == (("请提前签到",), "叶静")
    assert notice.addressees == desk.papers.notice(training).addressees


def test_cards_are_for_the_rostrum_the_speakers_or_all(desk: Desk, training: UUID) -> None:
    names = {
        group: [
            person.name
            for person in card_people(desk, training, PaperWish(kind=PaperKind.CARDS, whom=group))
        ]
        for group in CardGroup
    }
    assert names[CardGroup.ROSTRUM] == ["周建业", "秦晓峰", "叶静"]
    assert names[CardGroup.SPEAKERS] == ["秦晓峰", "叶静"]
    assert len(names[CardGroup.ALL]) == 4


def test_each_paper_shows_only_its_own_options(tab: PapersTab) -> None:
    tab.choose(PaperKind.CARDS)
    assert tab.options.addressees.isHidden()
    assert not tab.options.front.isHidden()
    tab.options.whom.set_value(CardGroup.ALL.value)
    tab.options.show_kind(PaperKind.CARDS)
    assert tab.options.front.isHidden()
    tab.options.tent.set_value(NameTentSize.STAND.value)
    assert tab.options.wish().size is NameTentSize.STAND


def test_an_agenda_counts_its_hours_and_is_saved(
    tab: PapersTab, desk: Desk, training: UUID, settle: Settle
) -> None:
    dialog = asked(tab, settle)
    items = (
        AgendaItem(what="传达精神", who="秦晓峰", minutes=60), AgendaItem(what="讨论", minutes=45)
    )  # fmt: skip
    dialog.lines.show_items(items)
    dialog.lines.edited.emit()
    assert [line.hour.text() for line in dialog.lines.lines] == ["15:00", "16:00", "16:45"]
    assert "多 15 分钟" in dialog.total.text()
    dialog.verb.click()
    settle()
    assert desk.agendas.get(training) == items
    desk.history.undo_last()
    assert desk.agendas.get(training) == ()


def test_a_line_without_words_is_pointed_at(tab: PapersTab, settle: Settle) -> None:
    dialog = asked(tab, settle)
    dialog.lines.show_items((AgendaItem(what="", who="叶静"),))
    dialog.verb.click()
    assert dialog.trouble.text() == "第 1 项还没有写内容。"


def test_an_unknown_length_leaves_later_hours_open(tab: PapersTab, settle: Settle) -> None:
    dialog = asked(tab, settle)
    dialog.lines.show_items((AgendaItem(what="传达精神"), AgendaItem(what="讨论")))
    assert [line.hour.text() for line in dialog.lines.lines] == ["15:00", "—", "—"]


def test_notice_and_calendar_are_saved_as_files(
    tab: PapersTab, settle: Settle, answers: Answers, tmp_path: Path
) -> None:
    answers.paths = [tmp_path / "通知.docx", tmp_path / "日历"]
    tab.options.docx.click()
    settle()
    tab.options.ics.click()
    settle()
    assert (tmp_path / "通知.docx").read_bytes().startswith(b"PK")
    assert b"SUMMARY" in (tmp_path / "日历.ics").read_bytes()
