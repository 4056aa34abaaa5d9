"""The files of several persons in one PDF, to be taken apart again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.documents.fonts import Fonts, system_fonts
from jz_training.documents.joined_pdf import JoinedPart, joined_pdf
from jz_training.documents.person_file.person_file_paper import TITLE, person_file_pdf
from jz_training.domain.paper_style import AS_MADE, PaperStyle
from jz_training.domain.person_file import PersonFile
from jz_training.errors import Stopped


def person_files_pdf(
    files: Sequence[PersonFile],
    *,
    style: PaperStyle = AS_MADE,
    fonts: Fonts | None = None,
    report: PaperReport | None = None,
    progress: Callable[[int, int], object] | None = None,
    stop: Callable[[], bool] | None = None,
) -> bytes:
    """Return the files of several persons in one PDF, each numbered from page 1, with bookmarks.

    Every file is a paper of its own: the pages can be taken apart and given to whom they are
    about, printed on both sides too. Raises Stopped when `stop` says so and ValueError when there
    is nobody.
    """
    if not files:
        raise ValueError("no file to print")
    fonts, report = fonts or system_fonts(), report or PaperReport()

    def papers() -> Iterator[JoinedPart]:
        for done, file in enumerate(files, start=1):
            if stop is not None and stop():
                raise Stopped
            made = person_file_pdf(file, style=style, fonts=fonts, report=report)
            yield JoinedPart(title=f"{file.name}　{file.unit}".rstrip(), content=made)
            if progress is not None:
                progress(done, len(files))

    organiser = files[0].organiser
    return joined_pdf(papers(), title=TITLE, author=organiser, both_sides=style.duplex)
