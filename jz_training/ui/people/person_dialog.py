"""The dialog to add a person or to change one; it closes once that is saved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from jz_training import labels
from jz_training.domain.roster import PersonDraft, PersonRow, UnitRow
from jz_training.errors import JzError, Refused
from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.people.unit_tree import UnitBox
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import button, plain_label
from jz_training.ui.widgets.card import scrolled
from jz_training.ui.widgets.choice_field import ChoiceField
from jz_training.ui.widgets.dialog import PlainDialog
from jz_training.ui.widgets.form import Form
from jz_training.ui.widgets.segmented import Segmented

_SEXES = (("", "未填"), ("男", "男"), ("女", "女"))


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonChoices:
    """What the fields offer."""

    units: Sequence[UnitRow] = ()
    layers: Sequence[str] = ()
    categories: Sequence[str] = ()


class PersonDialog(PlainDialog):
    """Adds a person, or changes the one it is given.

    Signals: saved(UUID) with the person's id.
    """

    saved = Signal(object)

    def __init__(
        self,
        ctx: Context,
        parent: QWidget,
        *,
        choices: PersonChoices,
        person: PersonRow | None = None,
        unit_id: UUID | None = None,
    ) -> None:
        super().__init__(parent, title="修改人员" if person else "新增人员", verb="保存")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._ctx, self._person = ctx, person
        self._saving = False
        self._make_forms(choices)
        self._fill(person, unit_id)
        self.ready = self._save
        if person is None:
            self.next = button("保存并新增下一位", tip="保存并新增下一位（Ctrl+Enter）")
            self.next.clicked.connect(self._save_and_go_on)
            keys = QShortcut(QKeySequence("Ctrl+Return"), self)
            keys.activated.connect(self.next.click)
            self.extra.addWidget(self.next)
        self.name.setFocus()

    # --- construction --------------------------------------------------------------------------

    def _make_forms(self, choices: PersonChoices) -> None:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        self.form, self.more = self._make_main(choices), self._make_more()
        self._fold = button("更多：部门、性别、编号", "link")
        self._fold.clicked.connect(self.unfold)
        column.addWidget(self.form)
        column.addWidget(self._fold, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.more)
        column.addStretch(1)
        self.more.hide()
        self._holder, self._area = holder, scrolled(holder)
        self.body.addWidget(self._area, 1)
        self.trouble = plain_label("", "error", wrap=True)
        self.trouble.hide()
        self.body.addWidget(self.trouble)
        self._fit()

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
        form.submitted.connect(self.accept)
        return form

    def _make_more(self) -> Form:
        form = Form()
        self.department = form.add("department", "部门", QLineEdit())
        self.sex = form.add("sex", "性别", Segmented(_SEXES))
        self.number = form.add(
            "number", "编号", QLineEdit(), hint="工号或会员编号，不要填身份证号。"
        )
        form.submitted.connect(self.accept)
        return form

    # --- filling and reading -------------------------------------------------------------------

    def _fill(self, person: PersonRow | None, unit_id: UUID | None) -> None:
        self.unit.set_value(person.unit_id if person else unit_id)
        if person is None:
            return
        for name in ("name", "post", "layer", "category", "phone", "department", "number"):
            getattr(self, name).setText(getattr(person, name))
        if person.sex in dict(_SEXES):
            self.sex.set_value(person.sex)
        if person.department or person.sex or person.number:
            self.unfold()

    def unfold(self) -> None:
        """Show the fields that few need."""
        self._fold.hide()
        self.more.show()
        self._fit()
        self.department.setFocus()

    def _fit(self) -> None:
        """Be as high as the fields, as far as the screen allows; then they scroll."""
        room = self.screen().availableGeometry().height() - theme().sizes.of(200)
        self._holder.adjustSize()
        self._area.setMinimumHeight(min(self._holder.sizeHint().height(), room))
        self.adjustSize()

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
        )

    # --- saving --------------------------------------------------------------------------------

    def _save(self) -> bool:
        """Save in the background; the dialog closes when that has succeeded."""
        self._begin_saving(self._close_with)
        return False

    def _save_and_go_on(self) -> None:
        self._begin_saving(self._start_next)

    def _begin_saving(self, then: Callable[[UUID], None]) -> None:
        if self._saving or not self.form.complete():
            return
        self._show_saving(True)
        self._ctx.work.change(
            self._saving_job(), then, owner=self, kinds={kinds.PEOPLE}, failed=self._show_fault
        )

    def _show_saving(self, saving: bool) -> None:
        self._saving = saving
        self.verb.setEnabled(not saving)
        self.trouble.hide()

    def _saving_job(self) -> Callable[[], UUID]:
        people, person, draft = self._ctx.desk.people, self._person, self.draft()

        def save() -> UUID:
            if person is None:
                return people.add(draft)
            people.change(person.id, version=person.version, draft=draft)
            return person.id

        return save

    def _close_with(self, person_id: UUID) -> None:
        self.done(QDialog.DialogCode.Accepted)
        self.saved.emit(person_id)

    def _start_next(self, person_id: UUID) -> None:
        """Empty what belongs to one person; unit, post and the like are often the same again."""
        self._show_saving(False)
        for field in (self.name, self.phone, self.number):
            field.clear()
        self.sex.set_value("")
        self.form.clear_errors()
        self.name.setFocus()
        self.saved.emit(person_id)

    def _show_fault(self, error: JzError) -> bool:
        self._show_saving(False)
        self.form.clear_errors()
        self.more.clear_errors()
        field = error.field if isinstance(error, Refused) else ""
        if self.form.set_error(field, str(error)):
            return True
        if self.more.set_error(field, str(error)):
            self.unfold()
            return True
        self.trouble.setText(str(error))
        self.trouble.show()
        return True
