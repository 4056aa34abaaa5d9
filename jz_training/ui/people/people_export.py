"""导出名册: which phones, where to, and the workbook itself; asked anew each time."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QRadioButton, QWidget

from jz_training.services.people import PeopleQuery
from jz_training.ui.context import Context
from jz_training.ui.paper.desktop import file_actions
from jz_training.ui.paper.exports import workbook_path
from jz_training.ui.shell.progress import Progress
from jz_training.ui.style.text import plain_label
from jz_training.ui.widgets.dialog import PlainDialog

_CHOICES = (
    ("none", "不含联系电话", ""),
    ("masked", "含联系电话，隐去中间四位", ""),
    ("whole", "含完整的联系电话", "完整号码属于个人信息，请只交给确有需要的人。"),
)


class ExportDialog(PlainDialog):
    """Asks how much of the phones goes out.

    Signals: chosen(str): none, masked or whole.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget, *, count: int, filtered: bool) -> None:
        super().__init__(parent, title="导出人员名册", verb="选择保存位置")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        what = "按当前的筛选条件" if filtered else "全部在册人员"
        self.body.addWidget(plain_label(f"{what}，共 {count} 人。", "secondary"))
        self.choices: dict[str, QRadioButton] = {}
        for key, words, note in _CHOICES:
            self.choices[key] = QRadioButton(words)
            self.body.addWidget(self.choices[key])
            if note:
                below = plain_label(note, "small", wrap=True)
                below.setIndent(24)
                self.body.addWidget(below)
        self.choices["none"].setChecked(True)
        self.choices["none"].setFocus()
        self.accepted.connect(lambda: self.chosen.emit(self._choice()))

    def _choice(self) -> str:
        return next(key for key, made in self.choices.items() if made.isChecked())


def export_roster(
    ctx: Context, owner: QWidget, *, query: PeopleQuery, title: str, phones: str
) -> None:
    """Ask where to save the roster and write it in the background.

    `phones`: none, masked or whole.
    """
    target = workbook_path(ctx, "导出人员名册", name=f"{title}{ctx.desk.now():%Y%m%d}")
    if target is None:
        return

    def run(progress: Progress) -> int:
        return _write(ctx, query, target, title=title, phones=phones, progress=progress)

    def done(count: int) -> None:
        ctx.toast(f"已导出 {count} 人到“{target.name}”。", actions=file_actions(target))

    ctx.work.long("导出名册", run, done, owner=owner, on_desk=True)


def _write(
    ctx: Context, query: PeopleQuery, path: Path, *, title: str, phones: str, progress: Progress
) -> int:
    from jz_training import safe_files
    from jz_training.documents.excel.roster_xlsx import roster_xlsx

    organiser = ctx.desk.settings.get().organiser
    roster = ctx.desk.people.roster(query, title=title, organiser=organiser)
    content = roster_xlsx(
        roster,
        with_phone=phones != "none",
        full_phones=phones == "whole",
        progress=progress,
        stop=lambda: progress.stopped,
    )
    safe_files.save(path, content, check=safe_files.is_workbook)
    return len(roster.people)
