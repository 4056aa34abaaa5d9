"""What a report on a paper says in words: fonts that stand in, characters lacking, texts cut."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from jz_training.labels.faces import face_name
from jz_training.labels.fonts import FONT_TROUBLES

if TYPE_CHECKING:
    from jz_training.documents.drawing.paper_report import FontUse, MissingCharacter, PaperReport

#: So many characters are named in the one line above a paper.
_NAMED = 3


def strip_words(report: PaperReport) -> str:
    """Return everything a report has to tell as one line, what weighs most first.

    Empty when all is as asked for.
    """
    parts = (_missing(report.missing), _cut(len(report.cut)), _fonts(report))
    return "　·　".join(filter(None, parts))


def is_serious(report: PaperReport) -> bool:
    """Tell whether text is lacking on the paper, rather than set in another face."""
    return bool(report.missing or report.cut)


def font_lines(report: PaperReport) -> tuple[tuple[str, str], ...]:
    """Return the roles that are served by another face, each with that face and why.

    A face that is installed and could not be taken is named with the reason.
    """
    return tuple(
        (use.role.value, f"用“{face_name(use.face)}”代替{_reason(use)}")
        for use in report.fonts
        if use.substitute
    )


def _reason(use: FontUse) -> str:
    if use.refused:
        told = "；".join(f"“{one.name}”{FONT_TROUBLES[one.trouble]}" for one in use.refused)
        return f"：{told}"
    return f"：{FONT_TROUBLES[use.trouble]}" if use.trouble is not None else ""


def _stand_ins(report: PaperReport) -> tuple[tuple[str, str], ...]:
    """Return the faces that stand in, each with the roles it serves."""
    roles: dict[str, list[str]] = {}
    for use in report.fonts:
        if use.substitute:
            roles.setdefault(face_name(use.face), []).append(use.role.value)
    return tuple(("、".join(served), face) for face, served in roles.items())


def places_words(found: MissingCharacter) -> str:
    """Return where a character stands that no font has."""
    return "出现在：" + "、".join(f"“{place}”" for place in found.places)


def _fonts(report: PaperReport) -> str:
    return "，".join(f"{roles}用“{face}”代替" for roles, face in _stand_ins(report))


def _missing(found: Sequence[MissingCharacter]) -> str:
    if not found:
        return ""
    named = "、".join(f"{each.character}（{each.code_point}）" for each in found[:_NAMED])
    rest = "等" if len(found) > _NAMED else ""
    return f"{len(found)} 个字没有字形：{named}{rest}"


def _cut(count: int) -> str:
    return f"{count} 处文字太长，已截短" if count else ""
