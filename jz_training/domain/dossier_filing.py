"""Filing into a dossier: what is handed over, what came of it, and where a file belongs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from jz_training.domain.dossier import DossierPart

#: Endings of pictures; what a file really is, is judged by its content when it is read.
PICTURES = frozenset(
    {
        *(".jpg", ".jpeg", ".png", ".bmp", ".gif", ".webp", ".tif", ".tiff"),
        *(".heic", ".heif", ".jfif", ".avif"),
    }
)

#: Words of a file's name that tell its part; of two, the one that stands further to the right.
_WORDS: Mapping[str, DossierPart] = {
    "通知": DossierPart.NOTICE,
    "方案": DossierPart.NOTICE,
    "议程": DossierPart.AGENDA,
    "日程": DossierPart.AGENDA,
    "签到": DossierPart.SHEET,
    "考勤": DossierPart.SHEET,
    "请假": DossierPart.LEAVE,
    "假条": DossierPart.LEAVE,
    "记录": DossierPart.RECORD,
    "纪要": DossierPart.RECORD,
    "发言": DossierPart.SPEECH,
    "提纲": DossierPart.SPEECH,
    "讲话": DossierPart.SPEECH,
    "体会": DossierPart.SPEECH,
    "照片": DossierPart.PHOTO,
    "简报": DossierPart.BRIEF,
    "信息": DossierPart.BRIEF,
    "截图": DossierPart.BRIEF,
    "报道": DossierPart.BRIEF,
    "推送": DossierPart.BRIEF,
    "补学": DossierPart.MAKE_UP,
    "补课": DossierPart.MAKE_UP,
    "小结": DossierPart.SUMMARY,
    "总结": DossierPart.SUMMARY,
    "材料": DossierPart.MATERIAL,
    "课件": DossierPart.MATERIAL,
    "讲义": DossierPart.MATERIAL,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ToFile:
    """One file for a dossier: `source` is what is kept, `original` the photo as it came, if wished.

    `name` has no ending; empty: that of the source. `taken` is when a photo was taken.
    """

    part: DossierPart
    source: Path
    name: str = ""
    caption: str = ""
    taken: datetime | None = None
    original: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFiled:
    """A file that was left out: why, in a sentence, or the document that has the same content."""

    name: str
    reason: str = ""
    twin: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """What came of filing: the documents made, and what was left out."""

    ids: tuple[UUID, ...] = ()
    left_out: tuple[NotFiled, ...] = ()


def is_picture_name(name: str) -> bool:
    """Tell whether a file goes by the ending of a picture."""
    return Path(name).suffix.lower() in PICTURES


def guessed_part(name: str) -> DossierPart:
    """Return the part a file seems to belong to by its name; a proposal, shown to be corrected."""
    stem = Path(name).stem
    found = [(stem.rfind(word), len(word), word) for word in _WORDS if word in stem]
    if found:
        return _WORDS[max(found)[2]]
    return DossierPart.PHOTO if is_picture_name(name) else DossierPart.MATERIAL


def by_time_taken(files: Sequence[ToFile]) -> tuple[ToFile, ...]:
    """Return files in order of taking; those without a time follow in the order given."""
    dated = sorted((one for one in files if one.taken), key=lambda one: (one.taken, one.name))
    return (*dated, *(one for one in files if one.taken is None))
