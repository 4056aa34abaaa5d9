"""人员: everybody of the union, found by unit, layer, category, name or initials."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, ClassVar
from uuid import UUID

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout

from jz_training.domain.roster import PersonRow
from jz_training.domain.roster_reading import RosterField
from jz_training.services.people import PeopleQuery
from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.page import Page
from jz_training.ui.people.merge_dialog import MergeDialog
from jz_training.ui.people.people_columns import people_columns
from jz_training.ui.people.people_export import ExportDialog, export_roster
from jz_training.ui.people.people_filters import PeopleFilters
from jz_training.ui.people.person_dialog import PersonChoices, PersonDialog
from jz_training.ui.people.person_files import ask_person_files
from jz_training.ui.people.person_trainings import show_trainings
from jz_training.ui.people.temporary_dialog import TemporaryDialog
from jz_training.ui.people.units_dialog import UnitsDialog
from jz_training.ui.style.icons import set_icon
from jz_training.ui.style.text import button, plain_label, plain_tip
from jz_training.ui.widgets.card import Card
from jz_training.ui.widgets.file_drop import take_file
from jz_training.ui.widgets.table import Table


class PeoplePage(Page):
    """The list of people with everything that is done to it."""

    kinds: ClassVar[frozenset[str]] = frozenset({kinds.PEOPLE, kinds.UNITS})

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx, title="人员")
        self._sort, self._descending = "unit", False
        self._choices = PersonChoices()
        self._wanted: UUID | None = None
        self.add_action("导入名册", self.import_roster, icon="upload", writes=True)
        self.exporting = self.add_action("导出 Excel", self.export, icon="download")
        self.add_action(
            "新增人员", self.add_person, primary=True, icon="plus", keys="Ctrl+N", writes=True
        )
        self._make_filter_line()
        self._make_table()
        self._make_foot()
        take_file(self, self._import_file)

    # --- for the window ------------------------------------------------------------------------

    def show_for(self, **what: object) -> None:
        """Show the list; `person_id` selects somebody, `unit_id` filters, `units` opens them."""
        person_id, unit_id = what.get("person_id"), what.get("unit_id")
        if isinstance(person_id, UUID):
            self._show_person(person_id)
        elif isinstance(unit_id, UUID):
            self.filters.clear(unit_id=unit_id)
        self.refresh()
        self.table.setFocus()
        if what.get("units"):
            self.open_units()

    def refresh(self) -> None:
        """Read who is meant and what can be filtered, and show it."""
        units, people = self.ctx.desk.units, self.ctx.desk.people
        self.ctx.work.read(
            lambda: PersonChoices(
                units=units.all(),
                layers=people.layers(),
                categories=people.categories(),
                shifts=people.shifts(),
            ),
            self._offer,
            owner=self,
            key="choices",
        )
        self.read()

    def read(self) -> None:
        """Read who is meant and show it."""
        self.ctx.work.read(self._reading(), self._show, owner=self, key="people")

    # --- construction --------------------------------------------------------------------------

    def _make_filter_line(self) -> None:
        self.filters = PeopleFilters(self)
        self.filters.changed.connect(self.read)
        self.add_filter(*self.filters.widgets())
        units = button("管理单位", "quiet")
        set_icon(units, "building-2")
        units.clicked.connect(lambda: self.open_units())
        self.add_filter(units)
        self.whole_phones = QCheckBox("显示完整号码")
        plain_tip(self.whole_phones, "离开本页后恢复隐去")
        self.whole_phones.toggled.connect(lambda _: self.table.view.viewport().update())
        self.add_filter_note(self.whole_phones)

    def _make_table(self) -> None:
        columns = people_columns(lambda: self.whole_phones.isChecked())
        self.table: Table[PersonRow] = Table(
            "people", columns, fetch=self._fetch, memory=self.ctx.memory
        )
        self.table.show_sorted(self._sort)
        self.table.set_empty("正在读取…")
        self.table.sort_requested.connect(self._sort_by)
        self.table.opened.connect(lambda _: self.edit())
        self.table.selection_changed.connect(self._show_selection)
        self.table.add_action("修改", self.edit, keys="F2")
        self.table.add_action("参加的场次…", self.show_trainings, keys="Ctrl+J")
        self.table.add_action("学习档案…", self.show_files)
        self.table.add_action("合并到…", self.merge)
        self.table.add_separator()
        self._retire_entry = self.table.add_action("停用", self.retire, keys="Del")
        self._card = Card()
        self._card.add(self.table, 1)
        self.body.addWidget(self._card, 1)

    def _make_foot(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        self.count = plain_label("", "small")
        temporary = button("临时参会人员…", "link", tip="名单外登记的人，对应到名册")
        temporary.clicked.connect(lambda: self.open_temporary())
        self.editing, self.retiring = button("修改", tip="修改（F2）"), button("停用")
        self.past = button("参加的场次…", tip="去过哪些场次，当天在哪个单位（Ctrl+J）")
        self.filing = button("学习档案…", tip="所选人员一年的学习档案，可以多选")
        self.merging = button("合并到…", tip="同一个人登记了两次时，合并成一个")
        for act, run in (
            (self.editing, self.edit), (self.past, self.show_trainings),
            (self.filing, self.show_files), (self.merging, self.merge),
            (self.retiring, self.retire),
        ):  # fmt: skip
            act.clicked.connect(lambda _=False, run=run: run())
        line.addWidget(self.count)
        line.addStretch(1)
        for part in (temporary, self.editing, self.past, self.filing, self.merging, self.retiring):
            line.addWidget(part)
        self._card.add(line)
        self._show_selection()

    # --- showing -------------------------------------------------------------------------------

    def _query(self) -> PeopleQuery:
        return self.filters.query(self._sort)

    def _reading(self) -> Callable[[], list[UUID]]:
        people, query, descending = self.ctx.desk.people, self._query(), self._descending

        def read() -> list[UUID]:
            ids = people.ids(query)
            return ids[::-1] if descending else ids

        return read

    def _offer(self, choices: PersonChoices) -> None:
        self._choices = choices
        self.filters.offer(choices.units, choices.layers, choices.categories, choices.shifts)
        self.table.hide_columns(() if choices.shifts else (RosterField.SHIFT.value,))

    def _show(self, ids: list[UUID]) -> None:
        self._set_empty_words()
        self.table.show_ids(ids)
        self.exporting.setEnabled(bool(ids))
        if self._wanted is not None and self.table.select(self._wanted):
            self.table.setFocus()
        self._wanted = None
        self._show_selection()

    def _set_empty_words(self) -> None:
        if self.filters.in_use:
            self.table.set_empty(
                "没有符合条件的人员。", verb="清除条件", act=lambda: self.filters.clear()
            )
        else:
            self.table.set_empty(
                "名册里还没有人。可以导入 Excel 名册，也可以逐个新增。",
                verb="导入名册",
                act=self.import_roster,
            )

    def _show_selection(self) -> None:
        chosen, whole = self._selected_count(), self.table.model.rowCount()
        words = f"共 {whole} 人" + (f"，已选 {chosen} 人" if chosen else "")
        self.count.setText(words)
        for act in (self.editing, self.past, self.merging):
            act.setEnabled(chosen == 1)
        for act in (self.filing, self.retiring):
            act.setEnabled(chosen > 0)
        verb = "恢复" if self.filters.retired.isChecked() else "停用"
        self.retiring.setText(verb)
        self._retire_entry.setText(verb)
        plain_tip(self.retiring, f"{verb}（Del）")

    def _selected_count(self) -> int:
        """Count by ranges: listing the rows would stall with 100,000 of them selected."""
        chosen = self.table.view.selectionModel().selection()
        return sum(chosen.at(place).height() for place in range(chosen.count()))

    def _fetch(self, ids: Sequence[Any], deliver: Callable[[Sequence[Any]], None]) -> None:
        self.ctx.work.read(lambda: self.ctx.desk.people.rows(ids), deliver, owner=self)

    def _sort_by(self, key: str, descending: bool) -> None:
        self._sort, self._descending = key, descending
        self.read()

    def _show_person(self, person_id: UUID) -> None:
        """Select somebody, whatever was filtered before."""

        def select(person: PersonRow) -> None:
            self._wanted = person_id
            self.filters.clear(retired=person.retired)

        self.ctx.work.read(lambda: self.ctx.desk.people.get(person_id), select, owner=self)

    def hideEvent(self, event: QHideEvent) -> None:
        self.whole_phones.setChecked(False)  # asked for each time
        super().hideEvent(event)

    # --- doing ---------------------------------------------------------------------------------

    def add_person(self) -> None:
        """Open the dialog for somebody new, in the unit that is filtered."""
        self._open_dialog(None)

    def edit(self) -> None:
        """Open the dialog for the one person selected, as stored now."""
        if self._selected_count() == 1:
            person_id, people = self.table.selected_ids()[0], self.ctx.desk.people
            self.ctx.work.read(lambda: people.get(person_id), self._open_dialog, owner=self)

    def show_trainings(self) -> None:
        """Open the trainings of the person with the cursor."""
        row = self.table.current_row()
        if row is not None:
            show_trainings(self.ctx, self, row)

    def show_files(self) -> None:
        """Ask for the year and open the files (学习档案) of those selected."""
        row = self.table.current_row()
        ids: list[UUID] = self.table.selected_ids() if self._selected_count() else []
        if ids:
            alone = len(ids) == 1 and row is not None and row.id == ids[0]
            name = row.name if alone and row is not None else ""
            ask_person_files(self.ctx, self, ids, name=name)

    def merge(self) -> None:
        """Ask into whom the person with the cursor is to be merged."""
        row = self.table.current_row()
        if row is not None and not self.ctx.desk.read_only:
            dialog = MergeDialog(self.ctx, self, row)
            dialog.saved.connect(self._want)
            dialog.open()

    def open_temporary(self) -> None:
        """Open who came without being on a list."""
        TemporaryDialog(self.ctx, self).open()

    def _open_dialog(self, person: PersonRow | None) -> None:
        dialog = PersonDialog(
            self.ctx,
            self,
            choices=self._choices,
            person=person,
            unit_id=self.filters.unit.value(),
        )
        dialog.saved.connect(self._want)
        dialog.open()

    def _want(self, person_id: UUID) -> None:
        self._wanted = person_id

    def retire(self) -> None:
        """Retire those selected, or bring them back when the retired ones are shown."""
        ids, people = self.table.selected_ids(), self.ctx.desk.people
        if not ids:
            return
        back = self.filters.retired.isChecked()
        who = self._in_words(ids)
        words = f"已恢复{who}，今后可以列入名单。" if back else f"已停用{who}，过去的场次不变。"
        self.ctx.work.change(
            lambda: people.bring_back(*ids) if back else people.retire(*ids),
            lambda _: self.ctx.toast(words, undo=True),
            owner=self,
            kinds={kinds.PEOPLE},
        )

    def _in_words(self, ids: Sequence[UUID]) -> str:
        row = self.table.current_row()
        alone = len(ids) == 1 and row is not None and row.id == ids[0]
        return f"“{row.name}”" if alone and row is not None else f" {len(ids)} 人"

    def open_units(self) -> None:
        """Open the units."""
        UnitsDialog(self.ctx, self).open()

    def import_roster(self) -> None:
        """Go to the import."""
        self.ctx.open_page("import")

    def _import_file(self, path: Path) -> None:
        self.ctx.open_page("import", path=path)

    def export(self) -> None:
        """Ask how much goes out, then where to."""
        dialog = ExportDialog(self, count=self.table.model.rowCount(), filtered=self.filters.in_use)
        dialog.chosen.connect(self._export)
        dialog.open()

    def _export(self, phones: str) -> None:
        query = self._query()
        unit = next((u.name for u in self._choices.units if u.id == query.unit_id), "")
        export_roster(self.ctx, self, query=query, title=f"{unit}人员名册", phones=phones)
