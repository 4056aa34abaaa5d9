"""The look of the meeting room: always dark, for a projector shows no black but what is unlit."""

from __future__ import annotations

from dataclasses import dataclass

from jz_training.domain.attendance import AttendanceStatus

GROUND = "#0E1116"
INK = "#F4F6F8"
FAINT = "#9AA6B2"
LINE = "#2C343F"
FIELD = "#1A212B"
FOCUS = "#7DA7F7"
CHOSEN = "#24364F"
GREEN = "#5BD68A"
AMBER = "#F2C14E"
RED = "#FF8A7A"


@dataclass(frozen=True, slots=True)
class TileLook:
    """How a tile of one kind is drawn."""

    ground: str
    letters: str
    edge: str


_WAITING = TileLook("#1A212B", INK, "#46525F")
_CAME = TileLook("#14532D", "#EAFBF0", "#2FA864")
_PARTLY = TileLook("#4A3506", "#FFE9B0", "#B98A1B")
_EXCUSED = TileLook("#242B35", "#AEB8C4", "#2C343F")
_ABSENT = TileLook("#1A212B", "#FFB4A8", "#8F3A30")

STATUS_LOOKS: dict[AttendanceStatus, TileLook] = {
    AttendanceStatus.UNRECORDED: _WAITING,
    AttendanceStatus.PRESENT: _CAME,
    AttendanceStatus.ONLINE: _CAME,
    AttendanceStatus.LATE: _PARTLY,
    AttendanceStatus.EARLY: _PARTLY,
    AttendanceStatus.LEAVE: _EXCUSED,
    AttendanceStatus.ABSENT: _ABSENT,
}

#: Every tile and every word on the ground; a test reads their contrast.
PAIRS = (
    *((look.letters, look.ground) for look in STATUS_LOOKS.values()),
    *((words, GROUND) for words in (INK, FAINT, GREEN, AMBER, RED)),
)
