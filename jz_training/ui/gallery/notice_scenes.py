"""Pictures of notices: the list, one notice beside its duties, and the dialogs."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from PySide6.QtWidgets import QDialog, QWidget

from jz_training.domain.obligation import ObligationKind
from jz_training.domain.publicity import Channel, Genre, PublicityDraft
from jz_training.domain.training import TrainingDraft, TrainingForm
from jz_training.ui import kinds
from jz_training.ui.gallery.drawing import Scene, Stage
from jz_training.ui.notices.header_dialog import HeaderDialog
from jz_training.ui.notices.notice_page import NoticePage
from jz_training.ui.notices.notices_page import NoticesPage
from jz_training.ui.notices.obligation_dialog import ObligationDialog
from jz_training.ui.notices.paste_dialog import PasteDialog
from jz_training.ui.notices.same_notice_dialog import SameNoticeDialog
from jz_training.ui.notices.text_tab import TextTab
from jz_training.ui.page import Page
from jz_training.ui.trainings.training_new_page import TrainingNewPage

if TYPE_CHECKING:
    from jz_training.services.desk import Desk

P = TypeVar("P", bound=Page)
D = TypeVar("D", bound=QDialog)

#: Written for this picture; nobody ever issued it.
STUDY_NOTICE = """清河市总工会文件
清工文〔2026〕18号
清河市总工会关于认真学习宣传贯彻清河市工会第九次代表大会精神的通知
各基层工会：
清河市工会第九次代表大会于2026年10月20日闭幕。为把大会精神传达到每一名职工，现就有关事项通知如下。
一、提高认识，加强领导
各单位要把学习宣传贯彻大会精神列入重要议事日程，作出具体安排。
二、认真做好学习宣传贯彻工作
（一）组织好学习培训。要结合实际制定培训计划，通过举办专题学习会、报告会、研讨会、辅导讲座等，分层分类、分期分批组织工会干部参加培训。要召开中心组专题学习会议，领导干部要先学一步、学深一层。
（二）组织好宣传宣讲。要开设专题专栏，撰写系列评论和体会文章，每个单位不少于3篇。要组织微宣讲进企业、进车间、进班组，每季度不少于2场。
（三）抓好落实。要研究制定贯彻落实的具体措施，明确工作落实的时间表和路线图。要把学习成果转化为服务职工的实际行动。
三、及时报告情况
请各单位于12月20日前将学习宣传贯彻情况报市总工会办公室。
清河市总工会
2026年10月28日
"""

MEETING_NOTICE = """关于召开清河市基层工会主席学习交流会的通知
各基层工会：
经研究，决定召开基层工会主席学习交流会。现将有关事项通知如下。
一、时间：12月5日（星期六）上午9:00
二、地点：市工人文化宫三楼会议室
三、参加人员：各基层工会主席
四、内容：交流学习宣传贯彻情况
请参会人员提前10分钟签到。请各单位于12月2日前报送参会人员名单。
清河市总工会
2026年11月20日
"""


def notice_scenes() -> tuple[Scene, ...]:
    """Return the pictures in the order of the job."""
    return (
        Scene("notices-none", _empty),
        Scene("notices", _list),
        Scene("notices-none-found", _none_found),
        Scene("notice-paste", _paste),
        Scene("notice-same", _same),
        Scene("notice", _notice),
        Scene("notice-meeting", _meeting),
        Scene("notice-meeting-training", _meeting_training),
        Scene("notice-header", _header),
        Scene("obligation", lambda stage: _obligation(stage, ObligationKind.FORMS)),
        Scene("obligation-outreach", lambda stage: _obligation(stage, ObligationKind.OUTREACH)),
        Scene("obligation-new", _obligation_new),
    )


# --- finding the way -----------------------------------------------------------------------------


def _open(stage: Stage, kind: type[P], key: str, **what: object) -> P:
    stage.shell.open_page(key, **what)
    stage.settle()
    page = stage.shell.current
    assert isinstance(page, kind)
    return page


def _dialog(owner: QWidget, kind: type[D]) -> D:
    return owner.findChildren(kind)[-1]


def _desk(stage: Stage) -> Desk:
    assert stage.shell.current is not None
    return stage.shell.current.ctx.desk


def _taken_in(stage: Stage) -> dict[str, UUID]:
    """Return the invented notices by their title, taken in when they are not there yet."""
    from jz_training.readers.notice.pasted import read_notice_text

    work = stage.opening.work
    notices = _desk(stage).notices

    def take() -> None:
        if not notices.list():
            _begin(_desk(stage), notices.add(read_notice_text(STUDY_NOTICE)))
            notices.add(read_notice_text(MEETING_NOTICE))

    work.change(take, owner=stage.window, kinds=(kinds.NOTICES,))
    stage.settle()
    return {row.title: row.id for row in notices.list()}


def _begin(desk: Desk, notice_id: UUID) -> None:
    """Let some of what a notice demands have been done, and some be under way."""
    day = desk.now().date()
    for row in desk.obligations.of_notice(notice_id):
        if row.draft.kind is ObligationKind.LEADERSHIP:
            desk.obligations.confirm(row.id, day)
    desk.publicity.add(
        PublicityDraft(
            title="学习大会精神专栏开栏",
            day=day,
            channel=Channel.WECHAT,
            genre=Genre.COLUMN,
            notice_id=notice_id,
        )
    )
    start = desk.now() - timedelta(days=3)
    for form, title in (
        (TrainingForm.CENTRE_GROUP, "中心组专题学习会"),
        (TrainingForm.STUDY, "代表大会精神专题学习会（第1批）"),
    ):
        desk.trainings.schedule(
            TrainingDraft(
                title=title,
                form=form,
                start=start,
                end=start + timedelta(hours=2),
                notice_id=notice_id,
            )
        )


def _the(stage: Stage, word: str) -> NoticePage:
    found = next(found for title, found in _taken_in(stage).items() if word in title)
    return _open(stage, NoticePage, "notice", notice_id=found, tab="text")


def _text_tab(page: NoticePage) -> TextTab:
    tab = page.tab("text")
    assert isinstance(tab, TextTab)
    return tab


# --- the pictures --------------------------------------------------------------------------------


def _empty(stage: Stage) -> QWidget:
    page = _open(stage, NoticesPage, "notices")
    notices = page.ctx.desk.notices
    for row in notices.list():
        notices.remove(row.id)
    page.refresh()
    return stage.window


def _list(stage: Stage) -> QWidget:
    _taken_in(stage)
    page = _open(stage, NoticesPage, "notices")
    page.text.clear()
    page.table.view.selectRow(0)
    return stage.window


def _none_found(stage: Stage) -> QWidget:
    _list(stage)
    _open(stage, NoticesPage, "notices").text.setText("没有这样的通知")
    return stage.window


def _paste(stage: Stage) -> QWidget:
    page = _open(stage, NoticesPage, "notices")
    page.text.clear()
    dialog = PasteDialog(page)
    dialog.open()
    return dialog


def _same(stage: Stage) -> QWidget:
    page = _open(stage, NoticesPage, "notices")
    dialog = SameNoticeDialog(page, page.ctx.desk.notices.list()[0])
    dialog.open()
    return dialog


def _notice(stage: Stage) -> QWidget:
    page = _the(stage, "代表大会")
    stage.settle()
    _text_tab(page).duties.table.view.selectRow(2)
    return stage.window


def _meeting(stage: Stage) -> QWidget:
    _the(stage, "交流会")
    return stage.window


def _meeting_training(stage: Stage) -> QWidget:
    page = _the(stage, "交流会")
    stage.settle()
    _text_tab(page).meeting.make.click()
    stage.wait_until(lambda: isinstance(stage.shell.current, TrainingNewPage))
    return stage.window


def _header(stage: Stage) -> QWidget:
    page = _the(stage, "代表大会")
    stage.settle()
    page.edit_header()
    return _dialog(page, HeaderDialog)


def _obligation(stage: Stage, kind: ObligationKind) -> QWidget:
    page = _the(stage, "代表大会")
    stage.settle()
    tab = _text_tab(page)
    duties = tab.duties.table.model
    rows = [duties.row_at(at) for at in range(duties.rowCount())]
    row = next(row for row in rows if row is not None and row.obligation.draft.kind is kind)
    tab.changes.edit(row.obligation)
    stage.settle()
    return _dialog(page, ObligationDialog)


def _obligation_new(stage: Stage) -> QWidget:
    page = _the(stage, "代表大会")
    stage.settle()
    tab = _text_tab(page)
    tab.text.drop_selection()
    tab.add()
    stage.settle()
    return _dialog(page, ObligationDialog)
