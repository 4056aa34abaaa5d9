"""要办的要求: what of the notices needs a hand, on the first page."""

from __future__ import annotations

from datetime import date

import pytest

from jz_training.domain.obligation import ObligationDraft, ObligationKind
from jz_training.readers.notice.pasted import read_notice_text
from jz_training.ui.home.home_duties import MOST, waiting_words
from jz_training.ui.home.home_overview import Pressable
from jz_training.ui.home.home_page import HomePage
from tests.services.stories import some_people
from tests.ui.notices.notice_words import MEETING

TODAY = date(2026, 11, 22)


@pytest.fixture
def notice(desk):
    some_people(desk, 3)
    return desk.notices.add(read_notice_text(MEETING))


@pytest.fixture
def duty(desk, notice):
    """Return a way to give the notice a duty that is due on a day."""

    def made(due: date | None, title: str = "报送名单"):
        draft = ObligationDraft(kind=ObligationKind.REPORT, wording=title, own_due=due)
        return desk.obligations.add(notice, draft)

    return made


@pytest.fixture
def shown(qtbot, ctx, settle):
    made = HomePage(ctx)
    qtbot.addWidget(made)
    made.resize(1100, 760)
    made.show()

    def opened():
        made.show_for()
        settle()
        return made

    return opened


@pytest.mark.parametrize(
    ("due", "words"),
    [
        (date(2026, 11, 19), "逾期 3 天"),
        (TODAY, "今天到期"),
        (date(2026, 11, 27), "还有 5 天"),
    ],
)
def test_how_long_there_is_stands_with_a_duty(desk, duty, due, words):
    duty(due)
    (one,) = desk.duties.due()
    assert waiting_words(one, today=TODAY) == words


def test_the_card_is_hidden_while_nothing_is_due(shown, duty):
    duty(None)
    assert shown().duties.isHidden()


def test_a_duty_opens_its_task_book(shown, notice, duty, said, qtbot):
    due = duty(date(2026, 11, 19))
    page = shown()
    assert page.duties.isVisible()
    line = page.duties.findChildren(Pressable)[0]
    assert line.accessibleName() == "报送名单，逾期 3 天"
    line.pressed.emit()
    assert said.opened[-1] == (
        "notice",
        {"notice_id": notice, "tab": "tasks", "obligation_id": due},
    )


def test_the_earliest_come_first_and_the_rest_is_counted(shown, duty):
    for day in (26, 24, 25, 23):
        duty(date(2026, 11, day), f"{day}日的事")
    card = shown().duties
    lines = [line.accessibleName() for line in card.findChildren(Pressable) if not line.isHidden()]
    assert len(lines) == MOST
    assert lines[0] == "23日的事，还有 1 天"
    assert card.note.text() == "4 项"


def test_the_first_steps_offer_a_notice(shown, said):
    page = shown()
    page.start.asked.emit("notice")
    assert said.opened[-1] == ("notices", {"take": "file"})
