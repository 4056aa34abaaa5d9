"""The kinds of papers the program makes, and in which forms each can be had (domain.md §2)."""

from __future__ import annotations

from enum import StrEnum


class PaperKind(StrEnum):
    """One kind of paper; the values are kept with what an office adjusted for it."""

    SIGN_IN_SHEET = "sign_in_sheet"
    PLAN = "plan"
    TASKS = "tasks"
    TASK_BOOK = "task_book"
    MEETING_NOTICE = "meeting_notice"
    AGENDA = "agenda"
    RECORD = "record"
    TRAINING_SUMMARY = "training_summary"
    PERIOD_SUMMARY = "period_summary"
    LEDGER = "ledger"
    STATISTICS = "statistics"
    PERSON_FILE = "person_file"
    OUTREACH = "outreach"
    ABSENTEES = "absentees"
    NAME_TENTS = "name_tents"
    CERTIFICATE = "certificate"
    HOURS_PROOF = "hours_proof"
    CERTIFICATE_REGISTER = "certificate_register"
    PHOTO_PAGES = "photo_pages"
    MONTH = "month"


class FileForm(StrEnum):
    """A form in which a paper can be had, which is also the ending of its file."""

    PDF = "pdf"
    WORD = "docx"
    EXCEL = "xlsx"
