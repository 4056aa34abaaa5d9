"""What may be said about each paper before it is drawn; only what fits it is shown."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from jz_training.domain.library import several
from jz_training.domain.meeting_papers import NameTentSize
from jz_training.domain.training import SheetOrder
from jz_training.labels import ORDERS
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import button
from jz_training.ui.trainings.event.paper_wish import (
    CARD_GROUPS,
    CARD_SIZES,
    CardGroup,
    PaperKind,
    PaperWish,
)
from jz_training.ui.widgets.form import Form
from jz_training.ui.widgets.segmented import Segmented

_FITTING: dict[PaperKind, tuple[str, ...]] = {
    PaperKind.NOTICE: ("addressees", "requirements", "contact", "agenda", "docx"),
    PaperKind.AGENDA: ("agenda",),
    PaperKind.CARDS: ("size", "whom"),
    PaperKind.ROSTRUM: ("front", "back"),
    PaperKind.ROSTER: ("order",),
    PaperKind.CALENDAR: ("ics",),
}


class PaperOptions(Form):
    """The options of all papers.

    Signals: chosen() when the paper has to be drawn again; agenda_asked(), docx_asked() and
    ics_asked() for what is done elsewhere.
    """

    chosen = Signal()
    agenda_asked = Signal()
    docx_asked = Signal()
    ics_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._kind = PaperKind.NOTICE
        self._add_texts()
        self._add_choices()
        self._add_acts()
        self.edited.connect(self.chosen)
        self.show_kind(PaperKind.NOTICE)

    def show_kind(self, kind: PaperKind) -> None:
        """Show what may be said about a paper."""
        self._kind = kind
        fitting = set(_FITTING.get(kind, ()))
        if kind is PaperKind.CARDS and self.whom.value() == CardGroup.ROSTRUM.value:
            fitting |= {"front", "back"}
        for names in ("addressees", "requirements", "contact", "size", "whom", "front", "back",
                      "order", "agenda", "docx", "ics"):  # fmt: skip
            self.show_field(names, shown=names in fitting)

    def wish(self) -> PaperWish:
        """Return what is wanted."""
        asked = self.requirements.toPlainText().splitlines()
        return PaperWish(
            kind=self._kind,
            addressees=self.addressees.text().strip(),
            requirements=tuple(line.strip() for line in asked if line.strip()),
            contact=self.contact.text().strip(),
            front=several(self.front.text()),
            back=several(self.back.text()),
            size=NameTentSize(self.tent.value()),
            whom=CardGroup(self.whom.value()),
            order=SheetOrder(self.order.value()),
        )

    def _add_texts(self) -> None:
        self.addressees = self.add("addressees", "主送", QLineEdit())
        self.addressees.setPlaceholderText("不填即按应到人员的单位")
        self.requirements = self.add("requirements", "有关要求", QPlainTextEdit())
        self.requirements.setPlaceholderText("一行一条，可不填")
        self.requirements.setFixedHeight(theme().sizes.of(88))
        self.requirements.setTabChangesFocus(True)
        self.contact = self.add("contact", "联系人", QLineEdit())
        self.contact.setPlaceholderText("姓名和电话")

    def _add_choices(self) -> None:
        self.tent = self.add(
            "size",
            "席卡大小",
            Segmented([(s.value, word) for s, word in CARD_SIZES.items()]),
            hint="对折、三折用整张 A4；数字是裁好后一面的宽和高，厘米",
        )
        self.whom = self.add(
            "whom", "印哪些人", Segmented([(g.value, word) for g, word in CARD_GROUPS.items()])
        )
        self.front = self.add("front", "主席台前排", QLineEdit(), hint="按次序，用顿号分开")
        self.front.setPlaceholderText("不填即主持、主讲")
        self.back = self.add("back", "主席台后排", QLineEdit())
        self.back.setPlaceholderText("可不填")
        orders = (SheetOrder.UNIT, SheetOrder.PINYIN)
        self.order = self.add(
            "order", "排列顺序", Segmented([(o.value, ORDERS[o]) for o in orders])
        )
        self.whom.chosen.connect(lambda _: self.show_kind(self._kind))
        for choice in (self.tent, self.whom, self.order):
            choice.chosen.connect(lambda _: self.chosen.emit())

    def _add_acts(self) -> None:
        self.agenda = self.add("agenda", "议程", button("编辑议程…"))
        self.docx = self.add("docx", "可修改的文件", button("存为 Word 文件…"))
        self.ics = self.add(
            "ics",
            "日历",
            button("存为日历文件…", "primary"),
            hint="用 Outlook 或手机日历打开，会前一天提醒；场次改动后再存一次、再打开即更新",
        )
        self.agenda.clicked.connect(lambda: self.agenda_asked.emit())
        self.docx.clicked.connect(lambda: self.docx_asked.emit())
        self.ics.clicked.connect(lambda: self.ics_asked.emit())
