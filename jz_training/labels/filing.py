"""The words of filed documents: what each is."""

from __future__ import annotations

from jz_training.domain.filing import DocumentKind

DOCUMENT_KINDS: dict[DocumentKind, str] = {
    DocumentKind.NOTICE: "通知原文",
    DocumentKind.MATERIAL: "学习材料",
    DocumentKind.PLAN: "方案、计划",
    DocumentKind.MINUTES: "会议纪要",
    DocumentKind.MEASURES: "具体措施",
    DocumentKind.REPORT: "情况报告",
    DocumentKind.ARTICLE: "文章",
    DocumentKind.PICTURE: "照片、截图",
    DocumentKind.OTHER: "其他",
}
