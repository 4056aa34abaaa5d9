"""What holds for all papers of the office: skin, 版头, printing on both sides."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from jz_training.domain.certificate import CertificateKind
from jz_training.domain.certificate_number import (
    DEFAULT_PATTERN,
    certificate_number,
    pattern_fault,
)
from jz_training.domain.file_name import USUAL_PATTERN, NameFacts, named
from jz_training.domain.paper_style import PaperSkin
from jz_training.labels.certificates import (
    PATTERN_FAULTS,
    PATTERN_FIELDS,
    meant_pattern,
    shown_pattern,
)
from jz_training.labels.papers import SKINS
from jz_training.services.settings import Settings
from jz_training.ui.widgets.form import Form
from jz_training.ui.widgets.segmented import Segmented

#: The fields a pattern may have, as they are written (domain.file_name).
FIELDS = "{日期}{年}{月}{名称}{文种}{单位}{版次}"
_EXAMPLE_YEAR = 2026
_EXAMPLE = NameFacts(name="冬季职工学习会", word="会议通知", day=date(2026, 11, 20))

_SKIN_HINTS = {
    PaperSkin.MATERIAL: "材料：标题下写单位和日期，不写主送和落款。",
    PaperSkin.TEXT: "正文：有主送和落款，不印版头。",
    PaperSkin.DOCUMENT: "文件：版头、文号、红线、正文、版记俱全。",
}


class OfficeForm(QWidget):
    """Shows the settings for papers. Signals: changed(str, object): a setting and its value."""

    changed = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self._known = Settings()
        self.form = form = Form()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 12, 0)
        column.addWidget(form)
        skins = [(skin.value, word) for skin, word in SKINS.items()]
        self.skin = form.add(
            "paper_skin", "通知、记录、小结、报告的版式", Segmented(skins),
            hint=_SKIN_HINTS[PaperSkin.TEXT],
        )  # fmt: skip
        self.mark = form.add(
            "paper_mark", "发文机关标志", QLineEdit(),
            hint="用“文件”版式时印在首页上方的红字，如：清河市总工会文件。",
        )  # fmt: skip
        self.code = form.add(
            "paper_code", "机关代字", QLineEdit(),
            hint="用来拟文号，如“清工”印成 清工〔2026〕　号，号数由您填写。",
        )  # fmt: skip
        self.duplex = form.add(
            "paper_duplex", "双面打印", QCheckBox("正反面的订口左右对调"),
            hint="两面打印装订时勾选，装订线才会在同一侧。",
        )  # fmt: skip
        self.pattern = form.add("file_name_pattern", "文件名", QLineEdit())
        self.pattern.setPlaceholderText(USUAL_PATTERN)
        self.numbers = form.add("certificate_pattern", "证书编号", QLineEdit())
        self.numbers.setPlaceholderText(shown_pattern(DEFAULT_PATTERN))
        self._show_example()
        self._show_number()
        form.stretch()
        self._connect()

    def show_settings(self, settings: Settings) -> None:
        """Show what is set."""
        self._known = settings
        self.form.clear_errors()
        self.skin.set_value(settings.paper_skin)
        self.form.set_hint("paper_skin", _SKIN_HINTS[PaperSkin(settings.paper_skin)])
        for field, text in (
            (self.mark, settings.paper_mark),
            (self.code, settings.paper_code),
            (self.pattern, settings.file_name_pattern),
            (self.numbers, shown_pattern(settings.certificate_pattern)),
        ):
            if not field.hasFocus():
                field.setText(text)
        self.duplex.setChecked(settings.paper_duplex)

    def _connect(self) -> None:
        self.skin.chosen.connect(lambda key: self._tell("paper_skin", key))
        self.mark.editingFinished.connect(lambda: self._tell("paper_mark", self.mark.text()))
        self.code.editingFinished.connect(lambda: self._tell("paper_code", self.code.text()))
        self.pattern.textChanged.connect(lambda _: self._show_example())
        self.pattern.editingFinished.connect(
            lambda: self._tell("file_name_pattern", self.pattern.text())
        )
        self.numbers.textChanged.connect(lambda _: self._show_number())
        self.numbers.editingFinished.connect(self._tell_numbers)
        self.duplex.clicked.connect(lambda on: self._tell("paper_duplex", bool(on)))

    def _show_example(self) -> None:
        """Say below the pattern what a file is called by it."""
        facts = replace(_EXAMPLE, organiser=self._known.organiser or "本单位工会")
        words = f"如：{named(self.pattern.text(), facts)}。可以写：{FIELDS}。"
        self.form.set_hint("file_name_pattern", words)

    def _show_number(self) -> None:
        """Say below the pattern what numbers it makes, or what is wrong with it."""
        pattern, name = meant_pattern(self.numbers.text().strip()), "certificate_pattern"
        fault = pattern_fault(pattern)
        if fault is not None:
            self.form.set_error(name, PATTERN_FAULTS[fault])
            return
        made = "、".join(
            certificate_number(pattern, kind=kind, year=_EXAMPLE_YEAR, serial=serial)
            for kind, serial in ((CertificateKind.TRAINING, 12), (CertificateKind.HOURS, 3))
        )
        self.form.clear_error(name)
        self.form.set_hint(name, f"如：{made}。可以写：{''.join(PATTERN_FIELDS)}。")

    def _tell_numbers(self) -> None:
        """Keep a pattern that makes numbers; of another nothing is kept, and the field says why."""
        pattern = meant_pattern(self.numbers.text().strip())
        if pattern_fault(pattern) is None:
            self._tell("certificate_pattern", pattern)

    def _tell(self, name: str, value: str | bool) -> None:
        value = value.strip() if isinstance(value, str) else value
        if getattr(self._known, name) != value:
            self.changed.emit(name, value)
