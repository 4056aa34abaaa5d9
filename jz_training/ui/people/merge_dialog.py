"""The dialog 合并到…: two entries of the roster turn out to be one person."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QWidget

from jz_training.domain.roster import PersonRow
from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.people.person_search import PersonSearch
from jz_training.ui.style.text import plain_label
from jz_training.ui.widgets.entry_dialog import EntryDialog
from jz_training.ui.widgets.form import Form

_KINDS = (kinds.PEOPLE, kinds.ATTENDANCE, kinds.LISTS, kinds.TRAININGS, kinds.LEAVES)


class MergeDialog(EntryDialog):
    """Asks whom an entry is merged into.

    Signals: saved(UUID) with the id of the person that stays.
    """

    def __init__(self, ctx: Context, parent: QWidget, person: PersonRow) -> None:
        super().__init__(ctx, parent, title=f"把“{_named(person)}”合并到…", kinds=_KINDS)
        self._person = person
        self._target: PersonRow | None = None
        words = (
            "参加过的场次、请假和补学都转到下面这一位名下，名单上当天的姓名和单位不改；"
            f"“{person.name}”这一条随后停用。可以撤销。"
        )
        self.column.addWidget(plain_label(words, "secondary", wrap=True))
        self.form = Form()
        self.target = self.form.add("target", "合并到", PersonSearch(ctx), required=True)
        self.target.setPlaceholderText("姓名或拼音首字母")
        self.target.person_picked.connect(self._take)
        self.target.textEdited.connect(lambda _: self._take(None))
        self.put(self.form)
        self.verb.setText("合并")
        self.fit()
        self.form.submitted.connect(self.accept)
        self.target.setFocus()

    def saving_job(self) -> Callable[[], UUID] | None:
        target = self._target or self.target.only_one
        if not self.form.complete():
            return None
        if target is None:
            self.form.show_errors({"target": "请从列出的人员里选一位。"})
            return None
        merging, source = self._ctx.desk.merging, self._person

        def merge() -> UUID:
            merging.merge(source.id, target.id)
            return target.id

        return merge

    def tell_saved(self) -> None:
        self._ctx.toast(f"已合并“{self._person.name}”。", undo=True)

    def _take(self, person: PersonRow | None) -> None:
        self._target = person
        if person is not None:
            self.target.setText(_named(person))


def _named(person: PersonRow) -> str:
    return "　".join(filter(None, (person.name, person.unit)))
