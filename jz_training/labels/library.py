"""The words of the libraries: kinds of venues."""

from __future__ import annotations

from jz_training.domain.library import VenueKind

VENUE_KINDS: dict[VenueKind, str] = {
    VenueKind.CULTURE_PALACE: "工人文化宫",
    VenueKind.BOOK_HOUSE: "职工书屋",
    VenueKind.MEETING_ROOM: "会议室",
    VenueKind.WORKSHOP: "车间",
    VenueKind.ONLINE: "线上",
    VenueKind.OTHER: "其他",
}
