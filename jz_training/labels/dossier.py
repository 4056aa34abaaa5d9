"""The words of a dossier (一会一档): its parts, their state, and what was left out of it."""

from __future__ import annotations

from jz_training.domain.dossier import DossierPart, OwnPaper, PartState
from jz_training.domain.dossier_filing import NotFiled

#: The checklist, as it is printed (domain.md §2 学习档案).
DOSSIER_PARTS: dict[DossierPart, str] = {
    DossierPart.NOTICE: "方案、通知",
    DossierPart.AGENDA: "议程",
    DossierPart.MATERIAL: "学习材料",
    DossierPart.SHEET: "签到表",
    DossierPart.LEAVE: "请假条",
    DossierPart.RECORD: "学习记录",
    DossierPart.SPEECH: "发言材料",
    DossierPart.PHOTO: "照片",
    DossierPart.BRIEF: "简报、信息稿",
    DossierPart.MAKE_UP: "补学记录",
    DossierPart.SUMMARY: "小结",
}

#: Short words for the folders of the exported originals: 01通知 …
DOSSIER_FOLDERS: dict[DossierPart, str] = {
    **DOSSIER_PARTS,
    DossierPart.NOTICE: "通知",
    DossierPart.BRIEF: "简报",
}

PART_STATES: dict[PartState, str] = {
    PartState.HERE: "有",
    PartState.MISSING: "无",
    PartState.NOT_NEEDED: "不适用",
}

OWN_PAPERS: dict[OwnPaper, str] = {
    OwnPaper.AGENDA: "议程",
    OwnPaper.SHEET: "考勤表",
    OwnPaper.LEAVE: "请假登记",
    OwnPaper.RECORD: "学习记录",
    OwnPaper.MAKE_UP: "补学登记",
    OwnPaper.SUMMARY: "情况小结",
}


def not_filed_words(one: NotFiled) -> str:
    """Return why a file was left out of a dossier."""
    if one.twin:
        return f"与已有的“{one.twin}”内容相同，没有重复归档。"
    return one.reason


# --- on paper --------------------------------------------------------------------------------

COVER = "学习档案（一会一档）"
CONTENTS = "档案清单"
NOTE_ON_PAPER = "这份材料只登记了纸质件，请把原件附在本页之后。"
NOTE_OTHER = "这份材料是 {kind} 文件，不能并入本 PDF。"
NOTE_UNREADABLE = "这份材料不能并入本 PDF。"
NOTE_ZIP = "原件在随附的压缩包里：{where}"
PAGE_OF = "档案第 {page} 页　共 {pages} 页"
