"""Pictures of many trainings at once, and of what is around one event, on the sample union."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, TypeVar
from uuid import UUID

from PySide6.QtWidgets import QWidget

from jz_training.domain.agenda import AgendaItem
from jz_training.domain.batches import BatchBy
from jz_training.domain.training import TrainingDraft, TrainingForm
from jz_training.ui.gallery.drawing import Scene, Stage
from jz_training.ui.trainings.event.agenda_dialog import AgendaDialog
from jz_training.ui.trainings.event.paper_wish import PaperKind
from jz_training.ui.trainings.event.papers_tab import PapersTab
from jz_training.ui.trainings.event.rooms_tab import RoomsTab
from jz_training.ui.trainings.many.many_page import BATCHES, HOW, REPEAT, ManyPage
from jz_training.ui.trainings.training_new_page import TrainingNewPage
from jz_training.ui.trainings.training_page import TrainingPage

P = TypeVar("P")


def many_scenes() -> tuple[Scene, ...]:
    """Return the pictures in the order of the job."""
    return (
        Scene("training-new-hints", _hints),
        Scene("many-base", _base),
        Scene("many-batches", _batches),
        Scene("many-series", _series),
        Scene("viewpoints", _viewpoints, acts=7),
        Scene("agenda", _agenda),
        Scene("papers", _papers),
        Scene("papers-cards", _cards),
        Scene("papers-rostrum", _rostrum),
    )


def _page(stage: Stage, kind: type[P]) -> P:
    stage.settle()
    page: Any = stage.shell.current
    assert isinstance(page, kind)
    return page


def _draft(stage: Stage, **changes: Any) -> TrainingDraft:
    page: Any = stage.shell.current
    day = page.ctx.desk.now().date() + timedelta(days=8)
    start = datetime(day.year, day.month, day.day, 15)
    facts: dict[str, Any] = {
        "title": "代表大会精神轮训",
        "form": TrainingForm.STUDY,
        "start": start,
        "end": start + timedelta(minutes=90),
        "venue": "职工之家二楼",
        "chair": "周建业",
    }
    return TrainingDraft(**(facts | changes))


def _hints(stage: Stage) -> QWidget:
    """A training at the hour and place of one that is planned already, moved to a Sunday."""
    from jz_training.services.ledger import TrainingQuery

    stage.shell.open_page("trainings")
    stage.settle()
    page: Any = stage.shell.current
    desk = page.ctx.desk
    rows = desk.trainings.list(TrainingQuery(newest_first=False))
    other = desk.trainings.get(next(r for r in rows if r.start > desk.now()).training_id).draft
    draft = _draft(
        stage, start=other.start, end=other.end, venue=other.venue, speaker=other.speaker
    )
    stage.shell.open_page("training_new", draft=draft)
    editor = _page(stage, TrainingNewPage).editor
    stage.wait_until(lambda: bool(editor.fields.hints.words()))
    return stage.window


def _many(stage: Stage, **changes: Any) -> ManyPage:
    stage.shell.open_page("trainings")
    stage.settle()
    stage.shell.open_page("training_many", draft=_draft(stage, **changes))
    return _page(stage, ManyPage)


def _base(stage: Stage) -> QWidget:
    _many(stage)
    return stage.window


def _batches(stage: Stage) -> QWidget:
    page = _many(stage)
    page.batches.choose(BatchBy.UNIT)
    page.batches.limit.setValue(40)
    page.choose(BATCHES)
    page.tabs.choose(HOW)
    stage.wait_until(lambda: bool(page.preview.preview.rows))
    page.preview.table.view.selectRow(1)
    return stage.window


def _series(stage: Stage) -> QWidget:
    page = _many(stage, title="班前微宣讲", form=TrainingForm.MICRO_OUTREACH, venue="织造车间")
    page.choose(REPEAT)
    page.tabs.choose(HOW)
    page.repeat.weekdays.set_value(("周二", "周五"))
    page.repeat.slots.shifts.click()
    page.repeat.until.setText("2027-01-15")
    page.repeat.exclude.setText("12-25")
    page.read()
    stage.settle()
    page.preview.table.view.selectRow(2)
    page.preview.toggle()
    return stage.window


def _broadcast(stage: Stage) -> UUID:
    """Enter a broadcast that three workshops watch, with its list; seven acts."""
    from jz_training.domain.viewpoint import ViewpointDraft

    stage.shell.open_page("trainings")
    stage.settle()
    page: Any = stage.shell.current
    desk = page.ctx.desk
    draft = _draft(stage, title="代表大会精神云直播", form=TrainingForm.BROADCAST, venue="职工之家")
    training_id: UUID = desk.trainings.schedule(draft)
    desk.lists.freeze(training_id)
    units = [unit for unit in desk.units.all() if "车间" in unit.name][:3]
    for unit, responsible in zip(units, ("叶静", "范德海", "秦晓峰"), strict=True):
        view = ViewpointDraft(
            name=f"{unit.name}分会场",
            room=f"{unit.name}学习室",
            responsible=responsible,
            units=(unit.id,),
        )
        desk.viewpoints.add(training_id, view)
    desk.viewpoints.assign(training_id)
    desk.agendas.set(training_id, version=desk.trainings.get(training_id).version, items=_ITEMS)
    return training_id


_ITEMS = (
    AgendaItem(what="收看直播", who="全体人员", minutes=60),
    AgendaItem(what="交流发言", who="各车间代表", minutes=20),
    AgendaItem(what="小结", who="周建业", minutes=10),
)


def _viewpoints(stage: Stage) -> QWidget:
    training_id = _broadcast(stage)
    stage.shell.open_page("training", training_id=training_id, tab="rooms")
    tab = _tab(stage, "rooms", RoomsTab)
    tab.rooms.view.selectRow(1)
    tab.lines.view.selectRow(2)
    return stage.window


def _planned(stage: Stage, kind: PaperKind) -> PapersTab:
    from jz_training.services.ledger import TrainingQuery

    stage.shell.open_page("trainings")
    stage.settle()
    page: Any = stage.shell.current
    desk = page.ctx.desk
    rows = desk.trainings.list(TrainingQuery(newest_first=False))
    row = next(r for r in rows if r.start > desk.now() and r.tally.expected)
    stage.shell.open_page("training", training_id=row.training_id, tab="papers")
    tab = _tab(stage, "papers", PapersTab)
    tab.choose(kind)
    stage.settle()
    stage.wait_until(lambda: tab.pane.view.pages > 0 and tab.pane.view.is_sharp)
    return tab


def _papers(stage: Stage) -> QWidget:
    _planned(stage, PaperKind.NOTICE)
    return stage.window


def _cards(stage: Stage) -> QWidget:
    _planned(stage, PaperKind.CARDS)
    return stage.window


def _rostrum(stage: Stage) -> QWidget:
    _planned(stage, PaperKind.ROSTRUM)
    return stage.window


def _agenda(stage: Stage) -> QWidget:
    tab = _planned(stage, PaperKind.AGENDA)
    tab.options.agenda.click()
    stage.settle()
    dialog = tab.findChild(AgendaDialog)
    assert dialog is not None
    dialog.lines.show_items(_ITEMS)
    dialog.lines.edited.emit()
    return dialog


def _tab(stage: Stage, key: str, kind: type[P]) -> P:
    tab: Any = _page(stage, TrainingPage).tab(key)
    assert isinstance(tab, kind)
    return tab
