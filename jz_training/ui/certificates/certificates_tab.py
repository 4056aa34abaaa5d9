"""The tab 证书 of the page 报送: what was given out, to whom, and whether it still holds."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout

from jz_training.domain.certificate import Certificate, CertificateKind
from jz_training.labels.certificates import CERTIFICATE_KINDS
from jz_training.services.certificate_list import CertificateQuery
from jz_training.ui.certificates.certificate_acts import (
    issue_certificates,
    issue_proofs,
    print_certificates,
    show_register,
    withdraw,
)
from jz_training.ui.certificates.certificate_columns import certificate_columns
from jz_training.ui.certificates.verify_line import VerifyLine
from jz_training.ui.context import Context
from jz_training.ui.side_tab import SideTab, TabAction
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import plain_label
from jz_training.ui.widgets.card import Card
from jz_training.ui.widgets.segmented import Segmented
from jz_training.ui.widgets.table import Table

ALL, STANDING, WITHDRAWN, LOST = "all", "standing", "withdrawn", "lost"
_STATES = ((ALL, "全部状态"), (STANDING, "有效"), (WITHDRAWN, "已作废"), (LOST, "与考勤不符"))
_KINDS = ((ALL, "全部"), *((kind.value, word) for kind, word in CERTIFICATE_KINDS.items()))
#: A pause in typing after which the list follows.
_PAUSE_MS = 150


class CertificatesTab(SideTab):
    """Lists certificates and proofs of hours; a code can be looked up above the list."""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._ctx = ctx
        self._wanted: UUID | None = None
        self._make_filters()
        self._make_table()
        self.verify = VerifyLine(ctx)
        self.verify.found.connect(self._want)
        card = Card(padding=8)
        card.add(self.table, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().sizes.gap)
        column.addLayout(self._head)
        column.addWidget(self.verify)
        column.addWidget(card, 1)

    # --- for the page --------------------------------------------------------------------------

    def actions_wanted(self) -> tuple[TabAction, ...]:
        register = TabAction(text="登记表", act=self.show_register, icon="printer")
        if self._ctx.desk.read_only:
            return (register,)
        return (
            register,
            TabAction(text="学时证明", act=self.begin_proof, icon="plus"),
            TabAction(text="发放证书", act=self.begin, icon="plus", primary=True),
        )

    def refresh(self) -> None:
        query, certificates = self.query(), self._ctx.desk.certificates
        self._ctx.work.read(certificates.years, self._offer_years, owner=self, key="years")
        self._ctx.work.read(lambda: certificates.list(query), self._show, owner=self, key="list")

    def begin(self) -> None:
        if not self._ctx.desk.read_only:
            issue_certificates(self._ctx, self)

    def begin_proof(self) -> None:
        """Open the dialog for a proof of hours."""
        if not self._ctx.desk.read_only:
            issue_proofs(self._ctx, self)

    def focus_filter(self) -> None:
        self.text.setFocus()

    def focus_rows(self) -> None:
        self.table.setFocus()

    # --- construction --------------------------------------------------------------------------

    def _make_filters(self) -> None:
        self.text = QLineEdit()
        self.text.setPlaceholderText("姓名、单位、培训或编号")
        self.text.setAccessibleName("筛选证书")
        self.text.setClearButtonEnabled(True)
        self.text.setFixedWidth(theme().sizes.of(220))
        self.kind = Segmented(_KINDS)
        self.kind.setAccessibleName("种类")
        self.year, self.state = QComboBox(), QComboBox()
        self.year.setAccessibleName("年度")
        self.year.addItem("全部年度", None)
        self.state.setAccessibleName("状态")
        for key, word in _STATES:
            self.state.addItem(word, key)
        self.count = plain_label("", "small")
        self._typing = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._head = QHBoxLayout()
        self._head.setSpacing(8)
        for widget in (self.text, self.kind, self.year, self.state):
            self._head.addWidget(widget)
        self._head.addStretch(1)
        self._head.addWidget(self.count)
        self._typing.timeout.connect(self.refresh)
        self.text.textChanged.connect(lambda _: self._typing.start())
        self.kind.chosen.connect(lambda _: self.refresh())
        for box in (self.year, self.state):
            box.currentIndexChanged.connect(lambda _: self.refresh())

    def _make_table(self) -> None:
        self.table: Table[Certificate] = Table(
            "certificates", certificate_columns(), memory=self._ctx.memory, tall=True
        )
        self.table.opened.connect(lambda _: self.print())
        self.table.add_action("打印…", self.print, keys="Ctrl+P")
        self.table.add_action("打开场次", self.open_training, keys="Ctrl+J")
        self.table.add_separator()
        self.table.add_action("作废…", self.withdraw, keys="Del")

    # --- showing -------------------------------------------------------------------------------

    def query(self) -> CertificateQuery:
        """Return which certificates the filters mean."""
        kind, state = self.kind.value(), self.state.currentData()
        return CertificateQuery(
            kind=None if kind == ALL else CertificateKind(kind),
            year=self.year.currentData(),
            withdrawn={STANDING: False, WITHDRAWN: True}.get(state),
            ground_lost=state == LOST,
            text=self.text.text(),
        )

    def _offer_years(self, years: tuple[int, ...]) -> None:
        known = {self.year.itemData(at) for at in range(1, self.year.count())}
        if known == set(years):
            return
        kept = self.year.currentData()
        self.year.blockSignals(True)
        while self.year.count() > 1:
            self.year.removeItem(1)
        for year in years:
            self.year.addItem(f"{year} 年", year)
        self.year.setCurrentIndex(max(0, self.year.findData(kept)) if kept else 0)
        self.year.blockSignals(False)

    def _show(self, rows: tuple[Certificate, ...]) -> None:
        filtered = self.query() != CertificateQuery()
        if filtered:
            self.table.set_empty("没有符合条件的证书。", verb="清除筛选", act=self.clear)
        else:
            self.table.set_empty(
                "还没有发放过证书。证书和学时证明按已关闭场次的考勤发放，自动编号。",
                verb="发放证书",
                act=self.begin,
            )
        self.table.show_rows(rows, [row.id for row in rows])
        self.count.setText(f"共 {len(rows)} 份")
        self.counted.emit(None if filtered else len(rows))
        if self._wanted is not None and self.table.select(self._wanted):
            self._wanted = None

    def clear(self) -> None:
        """Take every filter off."""
        self.text.clear()
        self.kind.set_value(ALL)
        self.year.setCurrentIndex(0)
        self.state.setCurrentIndex(0)
        self.refresh()

    def _want(self, certificate_id: UUID) -> None:
        """Bring a certificate into sight, without filters if they hide it."""
        if not self.table.select(certificate_id):
            self._wanted = certificate_id
            self.clear()

    # --- doing ---------------------------------------------------------------------------------

    def print(self) -> None:
        """Show what is selected as it will be printed."""
        chosen = set(self.table.selected_ids())
        rows = (self.table.model.row_at(at) for at in range(self.table.model.rowCount()))
        print_certificates(
            self._ctx, self, [row for row in rows if row is not None and row.id in chosen]
        )

    def withdraw(self) -> None:
        """Withdraw the certificate with the cursor."""
        row = self.table.current_row()
        if row is not None and not self._ctx.desk.read_only:
            withdraw(self._ctx, self, row)

    def open_training(self) -> None:
        """Open the training of the certificate with the cursor."""
        row = self.table.current_row()
        if row is None:
            return
        training_id = row.training_id or row.facts.trainings[-1].training_id
        self._ctx.open_page("training", training_id=training_id, tab="attendance")

    def show_register(self) -> None:
        """Show the register of what the filters mean."""
        show_register(self._ctx, self, self.query())
