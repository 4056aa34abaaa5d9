"""The documents of one part: pictures as thumbnails, words changed in place, order by dragging."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from jz_training.domain.dossier import DossierLine, DossierPart
from jz_training.domain.filing import FiledRow
from jz_training.ui.style.fonts import ui_font
from jz_training.ui.style.icons import icon
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import dress
from jz_training.ui.trainings.dossier.document_words import is_elsewhere, is_picture, second_line
from jz_training.ui.trainings.dossier.thumbnails import THUMBNAIL, untinted
from jz_training.ui.widgets.empty_state import EmptyState

_Index = QModelIndex | QPersistentModelIndex
_SECOND = int(Qt.ItemDataRole.UserRole) + 1

_IN_LINE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


class DocumentList(QListWidget):
    """Shows documents. Signals: described(FiledRow, str): the caption of a photo or the name of
    another document as it was typed; arranged(list[UUID]): the order after dragging."""

    described = Signal(object, str)
    arranged = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.rows: dict[UUID, FiledRow] = {}
        self._part: DossierPart | None = None
        dress(self, "documents")
        self.setAccessibleName("归入这一项的材料")
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.SelectedClicked
        )
        self.setItemDelegate(_Delegate(self))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.empty = EmptyState(self)
        self.empty.hide()
        self.model().rowsMoved.connect(lambda *_: self.arranged.emit(self.ids()))

    # --- showing -------------------------------------------------------------------------------

    def show_line(self, line: DossierLine, training_id: UUID) -> None:
        """Show the documents of a part, keeping the selection where it still exists."""
        chosen = set(self.selected())
        self._part = line.part
        self.rows = {row.id: row for row in line.documents}
        photos = any(is_picture(row) for row in line.documents)
        self.setIconSize(self._icon_size(large=photos))
        self.clear()
        for row in line.documents:
            self.addItem(self._item(row, line.part, training_id, large=photos))
        for at in range(self.count()):
            self.item(at).setSelected(self._id_at(at) in chosen)
        self.empty.setVisible(not line.documents)

    def show_thumbnails(self, found: Mapping[UUID, QImage]) -> None:
        """Show pictures that were read in the background."""
        for at in range(self.count()):
            image = found.get(self._id_at(at))
            if image is not None and not image.isNull():
                self.item(at).setIcon(untinted(QPixmap.fromImage(image)))

    def pixels(self) -> QSize:
        """Return how large thumbnails should be read."""
        return self._icon_size(large=True) * self.devicePixelRatioF()

    # --- what is chosen ------------------------------------------------------------------------

    def selected(self) -> list[UUID]:
        """Return the documents selected, in the order shown."""
        return [self._id_at(at) for at in range(self.count()) if self.item(at).isSelected()]

    def ids(self) -> list[UUID]:
        """Return every document in the order shown."""
        return [self._id_at(at) for at in range(self.count())]

    def choose(self, document_id: UUID) -> None:
        """Select one document."""
        self.clearSelection()
        for at in range(self.count()):
            if self._id_at(at) == document_id:
                self.setCurrentRow(at)

    # --- rows ----------------------------------------------------------------------------------

    def row_at(self, index: _Index) -> FiledRow | None:
        """Return the document behind an index."""
        return self.rows.get(self._id_at(index.row()))

    def typed(self, index: _Index) -> str:
        """Return what is edited in place: the caption of a photo, the name of anything else."""
        row = self.row_at(index)
        if row is None:
            return ""
        return row.draft.note if self._part is DossierPart.PHOTO else row.draft.name

    def _id_at(self, at: int) -> UUID:
        return UUID(hex=self.item(at).data(Qt.ItemDataRole.UserRole))

    def _item(
        self, row: FiledRow, part: DossierPart, training_id: UUID, *, large: bool
    ) -> QListWidgetItem:
        item = QListWidgetItem(icon("file-text"), row.draft.name)
        item.setData(Qt.ItemDataRole.UserRole, row.id.hex)
        second = second_line(row, part, training_id)
        item.setData(_SECOND, second)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{row.draft.name}，{second}")
        height = THUMBNAIL.height() + 16 if large else 52
        item.setSizeHint(QSize(0, theme().sizes.of(height)))
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not is_elsewhere(row, training_id):
            flags |= Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsDragEnabled
        item.setFlags(flags)
        return item

    def _icon_size(self, *, large: bool) -> QSize:
        of = theme().sizes.of
        return (
            QSize(of(THUMBNAIL.width()), of(THUMBNAIL.height())) if large else QSize(of(20), of(20))
        )


class _Delegate(QStyledItemDelegate):
    """Draws the second line and edits in place."""

    def __init__(self, owner: DocumentList) -> None:
        super().__init__(owner)
        self._owner = owner

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        super().initStyleOption(option, index)
        option.text = ""  # painted by ourselves, in two lines

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        super().paint(painter, option, index)
        area = option.rect
        left, height = self._left(area), theme().sizes.of(20)
        width = max(0, area.right() - left - 8)
        roles = theme().roles
        painter.save()
        for line, words, role, pixels in (
            (-1, index.data(), roles.ink, theme().sizes.text),
            (0, index.data(_SECOND), roles.secondary, theme().sizes.small),
        ):
            painter.setFont(ui_font(pixels))
            painter.setPen(QColor(role))
            shown = painter.fontMetrics().elidedText(
                str(words or ""), Qt.TextElideMode.ElideRight, width
            )
            top = area.center().y() + line * height
            painter.drawText(QRect(left, top, width, height), _IN_LINE, shown)
        painter.restore()

    def _left(self, area: QRect) -> int:
        """Return where words begin, beside the picture."""
        return area.left() + self._owner.iconSize().width() + theme().sizes.of(24)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setAccessibleName("说明或名称")
        return editor

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: _Index
    ) -> None:
        area = option.rect
        left = self._left(area) - 6
        height = theme().sizes.control
        editor.setGeometry(left, area.center().y() - height // 2, area.right() - left - 8, height)

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        assert isinstance(editor, QLineEdit)
        editor.setText(self._owner.typed(index))
        editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        assert isinstance(editor, QLineEdit)
        row, text = self._owner.row_at(index), editor.text().strip()
        if row is not None and text != self._owner.typed(index):
            self._owner.described.emit(row, text)
