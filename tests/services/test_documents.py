"""Documents: filed whole, found again, opened as a copy, and back after undo and restore."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from shutil import copytree
from uuid import UUID

import pytest

from jz_training.domain.filing import DocumentKind, FiledDraft, FiledRow
from jz_training.domain.finding import Finding, Problem
from jz_training.domain.obligation import ObligationKind
from jz_training.domain.publicity import Channel, PublicityDraft
from jz_training.errors import (
    CannotFile,
    ChangedMeanwhile,
    FileMissing,
    NotFound,
    ReadOnly,
    Refused,
)
from jz_training.services.desk import Desk, open_desk
from tests.services.notices import a_notice, duty, only_duty
from tests.services.test_undo_stories import kept_rows


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    """Return a file somewhere outside the workspace."""
    path = tmp_path / "会议纪要.PDF"
    path.write_bytes(b"%PDF-1.7 invented")
    return path


def filed(desk: Desk, scan: Path | None = None, **changes: object) -> FiledRow:
    """File a document with a new notice, unless it belongs to something else."""
    owners = ("notice_id", "obligation_id", "publicity_id")
    if not any(name in changes for name in owners):
        changes["notice_id"] = a_notice(desk)
    draft = replace(FiledDraft(kind=DocumentKind.MINUTES, name="纪要"), **changes)  # type: ignore[arg-type]
    return desk.documents.get(desk.documents.file(draft, source=scan))


def test_a_file_is_kept_under_its_content(desk: Desk, scan: Path) -> None:
    row = filed(desk, scan)
    path = desk.documents.path_of(row.id)
    assert path.read_bytes() == scan.read_bytes()
    assert path.name == f"{row.sha256}.pdf"
    assert path.is_relative_to(desk.folder / "files")
    assert (row.size, row.suffix, row.filed_on) == (17, ".pdf", date(2026, 11, 22))


def test_a_name_comes_from_the_file_where_none_was_given(desk: Desk, scan: Path) -> None:
    assert filed(desk, scan, name=" ").draft.name == "会议纪要"


def test_a_paper_needs_no_file_and_says_so(desk: Desk) -> None:
    row = filed(desk, name="签到表原件")
    assert (row.sha256, row.size) == (None, 0)
    with pytest.raises(FileMissing, match="只登记了纸质件"):
        desk.documents.path_of(row.id)


def test_a_document_without_a_name_or_an_owner_is_refused(desk: Desk) -> None:
    with pytest.raises(Refused, match="请填写"):
        filed(desk, name="")
    with pytest.raises(Refused, match="归入"):
        desk.documents.file(FiledDraft(kind=DocumentKind.OTHER, name="甲"))


@pytest.mark.parametrize("owner", ["notice_id", "obligation_id", "publicity_id"])
def test_an_owner_that_is_gone_is_said_so(desk: Desk, owner: str) -> None:
    with pytest.raises(NotFound):
        filed(desk, **{owner: UUID(int=9)})


def test_documents_are_listed_with_whatever_they_belong_to(desk: Desk) -> None:
    notice = a_notice(desk, duty(ObligationKind.MEASURES))
    obligation = only_duty(desk, notice)
    news = desk.publicity.add(
        PublicityDraft(title="推送", day=date(2026, 11, 20), channel=Channel.WECHAT)
    )
    first = filed(desk, obligation_id=obligation, name="措施")
    second = filed(desk, notice_id=notice, name="材料")
    third = filed(desk, publicity_id=news, name="截图")
    assert [row.id for row in desk.documents.of_notice(notice)] == [first.id, second.id]
    assert [row.id for row in desk.documents.of_obligation(obligation)] == [first.id]
    assert [row.id for row in desk.documents.of_publicity(news)] == [third.id]


def test_what_is_said_of_a_document_is_changed_under_guard(desk: Desk, scan: Path) -> None:
    row = filed(desk, scan)
    draft = replace(row.draft, name="第一次会议纪要", number="3号", dated=date(2026, 11, 1))
    desk.documents.change(row.id, version=row.version, draft=draft)
    assert desk.documents.get(row.id).draft == draft
    with pytest.raises(ChangedMeanwhile):
        desk.documents.change(row.id, version=row.version, draft=row.draft)


def test_undoing_brings_a_removed_document_back_with_its_content(desk: Desk, scan: Path) -> None:
    row = filed(desk, scan)
    before = kept_rows(desk)
    desk.documents.remove(row.id)
    assert desk.check() == ()  # a content that nobody names is no fault
    desk.history.undo_last()
    assert kept_rows(desk) == before
    assert desk.documents.path_of(row.id).read_bytes() == scan.read_bytes()


@pytest.mark.parametrize(
    ("content", "sentence"), [(b"", "是空的"), (None, "已经不在"), ("folder", "文件夹")]
)
def test_what_cannot_be_filed_is_a_sentence(
    desk: Desk, tmp_path: Path, content: bytes | str | None, sentence: str
) -> None:
    source = tmp_path / "材料.pdf"
    if isinstance(content, bytes):
        source.write_bytes(content)
    elif content:
        source.mkdir()
    with pytest.raises(CannotFile, match=sentence):
        filed(desk, source)


# --- opening ---------------------------------------------------------------------------------


def test_a_copy_to_open_has_the_name_of_the_document(desk: Desk, scan: Path) -> None:
    row = filed(desk, scan, name="11/20 纪要")
    copy = desk.documents.export(row.id)
    assert copy.name == "11_20 纪要.pdf"
    copy.write_bytes(b"scribbled on")
    assert desk.documents.path_of(row.id).read_bytes() == scan.read_bytes()
    assert desk.documents.export(row.id) != copy
    assert desk.check() == ()


def test_the_copies_go_when_the_desk_is_closed(tmp_path: Path, new_workspace: Path) -> None:
    desk = open_desk(copytree(new_workspace, tmp_path / "w"))
    scan = tmp_path / "a.txt"
    scan.write_text("a", encoding="utf-8")
    copy = desk.documents.export(filed(desk, scan).id)
    desk.close()
    assert not copy.exists()


# --- damage, backups -------------------------------------------------------------------------


def test_a_file_that_is_gone_is_found_by_opening_and_by_the_check(desk: Desk, scan: Path) -> None:
    row = filed(desk, scan)
    desk.documents.path_of(row.id).unlink()
    with pytest.raises(FileMissing, match="不在工作区"):
        desk.documents.export(row.id)
    assert desk.check() == (Finding(problem=Problem.FILES, name="纪要"),)


def test_a_file_that_was_changed_is_found_and_filing_it_again_heals(desk: Desk, scan: Path) -> None:
    row = filed(desk, scan)
    desk.documents.path_of(row.id).write_bytes(b"%PDF-1.7 INVENTED")  # as long as it was
    assert desk.check() == (Finding(problem=Problem.FILES, name="纪要"),)
    filed(desk, scan, notice_id=row.draft.notice_id)
    assert desk.check() == ()


def test_restoring_a_backup_keeps_every_file(desk: Desk, scan: Path, tmp_path: Path) -> None:
    row = filed(desk, scan)
    backup = desk.backups.make()
    later = tmp_path / "later.txt"
    later.write_text("later", encoding="utf-8")
    after = filed(desk, later, notice_id=row.draft.notice_id)
    kept = desk.documents.path_of(after.id)
    desk.documents.remove(row.id)
    desk.restore(backup.name)
    assert desk.documents.path_of(row.id).read_bytes() == scan.read_bytes()
    with pytest.raises(NotFound):
        desk.documents.get(after.id)
    assert kept.read_text(encoding="utf-8") == "later"
    assert desk.check() == ()
    (saved,) = (one for one in desk.backups.list() if one.kind == "before_restore")
    desk.restore(saved.name)
    assert desk.documents.path_of(after.id) == kept


def test_a_desk_that_only_reads_takes_no_file(desk: Desk, scan: Path) -> None:
    notice = a_notice(desk)
    reader = open_desk(desk.folder, reading=True)
    try:
        with pytest.raises(ReadOnly):
            reader.documents.file(
                FiledDraft(kind=DocumentKind.OTHER, name="甲", notice_id=notice), source=scan
            )
    finally:
        reader.close()
    assert list((desk.folder / "files").iterdir()) == []
