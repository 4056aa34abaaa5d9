"""The documents of a dossier in short words."""

from __future__ import annotations

from uuid import UUID

from jz_training.domain.dossier import DossierLine, DossierPart, PartState
from jz_training.domain.filing import FiledRow
from jz_training.labels.dossier import OWN_PAPERS, PART_STATES
from jz_training.labels.file_sizes import size_words
from jz_training.ui.style.theme import Tone

#: What is filed elsewhere and belongs here too, by the part it is shown in.
_ELSEWHERE = {
    DossierPart.NOTICE: "随通知归档",
    DossierPart.MATERIAL: "随学习材料归档",
    DossierPart.LEAVE: "随请假归档",
    DossierPart.MAKE_UP: "随补学归档",
}

_TONES = {
    PartState.HERE: Tone.GREEN,
    PartState.MISSING: Tone.DASHED,
    PartState.NOT_NEEDED: Tone.GREY,
}


def state_badge(line: DossierLine) -> tuple[str, Tone]:
    """Return 有 2, 有, 无 or 不适用 with its tone."""
    word = PART_STATES[line.state]
    if line.documents:
        word = f"{word} {len(line.documents)}"
    return word, _TONES[line.state]


def is_elsewhere(row: FiledRow, training_id: UUID | None) -> bool:
    """Tell whether a document is filed with something else, to be changed there."""
    return row.draft.training_id != training_id


def is_picture(row: FiledRow) -> bool:
    """Tell whether a document may be a photo as the program keeps them."""
    return row.suffix in {".jpg", ".png"}


def second_line(row: FiledRow, part: DossierPart, training_id: UUID | None) -> str:
    """Return what stands below a document's name."""
    words = [_size(row)]
    if is_elsewhere(row, training_id):
        words.append(_ELSEWHERE.get(part, "在别处归档"))
    elif row.draft.note:
        words.insert(0, row.draft.note.split("\n")[0])
    elif part is DossierPart.PHOTO:
        words.insert(0, "还没有说明，按 F2 填写")
    if row.original_sha256:
        words.append("另存有原图")
    return "　".join(words)


def own_words(line: DossierLine) -> str:
    """Return what the program itself puts into a part, and what it still wants."""
    words = ""
    if line.own is not None:
        words = f"导出档案时，自动放入“{OWN_PAPERS[line.own]}”。"
    if line.part is DossierPart.SHEET and not line.documents:
        words += "签名的原件请扫描或拍照后放到这里。"
    if line.settled:
        words += "没有人请假。" if line.part is DossierPart.LEAVE else "没有人缺课。"
    return words


def _size(row: FiledRow) -> str:
    if row.sha256 is None:
        return "纸质件"
    kind = row.suffix.lstrip(".").upper()
    return f"{kind} {size_words(row.size)}".strip()
