"""The right side of the tab 材料: one part of the dossier with its documents and what to do."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QListWidgetItem, QMenu

from jz_training.domain.dossier import DossierLine, DossierPart, PartState
from jz_training.labels.dossier import DOSSIER_PARTS
from jz_training.ui.style.text import plain_label
from jz_training.ui.trainings.dossier.document_list import DocumentList
from jz_training.ui.trainings.dossier.document_words import own_words, state_badge
from jz_training.ui.widgets.badge import Badge
from jz_training.ui.widgets.card import Card
from jz_training.ui.widgets.verb_button import verb_button


class DocumentsCard(Card):
    """Shows a part and asks for acts.

    Signals: add_asked(), folder_asked(), open_asked(), rename_asked(), remove_asked(),
    pages_asked(int): how many photos a page,
    move_asked(DossierPart), not_needed(bool).
    """

    add_asked = Signal()
    folder_asked = Signal()
    open_asked = Signal()
    rename_asked = Signal()
    remove_asked = Signal()
    move_asked = Signal(object)
    not_needed = Signal(bool)
    pages_asked = Signal(int)

    def __init__(self, *, writes: bool) -> None:
        super().__init__()
        self._writes = writes
        self.list = DocumentList()
        self._make_head()
        self._make_buttons()
        self._make_actions()
        self._lay_out()
        self.list.itemSelectionChanged.connect(self.enable)

    def show_line(self, line: DossierLine) -> None:
        """Show which part this is and how it stands."""
        self.name.setText(DOSSIER_PARTS[line.part])
        self.state.show_word(*state_badge(line))
        words = own_words(line)
        self.own.setText(words)
        self.own.setVisible(bool(words))
        self.skip.blockSignals(True)
        self.skip.setChecked(line.state is PartState.NOT_NEEDED)
        self.skip.blockSignals(False)
        self.skip.setVisible(line.state is not PartState.HERE)
        self.skip.setEnabled(self._writes and not line.settled)
        self.folder.setVisible(line.part is DossierPart.PHOTO)
        self.originals.setVisible(line.part is DossierPart.PHOTO)
        self.pages.setVisible(line.part is DossierPart.PHOTO and bool(line.documents))
        self._say_empty(line)
        self._fill_moves(line.part)

    def enable(self) -> None:
        """Let the buttons follow the selection."""
        chosen = self.list.selected()
        ours = bool(chosen) and all(self._is_ours(one) for one in self.list.selectedItems())
        self.opening.setEnabled(len(chosen) == 1)
        self.renaming.setEnabled(self._writes and ours and len(chosen) == 1)
        for made in (self.moving, self.removing):
            made.setEnabled(self._writes and ours)

    # --- construction --------------------------------------------------------------------------

    def _make_head(self) -> None:
        self.name = plain_label("", "card_title")
        self.state = Badge()
        self.skip = QCheckBox("本场不适用")
        self.skip.toggled.connect(self.not_needed)
        self.originals = QCheckBox("另存照片原图")
        self.own = plain_label("", "secondary", wrap=True)

    def _make_buttons(self) -> None:
        self.adding = verb_button("添加文件…", "plus", self.add_asked.emit, keys="Ctrl+N")
        self.folder = verb_button("添加文件夹…", "folder-open", self.folder_asked.emit)
        self.opening = verb_button("打开", "external-link", self.open_asked.emit, keys="回车")
        self.renaming = verb_button("改名…", "pencil", self.rename_asked.emit)
        self.moving = verb_button("移到", "list", lambda: None)
        self.removing = verb_button("移除", "trash-2", self.remove_asked.emit, keys="Del")
        self.pages = verb_button("照片页", "printer", lambda: None)
        menu = QMenu(self.pages)
        for count in (2, 4):
            action = menu.addAction(f"每页 {count} 张…")
            action.triggered.connect(lambda _=False, count=count: self.pages_asked.emit(count))
        self.pages.setMenu(menu)
        self._moves = QMenu(self.moving)
        self.moving.setMenu(self._moves)
        for made in (self.adding, self.folder, self.originals):
            made.setEnabled(self._writes)

    def _make_actions(self) -> None:
        for keys, act in (
            ("Return", self.opening.click),
            ("Del", self.removing.click),
        ):
            action = QAction(self.list)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(lambda _=False, act=act: act())
            self.list.addAction(action)
        self.list.itemDoubleClicked.connect(lambda _: self.opening.click())
        self.list.customContextMenuRequested.connect(self._show_menu)

    def _lay_out(self) -> None:
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.name)
        head.addWidget(self.state)
        head.addStretch(1)
        for made in (self.originals, self.skip, self.folder, self.adding):
            head.addWidget(made)
        foot.setSpacing(8)
        hint = "可以把文件或文件夹拖到这里；拖动材料可以调整顺序。" if self._writes else ""
        foot.addWidget(plain_label(hint, "small"))
        foot.addStretch(1)
        for made in (self.pages, self.opening, self.renaming, self.moving, self.removing):
            foot.addWidget(made)
        self.add(head)
        self.add(self.own)
        self.add(self.list, 1)
        self.add(foot)

    # --- words and menus -----------------------------------------------------------------------

    def _say_empty(self, line: DossierLine) -> None:
        if line.state is PartState.NOT_NEEDED:
            self.list.empty.set_words("这一项本场不适用。")
        elif self._writes:
            self.list.empty.set_words(
                "这一项还没有归档的材料，可以把文件拖到这里。",
                verb="添加文件…",
                act=self.add_asked.emit,
            )
        else:
            self.list.empty.set_words("这一项还没有归档的材料。")

    def _fill_moves(self, part: DossierPart) -> None:
        self._moves.clear()
        for other, word in DOSSIER_PARTS.items():
            if other is not part:
                action = self._moves.addAction(word)
                action.triggered.connect(lambda _=False, other=other: self.move_asked.emit(other))

    def _show_menu(self, at: QPoint) -> None:
        menu = QMenu(self.list)
        for made in (self.opening, self.renaming, self.removing):
            action = menu.addAction(made.text())
            action.setEnabled(made.isEnabled())
            action.triggered.connect(made.click)
        menu.exec(self.list.viewport().mapToGlobal(at))

    @staticmethod
    def _is_ours(item: QListWidgetItem) -> bool:
        return bool(item.flags() & Qt.ItemFlag.ItemIsDragEnabled)
