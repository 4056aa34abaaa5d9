"""临时参会人员: who came without being on a list, to be found on the roster or put on it."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from jz_training.domain.merging import MissedBatch, TemporaryPerson
from jz_training.domain.roster import PersonDraft, PersonRow
from jz_training.labels.merging import LIKENESS_REASONS
from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.people.person_search import PersonSearch
from jz_training.ui.people.temporary_columns import temporary_columns
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import button, plain_label
from jz_training.ui.widgets.dialog import PlainDialog
from jz_training.ui.widgets.table import Table

_KINDS = (kinds.PEOPLE, kinds.ATTENDANCE, kinds.LISTS, kinds.TRAININGS)


class TemporaryDialog(PlainDialog):
    """Lists temporary persons; each is linked to somebody, or becomes somebody new."""

    def __init__(self, ctx: Context, parent: QWidget) -> None:
        super().__init__(parent, title="临时参会人员", verb="完成", cancel="", width=800)
        self._ctx = ctx
        self._make_table()
        self._make_line()
        self.resize(theme().sizes.of(920), theme().sizes.of(520))
        ctx.work.changed.connect(self._hear)
        self.refresh()

    def refresh(self) -> None:
        """Read who is still nobody of the roster."""
        merging = self._ctx.desk.merging
        self._ctx.work.read(merging.walk_ins, self._show, owner=self, key="walk_ins")

    # --- construction --------------------------------------------------------------------------

    def _make_table(self) -> None:
        words = (
            "名单外登记的“临时参会”在这里对应到名册里的人，学时随之计入；名单上的姓名、单位不改。"
        )
        self.body.addWidget(plain_label(words, "small", wrap=True))
        self.table: Table[TemporaryPerson] = Table(
            "temporary_people", temporary_columns(self._ctx.desk.now), memory=self._ctx.memory,
            row_id=lambda one: (one.name, one.unit),
        )  # fmt: skip
        self.table.set_empty("没有待处理的临时参会人员。")
        self.table.setMinimumHeight(theme().sizes.of(220))
        self.table.opened.connect(lambda _: self.link_first())
        self.table.selection_changed.connect(self._enable)
        self.body.addWidget(self.table, 1)

    def _make_line(self) -> None:
        self.linking = button("就是这位", tip="对应到建议的人员（回车）")
        self.linking.clicked.connect(self.link_first)
        self.choices = QMenu(self)
        self.choices.aboutToShow.connect(self._fill_choices)
        self.more = button("其他建议")
        self.more.setMenu(self.choices)
        self.search = PersonSearch(self._ctx)
        self.search.setPlaceholderText("或者查找：姓名、拼音首字母")
        self.search.setAccessibleName("查找对应的人员")
        self.search.person_picked.connect(self._take_found)
        self.making = button("新增为人员")
        self.making.clicked.connect(self.make_person)
        line = QHBoxLayout()
        line.setSpacing(8)
        for part in (self.linking, self.more):
            line.addWidget(part)
        line.addWidget(self.search, 1)
        line.addWidget(self.making)
        self.body.addLayout(line)
        self._enable()

    # --- showing -------------------------------------------------------------------------------

    def _show(self, people: tuple[TemporaryPerson, ...]) -> None:
        self.table.show_rows(people, [(one.name, one.unit) for one in people])
        if people and not self.table.selected_ids():
            self.table.view.selectRow(0)
        self._enable()

    def _enable(self) -> None:
        row, free = self._row(), not self._ctx.desk.read_only
        count = len(row.suggestions) if row is not None else 0
        self.linking.setEnabled(free and count > 0)
        self.more.setEnabled(free and count > 1)
        for part in (self.search, self.making):
            part.setEnabled(free and row is not None)

    def _row(self) -> TemporaryPerson | None:
        return self.table.current_row() if self.table.selected_ids() else None

    def _fill_choices(self) -> None:
        self.choices.clear()
        row = self._row()
        for one in row.suggestions if row is not None else ():
            who = "　".join(filter(None, (one.person.name, one.person.unit, one.person.post)))
            action = self.choices.addAction(f"{who}（{LIKENESS_REASONS[one.reason]}）")
            action.triggered.connect(lambda _=False, person=one.person: self.link(person))

    # --- doing ---------------------------------------------------------------------------------

    def link_first(self) -> None:
        """Link the row with the cursor to the likeliest suggestion."""
        row = self._row()
        if row is not None and row.suggestions and not self._ctx.desk.read_only:
            self.link(row.suggestions[0].person)

    def link(self, person: PersonRow) -> None:
        """Link the row with the cursor to a person, asking first whether a batch is made up."""
        row, merging = self._row(), self._ctx.desk.merging
        if row is None:
            return
        lines = [visit.attendee_id for visit in row.visits]
        self._ctx.work.read(
            lambda: merging.missed_batches(lines, person.id),
            lambda missed: self._link(lines, person, missed),
            owner=self,
            key="missed",
        )

    def make_person(self) -> None:
        """Put the row with the cursor on the roster."""
        row, desk = self._row(), self._ctx.desk
        if row is None:
            return
        lines = [visit.attendee_id for visit in row.visits]

        def make() -> UUID:
            unit = next((one.id for one in desk.units.all() if one.name == row.unit), None)
            return desk.merging.make_person(lines, PersonDraft(name=row.name, unit_id=unit))

        words = f"已把“{row.name}”加入名册，请在“人员”里补全职务、层级等。"
        self._change(make, words)

    def _link(self, lines: list[UUID], person: PersonRow, missed: tuple[MissedBatch, ...]) -> None:
        merging, made_up = self._ctx.desk.merging, [one.attendee_id for one in missed]
        if missed and not self._ctx.ask.confirm(_question(person, missed), verb="计为补学"):
            made_up = []
        words = f"已对应到“{person.name}”" + ("，并计为补学。" if made_up else "。")
        self._change(lambda: merging.link(lines, person.id, made_up=made_up), words)

    def _change(self, run: Callable[[], object], words: str) -> None:
        self._ctx.work.change(
            run, lambda _: self._ctx.toast(words, undo=True), owner=self, kinds=_KINDS
        )

    def _take_found(self, person: PersonRow) -> None:
        self.search.clear()
        self.link(person)

    def _hear(self, changed: frozenset[str]) -> None:
        if changed & {kinds.ATTENDANCE, kinds.PEOPLE}:
            self.refresh()


def _question(person: PersonRow, missed: tuple[MissedBatch, ...]) -> str:
    one = missed[0]
    more = f"（共 {len(missed)} 场）" if len(missed) > 1 else ""
    return f"{person.name}没有参加“{one.title}”，改在“{one.instead}”参加{more}。要计为换批补学吗？"
