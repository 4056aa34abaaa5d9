"""From the notice to the duties, and from the duties to the evidence, through the window."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from jz_training.domain.outreach import PlaceKind
from jz_training.domain.publicity import Channel, Genre
from jz_training.domain.training import TrainingForm, TrainingState
from jz_training.paths import resources
from jz_training.services.desk import Desk
from jz_training.services.ledger import TrainingQuery
from jz_training.ui.home.home_overview import Pressable
from jz_training.ui.home.home_page import HomePage
from jz_training.ui.notices.coverage_tab import CoverageTab
from jz_training.ui.notices.notice_page import NoticePage
from jz_training.ui.notices.notices_page import NoticesPage
from jz_training.ui.notices.task_book_tab import TaskBookTab
from jz_training.ui.plans.plans_page import PlansPage
from jz_training.ui.plans.proposal_dialog import ProposalDialog
from jz_training.ui.publicity.publicity_page import PublicityPage
from jz_training.ui.statistics.rows_dialog import RowsDialog
from jz_training.ui.trainings.training_list_tab import TrainingListTab
from jz_training.ui.trainings.training_new_page import TrainingNewPage
from jz_training.ui.trainings.training_page import TrainingPage
from tests.journeys.keyboard import CTRL
from tests.journeys.windows import Window
from tests.services.stories import some_people

PEOPLE = 12
TOPIC = "替职工说话办事是工会的基本职责"
#: Kind, state and gap of every duty of the sample notice, counted by hand from what the journey
#: enters: a settled plan, one study meeting of everybody on one topic, one commentary on WeChat,
#: one talk in a workshop before thirty people.
BY_HAND = (
    ("学习材料", "未开始", "还没有存入材料"),
    ("学习内容", "未开始", "还差：工会工作始终要有正确的政治方向"),
    ("学习内容", "未开始", "还差：把职工组织起来搞好生产是工会工作的中心任务"),
    ("学习内容", "已落实", "—"),  # the topic of the study meeting
    ("学习内容", "未开始", "还差：守住劳动安全和队伍稳定的底线"),
    ("学习内容", "未开始", "还差：工会自身改革的方向是把力量放到基层"),
    ("组织领导", "未开始", "还没有存入材料"),
    ("全面落实", "部分落实", "其他要求还有 26 项没有落实"),  # 28 others, 2 of them settled
    ("学习内容", "未开始", "还差：工会法和工会章程、安全生产月活动、本单位四季度生产任务"),
    ("必修", "未开始", "还没有设为必修的场次"),
    ("培训计划", "已落实", "—"),
    ("学习形式", "部分落实", "还差：报告会、研讨会、云直播、辅导讲座"),  # one form of five
    ("学习形式", "部分落实", "还差 3 场专题学习会"),  # 4 - 1
    ("分层分类", "部分落实", "还有 9 批没有举办"),  # 2 期 + 4 期 + 3 批 of the plan
    ("中心组", "未开始", "还差 2 次中心组学习"),
    ("学习形式", "未开始", "还差：理论研讨会"),
    ("领导带头", "未开始", "领导班子还没有学习，首场培训已于11月16日举办"),
    ("媒体宣传", "未开始", "还差：新闻网站、新媒体平台"),
    ("媒体宣传", "部分落实", "还差：传统媒体、微博、微视频、客户端"),  # WeChat is there
    ("宣传阵地", "未开始", "还差：工人文化宫、职工书屋、宣传栏"),
    ("专栏文章", "未开始", "还差：专栏"),
    ("专栏文章", "部分落实", "还差 1 篇评论"),  # 2 - 1
    ("专栏文章", "未开始", "还差 5 篇体会文章"),
    ("宣讲", "部分落实", "还差 5 场（进企业、进车间、进班组、云宣讲、微宣讲、宣讲）"),  # 6 - 1
    ("宣讲", "部分落实", "还差 270 人次"),  # 300 - 30
    ("覆盖面", "部分落实", "请核对后认定"),
    ("具体措施", "未开始", "还没有存入材料"),
    ("时间表", "未开始", "还没有分解任务"),
    ("报告", "未开始", "尚未报送"),
)
SETTLED = 2


def test_a_notice_becomes_duties_a_plan_trainings_and_a_task_book(
    window: Window, desk: Desk
) -> None:
    some_people(desk, PEOPLE)
    notice = taken_in(window, desk)
    planned(window, desk, notice)
    training = held(window, desk)
    published(window, notice)
    talked(window, notice)
    counted(window, notice)
    covered(window, notice, training)
    remembered(window, notice)


def taken_in(window: Window, desk: Desk) -> UUID:
    """Paste the sample notice, see its duties, and note that they were held against the text."""
    text = (resources() / "sample" / "通知.txt").read_text(encoding="utf-8")
    QGuiApplication.clipboard().setText(text)
    window.open(NoticesPage, "notices").paste()
    settle_all(window)
    page = window.page(NoticePage)
    assert page.tabs.text_of("text") == "原文与要求 29"
    page.review.click()
    settle_all(window)
    (row,) = desk.notices.list()
    assert row.reviewed
    return row.id


def planned(window: Window, desk: Desk, notice: UUID) -> None:
    """Make a plan of the duties and make it final."""
    window.page(NoticePage).plan.click()
    settle_all(window)
    page = window.page(PlansPage)
    (dialog,) = page.findChildren(ProposalDialog)
    dialog.verb.click()
    settle_all(window)
    plan = desk.plans.of_notice(notice)
    assert plan is not None
    assert page.plan.table.model.rowCount() == len(plan.items)
    page.settling.click()
    settle_all(window)


def held(window: Window, desk: Desk) -> UUID:
    """Schedule the study meeting of the plan for last week, mark everybody present, close it."""
    page = window.page(PlansPage)
    model = page.plan.table.model
    rows = [row for row in map(model.row_at, range(model.rowCount())) if row is not None]
    item = next(row for row in rows if row.draft.form is TrainingForm.STUDY)
    page.plan.table.select(item.id)
    page.scheduling.click()
    settle_all(window)
    editor = window.page(TrainingNewPage).editor
    editor.fields.when.day.setText("11-16")
    editor.fields.topics.set_value((TOPIC,))
    assert TOPIC in editor.fields.topics.entry.suggestions("职工")
    window.page(TrainingNewPage).save.click()
    settle_all(window)
    training = window.page(TrainingPage)
    tab = training.tab("list")
    assert isinstance(tab, TrainingListTab)
    tab.freeze.click()
    settle_all(window)
    training.tabs.choose("attendance")
    settle_all(window)
    window.shell.activateWindow()  # the proposal was a window of its own
    settle_all(window)
    training.attendance.panel.field.setFocus()
    window.keys.press(Qt.Key.Key_A, CTRL)
    window.keys.press(Qt.Key.Key_Return, CTRL)
    settle_all(window)
    (made,) = desk.trainings.list(TrainingQuery())
    assert (made.state, made.tally.present) == (TrainingState.CLOSED, PEOPLE)
    return made.training_id


def published(window: Window, notice: UUID) -> None:
    """Enter a commentary in the line of the log, where only this notice is shown."""
    page = window.open(PublicityPage, "publicity", tab="articles", notice_id=notice)
    entry = page.articles.entry
    entry.headline.setText("把学习办到机台旁")
    entry.channel.set_value(Channel.WECHAT)
    entry.genre.set_value(Genre.COMMENTARY)
    entry.save.click()
    settle_all(window)
    assert page.articles.table.model.rowCount() == 1


def talked(window: Window, notice: UUID) -> None:
    """Enter a talk in a workshop with thirty listeners."""
    page = window.open(PublicityPage, "publicity", tab="talks", notice_id=notice)
    entry = page.talks.entry
    entry.topic.setText("班前微宣讲")
    entry.form.set_value(TrainingForm.MICRO_OUTREACH)
    entry.when.day.setText("11-19")
    entry.kind.set_value(PlaceKind.WORKSHOP)
    entry.place.setText("织造车间")
    entry.heads.setText("30")
    entry.save.click()
    settle_all(window)
    assert page.talks.table.model.rowCount() == 1


def counted(window: Window, notice: UUID) -> None:
    """Hold the task book against a count by hand."""
    page = window.open(NoticePage, "notice", notice_id=notice, tab="tasks")
    settle_all(window)
    tab = page.tab("tasks")
    assert isinstance(tab, TaskBookTab)
    model = tab.table.model
    shown = [
        tuple(str(model.data(model.index(at, column))) for column in (2, 5, 7))
        for at in range(model.rowCount())
    ]
    assert shown == list(BY_HAND)
    assert page.tabs.text_of("tasks") == f"任务书 {SETTLED}/29"


def covered(window: Window, notice: UUID, training: UUID) -> None:
    """Open the training behind the cell of a clause, and behind the tick of its topic."""
    page = window.open(NoticePage, "notice", notice_id=notice, tab="coverage")
    settle_all(window)
    tab = page.tab("coverage")
    assert isinstance(tab, CoverageTab)
    assert tab.clauses.table is not None
    model = tab.clauses.table.model
    rows = [row for row in map(model.row_at, range(model.rowCount())) if row is not None]
    study = next(row for row in rows if row.path == "二、（二）2.")
    last = len(model.columns) - 1
    assert model.cell(rows.index(study), last).text == f"1 场 {PEOPLE} 人次"
    tab.clauses.asked.emit(study, last)
    (dialog,) = tab.findChildren(RowsDialog)
    dialog.table.view.clicked.emit(dialog.table.model.index(0, 1))
    settle_all(window)
    assert window.page(TrainingPage).title == "专题学习会"


def remembered(window: Window, notice: UUID) -> None:
    """See on the first page what is overdue or due, and go to it."""
    home = window.open(HomePage, "home")
    settle_all(window)
    report = home.duties.duties[0]
    assert report.duty.obligation.by == date(2026, 11, 30)
    home.duties.findChildren(Pressable)[0].pressed.emit()
    settle_all(window)
    tab = window.page(NoticePage).tab("tasks")
    assert isinstance(tab, TaskBookTab)
    assert tab.detail.duty is not None
    assert tab.detail.duty.obligation.id == report.duty.obligation.id


def settle_all(window: Window) -> None:
    """Wait until one thing has led to the next: reading, storing, showing."""
    for _ in range(4):
        window.settle()
