"""人员学习档案 as an official paper: who it is about, every training, sums and requirements."""

from __future__ import annotations

from collections.abc import Sequence

from jz_training.documents.dates import day_words
from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.documents.fonts import Fonts
from jz_training.documents.official.official_paper import official_pdf
from jz_training.documents.official.paper import Paper, PaperFacts, Writing
from jz_training.documents.official.ruled_table import Column, Table
from jz_training.documents.person_file.person_file_words import (
    attendance_words,
    days_words,
    earned_words,
    note_words,
    passages,
)
from jz_training.documents.word.word_paper import official_docx
from jz_training.domain.paper_style import AS_MADE, PaperStyle
from jz_training.domain.person_file import PersonFile
from jz_training.labels import FORMS
from jz_training.labels.hours import hours_text

TITLE = "人员学习档案"

_HEAD = (Column("姓　名", 22), Column("单　位", 46), Column("职　务", 30), Column("层　级", 24),
         Column("类　别", 34))  # fmt: skip
_COLUMNS = (
    Column("序号", 11), Column("日　期", 22), Column("主　题", 52, 0.0), Column("形　式", 21),
    Column("考　勤", 24, 0.0), Column("学时", 12), Column("备　注", 28, 0.0),
)  # fmt: skip


def person_file_writing(file: PersonFile) -> Writing:
    """Return the file of one person."""
    facts = PaperFacts(title=TITLE, author=file.organiser, subject=TITLE, made_on=file.as_of)

    def write(paper: Paper) -> None:
        paper.title(TITLE, note=f"（{file.year}年）")
        paper.table(_head(file))
        paper.heading("一、参加学习培训情况")
        if file.lines:
            paper.table(_trainings(file))
        else:
            paper.paragraph(f"{file.year}年没有列入名单的场次。")
        *before, last = [part for one in passages(file) for part in _flat(*one)]
        for is_heading, text in before:
            (paper.heading if is_heading else paper.paragraph)(text)
        paper.ending(last[1], signature=file.organiser, date=day_words(file.as_of))

    return Writing(facts, write)


def person_file_pdf(
    file: PersonFile,
    *,
    style: PaperStyle = AS_MADE,
    fonts: Fonts | None = None,
    report: PaperReport | None = None,
) -> bytes:
    """Return the file of one person as PDF."""
    return official_pdf(person_file_writing(file), style=style, fonts=fonts, report=report)


def person_file_docx(
    file: PersonFile,
    *,
    style: PaperStyle = AS_MADE,
    fonts: Fonts | None = None,
    report: PaperReport | None = None,
) -> bytes:
    """Return the file of one person as a Word document."""
    return official_docx(person_file_writing(file), style=style, fonts=fonts, report=report)


def _flat(heading: str, paragraphs: Sequence[str]) -> list[tuple[bool, str]]:
    return [(True, heading), *((False, text) for text in paragraphs)]


def _head(file: PersonFile) -> Table:
    """Return who the file is about; no telephone and no staff number (domain.md §6)."""
    row = (file.name, file.unit, file.post, file.layer, file.category)
    return Table(caption="", columns=_HEAD, rows=(row,))


def _trainings(file: PersonFile) -> Table:
    return Table(
        caption="",
        columns=_COLUMNS,
        rows=tuple(
            (
                str(number),
                days_words(line),
                line.title,
                FORMS[line.form],
                attendance_words(line),
                earned_words(line),
                note_words(line, file),
            )
            for number, line in enumerate(file.lines, start=1)
        ),
        total=("", "", "合　计", "", "", hours_text(file.sums.all_hours), ""),
    )
