"""What will be recorded of an export: every row in its group, and what was decided by hand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from jz_training.domain.attendance import AttendanceStatus, AttendeeRole, AttendeeRow
from jz_training.domain.meeting_reading import Participant, Unreadable
from jz_training.domain.name_matching import MatchReason
from jz_training.domain.near_names import NearReason
from jz_training.domain.online_attendance import Judged, MeetingDecisions, MeetingMatch, judge

_UNRECORDED = AttendanceStatus.UNRECORDED


class Group(StrEnum):
    """Where a row of the preview stands; the words are of the tabs."""

    READY = "ready"  # 可直接登记
    CONFIRM = "confirm"  # 需要确认
    CHOOSE = "choose"  # 同名待选
    SHORT = "short"  # 时长不足
    KEPT = "kept"  # 已有登记
    STRANGERS = "strangers"  # 不在名单
    UNSEEN = "unseen"  # 未见上线
    UNREAD = "unread"  # 没有读懂


class Fate(StrEnum):
    """What was decided of a participant who is nobody of the list."""

    WALK_IN = "walk_in"
    IGNORED = "ignored"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRow:
    """One row of the preview. `key` is the same as long as it means the same."""

    key: tuple[Group, int, int]
    people: tuple[Participant, ...] = ()
    places: tuple[int, ...] = ()
    line: AttendeeRow | None = None
    judged: tuple[Judged, ...] = ()
    near: NearReason | None = None
    certain: MatchReason | None = None
    choices: tuple[int, ...] = ()
    likely: int | None = None
    fate: Fate | None = None
    overwritten: bool = False
    unread: Unreadable | None = None

    @property
    def group(self) -> Group:
        """Return the group it stands in."""
        return self.key[0]

    @property
    def place(self) -> int:
        """Return the place of its first participant."""
        return self.places[0]


class MeetingPlan:
    """An export held against a list, with the decisions of the secretary.

    `threshold`, `below`, `unseen` and `overwrite` may be set; `rows()` follows.
    """

    def __init__(self, match: MeetingMatch) -> None:
        self.match = match
        self.threshold = match.threshold
        self.below = _UNRECORDED
        self.unseen = _UNRECORDED
        self.overwrite: set[int] = set()
        self._given: dict[int, int] = {}  # place → number, by hand
        self._fates: dict[int, Fate] = {}
        self._lines = {row.number: row for row in match.rows if row.role is AttendeeRole.EXPECTED}

    # --- deciding ------------------------------------------------------------------------------

    def give(self, place: int, number: int) -> None:
        """Take a participant for a person of the list."""
        self._fates.pop(place, None)
        self._given[place] = number

    def set_fate(self, places: Iterable[int], fate: Fate) -> None:
        """Take participants for nobody of the list."""
        for place in places:
            self._given.pop(place, None)
            self._fates[place] = fate

    def accept_all(self, reason: NearReason) -> int:
        """Accept every suggestion of one reason that stands alone; return how many there were."""
        rows = [row for row in self.rows()[Group.CONFIRM] if row.near is reason]
        numbers = [row.line.number for row in rows if row.line]
        places = [row.place for row in rows]
        taken = 0
        for row in rows:
            alone = places.count(row.place) == 1
            if row.line and alone and numbers.count(row.line.number) == 1:
                self.give(row.place, row.line.number)
                taken += 1
        return taken

    def toggle_overwrite(self, numbers: Iterable[int]) -> None:
        """Let marks that are there be overwritten, or keep them again."""
        self.overwrite ^= set(numbers)

    def take_over(self, before: MeetingPlan) -> None:
        """Keep the decisions of an earlier plan of the same export."""
        self.threshold, self.below, self.unseen = before.threshold, before.below, before.unseen
        self.overwrite = set(before.overwrite)
        self._given = {p: n for p, n in before._given.items() if n in self._lines}
        self._fates = dict(before._fates)

    # --- what follows --------------------------------------------------------------------------

    @property
    def lines(self) -> dict[int, AttendeeRow]:
        """Return the expected lines of the list by number."""
        return self._lines

    def given(self) -> dict[int, list[int]]:
        """Return which participants each person of the list is, certain and by hand."""
        decided = self._given.keys() | self._fates.keys()
        found: dict[int, list[int]] = {}
        for one in self.match.names.matched:
            places = [place for place in one.participants if place not in decided]
            if places:
                found[one.number] = places
        for place, number in self._given.items():
            found.setdefault(number, []).append(place)
        return found

    def free_numbers(self) -> list[int]:
        """Return the numbers of whom no participant is yet."""
        taken = self.given()
        return [number for number in self._lines if number not in taken]

    def rows(self) -> dict[Group, list[PlanRow]]:
        """Return every row in its group."""
        groups: dict[Group, list[PlanRow]] = {group: [] for group in Group}
        for row in (*self._line_rows(), *self._person_rows(), *self._unread_rows()):
            groups[row.group].append(row)
        return groups

    @property
    def undecided(self) -> int:
        """Return how many participants wait for a decision."""
        return len({row.place for row in self._person_rows() if row.group in _OPEN})

    def decisions(self) -> MeetingDecisions:
        """Return what is to be recorded; the file is left to who has it."""
        return MeetingDecisions(
            lines={number: tuple(places) for number, places in self.given().items()},
            threshold=self.threshold,
            walk_ins=tuple(p for p, fate in self._fates.items() if fate is Fate.WALK_IN),
            below=self.below,
            unseen=self.unseen,
            overwrite=frozenset(self.overwrite),
            remembered=dict(self._given),
        )

    # --- rows ----------------------------------------------------------------------------------

    def _line_rows(self) -> list[PlanRow]:
        certain = {one.number: one.reason for one in self.match.names.matched}
        given, asked = self.given(), self._asked_numbers()
        return [
            self._line_row(line, given.get(number, []), certain.get(number))
            for number, line in self._lines.items()
            if number in given or (number not in asked and line.mark.status is _UNRECORDED)
        ]

    def _asked_numbers(self) -> set[int]:
        """Return the numbers that somebody may still turn out to be."""
        rows = [row for row in self._person_rows() if row.group in _OPEN]
        near = {row.line.number for row in rows if row.line is not None}
        return near | {number for row in rows for number in row.choices}

    def _line_row(
        self, line: AttendeeRow, places: list[int], certain: MatchReason | None
    ) -> PlanRow:
        people = tuple(self.match.reading.participants[place] for place in places)
        judged = tuple(judge(people, part, self.threshold) for part in self.match.parts)
        by_hand = any(place in self._given for place in places)
        overwritten = line.number in self.overwrite
        return PlanRow(
            key=(self._group_of(line, people, judged), line.number, -1),
            people=people,
            places=tuple(places),
            line=line,
            judged=judged if people else (),
            certain=MatchReason.BY_HAND if by_hand else certain,
            overwritten=overwritten,
        )

    def _group_of(
        self,
        line: AttendeeRow,
        people: tuple[Participant, ...],
        judged: tuple[Judged, ...],
    ) -> Group:
        if not people:
            return Group.UNSEEN
        if line.mark.status is not _UNRECORDED:
            return Group.KEPT
        return Group.READY if any(one.reached for one in judged) else Group.SHORT

    def _person_rows(self) -> list[PlanRow]:
        names = self.match.names
        taken = self.given()
        open_to = {*self._given, *self._fates}
        rows = [
            self._row(Group.CHOOSE, one.participant, choices=one.numbers, likely=one.likely)
            for one in names.unclear
            if one.participant not in open_to
        ]
        near = [
            self._row(Group.CONFIRM, one.participant, number=one.number, near=one.reason)
            for one in names.suggested
            if one.participant not in open_to and one.number not in taken
        ]
        asked = {row.place for row in near} | {one.participant for one in names.unclear}
        strangers = [*names.strangers, *names.others]
        strangers += [one.participant for one in names.suggested if one.participant not in asked]
        strangers += [place for place in self._fates if place not in strangers]
        rest = [place for place in dict.fromkeys(strangers) if place not in self._given]
        return rows + near + [self._row(Group.STRANGERS, place) for place in rest]

    def _row(
        self,
        group: Group,
        place: int,
        *,
        number: int = -1,
        near: NearReason | None = None,
        choices: tuple[int, ...] = (),
        likely: int | None = None,
    ) -> PlanRow:
        person = self.match.reading.participants[place]
        return PlanRow(
            key=(group, place, number),
            people=(person,),
            places=(place,),
            line=self._lines.get(number),
            judged=tuple(judge([person], part, self.threshold) for part in self.match.parts),
            near=near,
            choices=choices,
            likely=likely,
            fate=self._fates.get(place),
        )

    def _unread_rows(self) -> list[PlanRow]:
        found = self.match.reading.unreadable
        return [PlanRow(key=(Group.UNREAD, at, -1), unread=one) for at, one in enumerate(found)]


_OPEN = frozenset({Group.CONFIRM, Group.CHOOSE})
