"""The dialog 开具学时证明: of which days, for whom; the hours are reckoned from attendance."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QWidget

from jz_training.domain.roster import PersonRow
from jz_training.ui.certificates.issuing_dialog import IssuingDialog
from jz_training.ui.context import Context
from jz_training.ui.leaves.leave_dialog import DaysField
from jz_training.ui.people.person_search import PersonSearch


class HoursDialog(IssuingDialog):
    """Collects persons by name; each gets a proof of the days chosen."""

    def __init__(self, ctx: Context, parent: QWidget, *, people: Sequence[PersonRow] = ()) -> None:
        super().__init__(ctx, parent, title="开具学时证明", verb="开具")
        self._people = list(dict.fromkeys(person.id for person in people))
        self._add_fields()
        self._connect()
        self.show_candidates(())
        self.read()
        self.fit()
        self.search.setFocus()

    def read(self) -> None:
        days = self._period()
        if days is None or not self._people:
            self.show_candidates(())
            return
        certificates, people = self._ctx.desk.certificates, tuple(self._people)
        first, last = days
        self._ctx.work.read(
            lambda: certificates.hours_candidates(people, first=first, last=last),
            self.show_candidates,
            owner=self,
            key="candidates",
        )

    def nobody_words(self) -> str:
        return "请在“加入人员”里查找要开证明的人。"

    def tell_saved(self) -> None:
        self._ctx.toast(f"已开具 {len(self.made)} 份学时证明。", undo=True)

    def issuing(self) -> Callable[[], tuple[UUID, ...]] | None:
        days, day = self._period(), self.issued_on.value()
        if days is None:
            self.form.show_errors({"last": "请填写从哪天到哪天，开始的一天在前。"})
            return None
        if self.day_missing() or day is None:
            return None
        certificates, people = self._ctx.desk.certificates, self.ticks.value()
        first, last = days
        return lambda: certificates.issue_hours(people, first=first, last=last, issued_on=day)

    # --- construction --------------------------------------------------------------------------

    def _add_fields(self) -> None:
        today = self._ctx.desk.now().date()
        self.days = self.form.add("last", "证明期间（含两头）", DaysField(self._ctx.desk.now))
        self.days.first.set_value(date(today.year, 1, 1))
        self.days.last.set_value(today)
        self.search = self.form.add(
            "search",
            "加入人员",
            PersonSearch(self._ctx),
            hint="只计已关闭场次里的到会和补学；缺课的课次不计。",
        )
        self.search.setPlaceholderText("输入姓名或拼音首字母，选中后加入")
        self.add_day_and_people()

    def _connect(self) -> None:
        for field in (self.days.first, self.days.last):
            field.value_changed.connect(lambda _: self.read())
        self.search.person_picked.connect(self.add_person)
        self.search.returnPressed.connect(self._add_only_one)

    def _period(self) -> tuple[date, date] | None:
        first, last = self.days.first.value(), self.days.last.value()
        if first is None or last is None or last < first:
            return None
        return first, last

    # --- doing ---------------------------------------------------------------------------------

    def add_person(self, person: PersonRow) -> None:
        """Add somebody to those who get a proof."""
        self.search.clear()
        if person.id not in self._people:
            self._people.append(person.id)
            self.read()

    def _add_only_one(self) -> None:
        if self.search.only_one is not None:
            self.add_person(self.search.only_one)
