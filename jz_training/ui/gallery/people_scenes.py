"""Pictures of the home page, people and the import, on the sample union."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QDialog, QWidget

from jz_training.domain.roster import PersonRow
from jz_training.domain.roster_reading import Decision
from jz_training.services.people import PeopleQuery
from jz_training.ui.gallery.drawing import Scene, Stage
from jz_training.ui.home.home_page import HomePage
from jz_training.ui.page import Page
from jz_training.ui.people.people_export import ExportDialog
from jz_training.ui.people.people_page import PeoplePage
from jz_training.ui.people.person_dialog import PersonDialog
from jz_training.ui.people.unit_dialog import UnitDialog
from jz_training.ui.people.units_dialog import UnitsDialog
from jz_training.ui.roster_import.import_page import ImportPage

P = TypeVar("P", bound=Page)
D = TypeVar("D", bound=QDialog)


def home_scenes() -> tuple[Scene, ...]:
    """Return the pictures of the home page."""
    return (Scene("home", _home), Scene("home-first", _first_steps))


def people_scenes() -> tuple[Scene, ...]:
    """Return the pictures of people, units and the import, in the order of the job."""
    return (
        Scene("people", _people),
        Scene("people-none-found", _none_found),
        Scene("person", _person),
        Scene("person-more", _person_more),
        Scene("units", _units),
        Scene("unit", _unit),
        Scene("people-export", _export),
        Scene("import-choose", _choose),
        Scene("import-trouble", _trouble),
        Scene("import-preview", _preview),
        Scene("import-doubtful", _doubtful),
        Scene("import-skipped", lambda stage: _tab(stage, "skipped")),
        Scene("import-warnings", lambda stage: _tab(stage, "warnings")),
        Scene("import-done", _done),
        Scene("import-undone", _undone),
    )


# --- finding the way -----------------------------------------------------------------------------


def _open(stage: Stage, kind: type[P], key: str, **what: object) -> P:
    stage.shell.open_page(key, **what)
    stage.settle()
    page = stage.shell.current
    assert isinstance(page, kind)
    return page


def _dialog(owner: QWidget, kind: type[D]) -> D:
    """Return the dialog opened last: those closed before may still wait for their end."""
    return owner.findChildren(kind)[-1]


# --- 工作台 --------------------------------------------------------------------------------------


def _home(stage: Stage) -> QWidget:
    _open(stage, HomePage, "home")
    return stage.window


def _first_steps(stage: Stage) -> QWidget:
    _open(stage, HomePage, "home").show_steps()
    return stage.window


# --- 人员 ----------------------------------------------------------------------------------------


def _list(stage: Stage) -> PeoplePage:
    page = _open(stage, PeoplePage, "people")
    page.filters.clear()
    stage.settle()
    page.table.view.selectRow(2)
    return page


def _people(stage: Stage) -> QWidget:
    _list(stage)
    return stage.window


def _none_found(stage: Stage) -> QWidget:
    page = _list(stage)
    page.filters.text.setText("没有这样的姓名")
    stage.wait_until(lambda: page.table.model.rowCount() == 0)
    return stage.window


def _person(stage: Stage) -> QWidget:
    page = _list(stage)
    page.add_person()
    return _dialog(page, PersonDialog)


def _person_more(stage: Stage) -> QWidget:
    page = _list(stage)
    page.edit()
    stage.settle()
    dialog = _dialog(page, PersonDialog)
    dialog.unfold()
    return dialog


def _units(stage: Stage) -> UnitsDialog:
    page = _list(stage)
    page.open_units()
    stage.settle()
    dialog = _dialog(page, UnitsDialog)
    dialog.table.view.selectRow(1)
    return dialog


def _unit(stage: Stage) -> QWidget:
    units = _units(stage)
    units.change_unit()
    dialog = _dialog(units, UnitDialog)
    dialog.finished.connect(units.close)
    return dialog


def _export(stage: Stage) -> QWidget:
    page = _list(stage)
    page.export()
    return _dialog(page, ExportDialog)


# --- 导入 ----------------------------------------------------------------------------------------


def _choose(stage: Stage) -> QWidget:
    _open(stage, ImportPage, "import").start_over()
    return stage.window


def _trouble(stage: Stage) -> QWidget:
    page = _open(stage, ImportPage, "import")
    page.start_over()
    path = _file(stage, "名册.xlsx")
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    page.read(path)
    stage.wait_until(lambda: bool(page.choosing.sentence.text()))
    return stage.window


def _preview(stage: Stage) -> QWidget:
    _read(stage).preview.tabs.choose("all")
    return stage.window


def _doubtful(stage: Stage) -> QWidget:
    _read(stage)
    return stage.window


def _tab(stage: Stage, key: str) -> QWidget:
    _read(stage).preview.tabs.choose(key)
    return stage.window


def _done(stage: Stage) -> QWidget:
    _import(stage)
    return stage.window


def _undone(stage: Stage) -> QWidget:
    page = _import(stage)
    page.undo()
    stage.settle()
    return stage.window


def _import(stage: Stage) -> ImportPage:
    page = _read(stage)
    page.preview.tabs.choose("doubtful")
    page.preview.table.view.selectAll()
    page.preview.decide(Decision.SKIP)
    page.import_all()
    stage.wait_until(page.result.isVisible)
    return page


def _read(stage: Stage) -> ImportPage:
    """Read a roster made from the people there are: some new, some changed, some namesakes."""
    page = _open(stage, ImportPage, "import")
    page.undo()  # what an earlier picture has imported
    stage.settle()
    page.start_over()
    path = _file(stage, "工会干部名册.csv")
    people = page.ctx.desk.people
    known = people.rows(people.ids(PeopleQuery())[:24])
    path.write_text(_roster(known), encoding="utf-8-sig")
    page.read(path)
    stage.wait_until(page.preview.isVisible)
    return page


def _file(stage: Stage, name: str) -> Path:
    assert stage.shell.current is not None
    return stage.shell.current.ctx.desk.folder / name


def _roster(known: tuple[PersonRow, ...]) -> str:
    header = ("序号", "姓名", "单位", "职务", "层级", "类别", "联系电话", "备注")
    lines = ["工会干部名册", ",".join(header)]
    for number, person in enumerate(known, 1):
        post = "工会主席" if number % 8 == 0 else person.post
        facts = (person.unit, post, person.layer, person.category, person.phone, "")
        lines.append(",".join((str(number), person.name, *facts)))
    unit = known[0].unit
    for number, name in enumerate(("安知行", "白望舒", "白望舒", "常念慈"), len(known) + 1):
        lines.append(f"{number},{name},{unit},班组长,职工,工会积极分子,,")
    lines += [f"合计,{len(known) + 4}人,,,,,,", "填表人：　　审核人：,,,,,,,"]
    return "\n".join(lines) + "\n"
