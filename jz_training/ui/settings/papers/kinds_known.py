"""What the tab 版式 knows of each kind of paper: what may be adjusted, and how it is told."""

from __future__ import annotations

from collections.abc import Mapping

from jz_training.domain.paper_kind import PaperKind
from jz_training.ui.settings.papers.layout_form import OUR_TITLE_SHOWN, KnownLayout

_BESIDE = "印在每页最下方，页码的另一侧，如：内部资料。"
_ABOVE = "印在首页版心上方；也可以把图片拖到这里。"

_OFFICIAL = {"footer": _BESIDE, "logo": f"{_ABOVE}用“文件”版式时不印。"}

_HINTS: Mapping[PaperKind, Mapping[str, str]] = {
    PaperKind.SIGN_IN_SHEET: {
        "title": f"{OUR_TITLE_SHOWN}是场次主题加“签到表”，前后可以加字。",
        "columns": "去掉的栏，宽度分给其余的栏。序号、姓名、签名必有。",
        "signatures": "第一个印在每页下方，其余印在末页合计下面。",
    },
    PaperKind.MEETING_NOTICE: _OFFICIAL,
    PaperKind.RECORD: _OFFICIAL,
    PaperKind.TRAINING_SUMMARY: _OFFICIAL,
    PaperKind.PERIOD_SUMMARY: _OFFICIAL,
    PaperKind.PERSON_FILE: _OFFICIAL,
    PaperKind.HOURS_PROOF: {"footer": _BESIDE, "logo": _ABOVE},
    PaperKind.AGENDA: {"logo": "印在首页左上角；也可以把图片拖到这里。"},
    PaperKind.CERTIFICATE: {
        "footer": "印在查验码后面，代替“可凭查验码向发证单位查验”。",
        "logo": "印在标题上方正中；也可以把图片拖到这里。",
    },
}


def known_layouts() -> dict[PaperKind, KnownLayout]:
    """Return the kinds of which something may be adjusted, as we make them. On a worker."""
    from jz_training.documents.paper_layouts import ADJUSTABLE

    return {kind: _known(kind) for kind in ADJUSTABLE}


def _known(kind: PaperKind) -> KnownLayout:
    from jz_training.documents.paper_layouts import LISTS, layout_parts, our_layout, paper_columns

    needed = frozenset(column.key for column in paper_columns(kind) if column.needed)
    return KnownLayout(
        ours=our_layout(kind),
        parts=frozenset(part.value for part in layout_parts(kind)),
        needed=None if kind in LISTS else needed,
        hints=_HINTS.get(kind, {}),
    )
