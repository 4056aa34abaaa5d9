"""Dossiers: filed once, in order, on closed trainings too, and undone as one act."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from jz_training.domain.agenda import AgendaItem
from jz_training.domain.attendance import PRESENT, AttendanceStatus, LeaveReason, Mark
from jz_training.domain.dossier import DossierLine, DossierPart, PartState
from jz_training.domain.dossier_filing import ToFile
from jz_training.domain.filing import DocumentKind, FiledDraft
from jz_training.domain.finding import Problem
from jz_training.domain.ids import new_id
from jz_training.domain.leave import LeaveDraft
from jz_training.domain.library import MaterialDraft
from jz_training.domain.make_up import MakeUpDraft, MakeUpForm
from jz_training.errors import ChangedMeanwhile, NotFound, Refused
from jz_training.services.desk import Desk
from jz_training.storage.tables import Attachment, Attendee, Leave
from tests.services.notices import a_notice
from tests.services.stories import a_listed_training, a_training
from tests.services.test_undo_stories import kept_rows


def file_of(folder: Path, name: str, content: str = "") -> Path:
    """Return a file somewhere outside the workspace."""
    path = folder / name
    path.write_text(content or name, encoding="utf-8")
    return path


def put(desk: Desk, training: UUID, folder: Path, part: DossierPart, *names: str) -> list[UUID]:
    """File documents of these names."""
    files = [ToFile(part=part, source=file_of(folder, name)) for name in names]
    return list(desk.dossiers.file(training, files).ids)


def line(desk: Desk, training: UUID, part: DossierPart) -> DossierLine:
    """Return one part of the checklist."""
    return next(one for one in desk.dossiers.of_training(training).lines if one.part is part)


def names(desk: Desk, training: UUID, part: DossierPart) -> list[str]:
    """Return what is filed in a part, in order."""
    return [row.draft.name for row in line(desk, training, part).documents]


def all_came(desk: Desk, training: UUID) -> None:
    """Record that everybody came and close the training."""
    rows = desk.attendance.sheet(training).rows
    desk.attendance.mark(training, {row.number: PRESENT for row in rows})
    desk.attendance.close(training)


def test_several_files_are_one_act_in_their_order(desk: Desk, tmp_path: Path) -> None:
    training = a_training(desk)
    before = kept_rows(desk)
    put(desk, training, tmp_path, DossierPart.PHOTO, "乙.jpg", "甲.jpg")
    assert names(desk, training, DossierPart.PHOTO) == ["乙", "甲"]
    assert desk.history.acts(limit=1)[0].count == 2
    desk.history.undo_last()
    assert kept_rows(desk) == before


def test_the_same_content_is_said_and_not_kept_twice(desk: Desk, tmp_path: Path) -> None:
    training = a_training(desk)
    first = ToFile(part=DossierPart.SPEECH, source=file_of(tmp_path, "发言.txt", "同样"))
    again = ToFile(part=DossierPart.PHOTO, source=file_of(tmp_path, "副本.txt", "同样"))
    done = desk.dossiers.file(training, [first, again])
    assert len(done.ids) == 1
    assert [(one.name, one.twin) for one in done.left_out] == [("副本.txt", "发言")]
    assert desk.dossiers.file(training, [again]).left_out[0].twin == "发言"
    other = a_training(desk)
    assert len(desk.dossiers.file(other, [again]).ids) == 1


def test_a_file_that_cannot_be_read_is_said_and_the_others_are_filed(
    desk: Desk, tmp_path: Path
) -> None:
    training = a_training(desk)
    gone = ToFile(part=DossierPart.PHOTO, source=tmp_path / "没有.jpg")
    good = ToFile(part=DossierPart.PHOTO, source=file_of(tmp_path, "有.jpg"))
    done = desk.dossiers.file(training, [gone, good])
    assert len(done.ids) == 1
    assert "已经不在" in done.left_out[0].reason


def test_a_caption_is_changed_under_guard(desk: Desk, tmp_path: Path) -> None:
    training = a_training(desk)
    (photo,) = put(desk, training, tmp_path, DossierPart.PHOTO, "甲.jpg")
    row = desk.documents.get(photo)
    desk.dossiers.describe(photo, version=row.version, name="会场", caption="学习现场")
    assert desk.documents.get(photo).draft.note == "学习现场"
    with pytest.raises(ChangedMeanwhile):
        desk.dossiers.describe(photo, version=row.version, name="会场", caption="又改")
    with pytest.raises(Refused, match="请填写"):
        desk.dossiers.describe(photo, version=row.version + 1, name=" ", caption="")


def test_documents_are_put_in_order_and_moved_to_another_part(desk: Desk, tmp_path: Path) -> None:
    training = a_training(desk)
    a, _, c = put(desk, training, tmp_path, DossierPart.PHOTO, "a.jpg", "b.jpg", "c.jpg")
    desk.dossiers.arrange(training, DossierPart.PHOTO, [c, a])
    assert names(desk, training, DossierPart.PHOTO) == ["c", "a", "b"]
    desk.dossiers.move(training, [a], DossierPart.SHEET)
    assert names(desk, training, DossierPart.PHOTO) == ["c", "b"]
    assert line(desk, training, DossierPart.SHEET).documents[0].draft.kind is DocumentKind.SHEET
    desk.history.undo_last()
    assert names(desk, training, DossierPart.PHOTO) == ["c", "a", "b"]


def test_what_lies_elsewhere_is_shown_and_is_not_moved_or_removed_here(
    desk: Desk, tmp_path: Path
) -> None:
    notice = a_notice(desk)
    paper = FiledDraft(kind=DocumentKind.NOTICE, name="通知原文", notice_id=notice)
    original = desk.documents.file(paper, source=file_of(tmp_path, "n.txt"))
    book = desk.materials.add(MaterialDraft(title="报告"), source=file_of(tmp_path, "m.txt"))
    training = a_training(desk, notice_id=notice)
    desk.materials.attach(training, [book])
    assert names(desk, training, DossierPart.NOTICE) == ["通知原文"]
    assert names(desk, training, DossierPart.MATERIAL) == ["报告"]
    with pytest.raises(NotFound):
        desk.dossiers.remove(training, [original])
    with pytest.raises(NotFound):
        desk.dossiers.move(training, [original], DossierPart.PHOTO)


def test_the_slip_of_a_leave_lies_in_every_dossier_it_covers(desk: Desk) -> None:
    training = a_listed_training(desk, people=2)
    row = desk.attendance.sheet(training).rows[0]
    with desk.dossiers._store.write("leave.add") as db:  # the service of leaves is not this one
        leave = Leave(
            id=new_id(), person_id=row.person_id, training_id=None, reason="sick",
            first=date(2026, 11, 1), last=date(2026, 11, 30),
        )  # fmt: skip
        db.add(leave)
        db.flush()
        slip = Attachment(kind="leave", name="假条", filed_on=date(2026, 11, 1), leave_id=leave.id)
        db.add(slip)
        db.get_one(Attendee, row.id).leave_id = leave.id
    found = line(desk, training, DossierPart.LEAVE)
    assert [one.draft.name for one in found.documents] == ["假条"]
    assert DossierPart.LEAVE not in desk.dossiers.missing([training])[training]


def test_a_closed_training_takes_evidence_and_its_list_can_be_undone(
    desk: Desk, tmp_path: Path
) -> None:
    training = a_listed_training(desk, people=2)
    all_came(desk, training)
    (photo,) = put(desk, training, tmp_path, DossierPart.PHOTO, "甲.jpg")
    desk.dossiers.set_not_needed(training, DossierPart.BRIEF, yes=True)
    assert line(desk, training, DossierPart.BRIEF).state is PartState.NOT_NEEDED
    desk.history.undo_last()
    assert line(desk, training, DossierPart.BRIEF).state is PartState.MISSING
    desk.dossiers.remove(training, [photo])
    assert names(desk, training, DossierPart.PHOTO) == []


def test_what_is_missing_is_the_same_for_one_and_for_many(desk: Desk, tmp_path: Path) -> None:
    plain = a_training(desk)
    full = a_listed_training(desk, people=3)
    view = desk.trainings.get(full)
    desk.agendas.set(full, version=view.version, items=[AgendaItem(what="学习")])
    put(desk, full, tmp_path, DossierPart.SHEET, "签到.pdf")
    desk.dossiers.set_not_needed(full, DossierPart.SPEECH, yes=True)
    all_came(desk, full)
    found = desk.dossiers.missing([plain, full])
    for training in (plain, full):
        assert found[training] == desk.dossiers.of_training(training).missing
    assert len(found[plain]) == len(DossierPart)
    assert set(found[full]) == {
        DossierPart.NOTICE, DossierPart.MATERIAL, DossierPart.RECORD, DossierPart.PHOTO,
        DossierPart.BRIEF,
    }  # fmt: skip


def test_somebody_on_leave_needs_a_slip_and_a_make_up(desk: Desk) -> None:
    training = a_listed_training(desk, people=2)
    first, second = desk.attendance.sheet(training).rows
    leave = Mark(status=AttendanceStatus.LEAVE, reason=LeaveReason.SICK)
    desk.attendance.mark(training, {first.number: PRESENT, second.number: leave})
    desk.attendance.close(training)
    missing = desk.dossiers.missing([training])[training]
    assert {DossierPart.LEAVE, DossierPart.MAKE_UP} <= set(missing)


def test_papers_of_the_dossier_name_who_is_away_and_who_made_it_up_in_order_of_the_list(
    desk: Desk,
) -> None:
    training = a_listed_training(desk, people=4)
    day = date(2026, 11, 20)
    persons = [row.person_id for row in desk.attendance.sheet(training).rows]
    for person, first in zip(persons[1::-1], (date(2026, 11, 2), day), strict=True):
        assert person is not None
        away = LeaveDraft(person_id=person, reason=LeaveReason.SICK, first=first, last=day)
        desk.leaves.ask(away)
    absent = Mark(status=AttendanceStatus.ABSENT)
    desk.attendance.mark(training, {3: absent, 4: absent})
    lines = [row.id for row in desk.attendance.sheet(training).rows]
    desk.make_ups.record(lines[2:], MakeUpDraft(form=MakeUpForm.SELF_STUDY, done_on=day))
    desk.attendance.mark(training, {3: PRESENT})  # came after all: the make-up counts no more
    paper = desk.dossier_views.paper(training)
    assert [row.draft.person_id for row in paper.leaves] == persons[:2]
    assert [row.attendee_id for row in paper.make_ups] == lines[3:]
    desk.attendance.mark(training, {4: PRESENT})
    assert line(desk, training, DossierPart.MAKE_UP).own is None


def test_the_original_is_kept_on_request_and_verified(desk: Desk, tmp_path: Path) -> None:
    training = a_training(desk)
    small, large = file_of(tmp_path, "小.jpg"), file_of(tmp_path, "大.png")
    file = ToFile(part=DossierPart.PHOTO, source=small, name="会场", original=large)
    (photo,) = desk.dossiers.file(training, [file]).ids
    original = desk.dossiers.original_of(photo)
    assert original is not None
    assert original.read_bytes() == large.read_bytes()
    original.write_text("changed!", encoding="utf-8")
    assert [one.problem for one in desk.check()] == [Problem.FILES]
