"""The files of several persons in one PDF, to be taken apart again."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

from pypdf import PdfWriter

from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.documents.fonts import Fonts, system_fonts
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
    about. Raises Stopped when `stop` says so and ValueError when there is nobody.
    """
    if not files:
        raise ValueError("no file to print")
    fonts, report = fonts or system_fonts(), report or PaperReport()
    writer = PdfWriter()
    for done, file in enumerate(files, start=1):
        if stop is not None and stop():
            raise Stopped
        begin = len(writer.pages)
        made = person_file_pdf(file, style=style, fonts=fonts, report=report)
        writer.append(io.BytesIO(made), import_outline=False)
        writer.add_outline_item(title=f"{file.name}　{file.unit}".rstrip(), page_number=begin)
        if progress is not None:
            progress(done, len(files))
    writer.metadata = {"/Title": TITLE, "/Author": files[0].organiser, "/Creator": "jz-training"}
    joined = io.BytesIO()
    writer.write(joined)
    return joined.getvalue()
