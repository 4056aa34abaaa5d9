"""The dialog to add a person or to change one; it closes once that is saved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtWidgets import QLineEdit, QWidget

from jz_training import labels
from jz_training.domain.roster import PersonDraft, PersonRow, UnitRow
from jz_training.ui import kinds
from jz_training.ui.certificates.certificate_acts import issue_proofs
from jz_training.ui.context import Context
from jz_training.ui.people.person_files import ask_person_files
from jz_training.ui.people.unit_tree import UnitBox
from jz_training.ui.style.text import button
from jz_training.ui.widgets.choice_field import ChoiceField
from jz_training.ui.widgets.folding_dialog import FoldingDialog
from jz_training.ui.widgets.form import Form
from jz_training.ui.widgets.segmented import Segmented

_SEXES = (("", "未填"), ("男", "男"), ("女", "女"))


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonChoices:
    """What the fields offer."""

    units: Sequence[UnitRow] = ()
    layers: Sequence[str] = ()
    categories: Sequence[str] = ()
    shifts: Sequence[str] = ()


class PersonDialog(FoldingDialog):
    """Adds a person, or changes the one it is given.

    Signals: saved(UUID) with the person's id.
    """

    def __init__(
        self,
        ctx: Context,
        parent: QWidget,
        *,
        choices: PersonChoices,
        person: PersonRow | None = None,
        unit_id: UUID | None = None,
    ) -> None:
        title = "修改人员" if person else "新增人员"
        super().__init__(ctx, parent, title=title, kinds={kinds.PEOPLE})
        self._person = person
        self.form, self.more = self._make_main(choices), self._make_more(choices)
        self.put_folded("更多：部门、性别、编号、班次", first=self.department)
        self._fill(person, unit_id)
        self.fit()
        if person is None:
            self.offer_next("保存并新增下一位")
        else:
            self._offer_file(person)
            self._offer_proof(person)
        self.name.setFocus()

    # --- construction --------------------------------------------------------------------------

    def _make_main(self, choices: PersonChoices) -> Form:
        form = Form()
        self.name = form.add("name", "姓名", QLineEdit(), required=True)
        self.unit = form.add("unit_id", "单位", UnitBox("不分单位"))
        self.unit.set_units(choices.units)
        self.post = form.add("post", "职务", QLineEdit())
        self.layer = form.add("layer", "层级", ChoiceField())
        self.layer.setPlaceholderText("可以选，也可以直接填写")
        self.layer.offer([*labels.LAYERS, *choices.layers], self._ctx.work)
        self.category = form.add("category", "类别", ChoiceField())
        self.category.setPlaceholderText("可以选，也可以直接填写")
        self.category.offer([*labels.CATEGORIES, *choices.categories], self._ctx.work)
        self.phone = form.add(
            "phone",
            "联系电话",
            QLineEdit(),
            hint="可以不填。列表、签到表和导出里默认隐去中间几位。",
        )
        return form

    def _make_more(self, choices: PersonChoices) -> Form:
        form = Form()
        self.department = form.add("department", "部门", QLineEdit())
        self.sex = form.add("sex", "性别", Segmented(_SEXES))
        self.number = form.add(
            "number", "编号", QLineEdit(), hint="工号或会员编号，不要填身份证号。"
        )
        self.shift = form.add(
            "shift", "班次", ChoiceField(), hint="倒班的填甲班、乙班等，可以按班次分批。"
        )
        self.shift.offer(list(dict.fromkeys([*choices.shifts, *labels.SHIFTS])), self._ctx.work)
        return form

    def _offer_file(self, person: PersonRow) -> None:
        """Offer the person's file beside the verbs; what is being changed stays open."""
        self.filing = button("学习档案…", "link", tip="一年里应到、参加、请假和补学的情况")
        self.filing.clicked.connect(
            lambda: ask_person_files(self._ctx, self, (person.id,), name=person.name)
        )
        self.extra.addWidget(self.filing)

    def _offer_proof(self, person: PersonRow) -> None:
        """Offer a proof of the person's hours, beside what is entered here."""
        self.proof = button("学时证明…", tip="按已关闭场次的考勤开具，自动编号")
        self.proof.setEnabled(not self._ctx.desk.read_only)
        self.proof.clicked.connect(lambda: issue_proofs(self._ctx, self, people=(person,)))
        self.extra.addWidget(self.proof)

    # --- filling and reading -------------------------------------------------------------------

    def _fill(self, person: PersonRow | None, unit_id: UUID | None) -> None:
        self.unit.set_value(person.unit_id if person else unit_id)
        if person is None:
            return
        for name in ("name", "post", "layer", "category", "phone", "department", "number", "shift"):
            getattr(self, name).setText(getattr(person, name))
        if person.sex in dict(_SEXES):
            self.sex.set_value(person.sex)
        if person.department or person.sex or person.number or person.shift:
            self.unfold()

    def draft(self) -> PersonDraft:
        """Return what is entered."""
        return PersonDraft(
            name=self.name.text(),
            unit_id=self.unit.value(),
            department=self.department.text(),
            post=self.post.text(),
            layer=self.layer.text(),
            category=self.category.text(),
            sex=self.sex.value(),
            number=self.number.text(),
            phone=self.phone.text(),
            shift=self.shift.text(),
        )

    # --- saving --------------------------------------------------------------------------------

    def saving_job(self) -> Callable[[], UUID] | None:
        if not self.form.complete():
            return None
        people, person, draft = self._ctx.desk.people, self._person, self.draft()

        def save() -> UUID:
            if person is None:
                return people.add(draft)
            people.change(person.id, version=person.version, draft=draft)
            return person.id

        return save

    def empty_for_next(self) -> None:
        for field in (self.name, self.phone, self.number):
            field.clear()
        self.sex.set_value("")
        self.name.setFocus()
