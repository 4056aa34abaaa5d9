"""Papers become one PDF in order, with bookmarks, each copy on a fresh sheet of paper."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter

from jz_training.documents.joined_pdf import JoinedPart, joined_pdf
from jz_training.errors import Stopped


def paper(pages: int, *, width: float = 595) -> bytes:
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(width, 842)
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


PARTS = (
    JoinedPart(title="通知", content=paper(1)),
    JoinedPart(title="签到表", content=paper(3, width=600), copies=2),
    JoinedPart(title="席卡", content=paper(2)),
)


def read(data: bytes) -> tuple[list[int], list[tuple[str, int]]]:
    reader = PdfReader(BytesIO(data))
    widths = [round(page.mediabox.width) for page in reader.pages]
    marks = [(str(one["/Title"]), reader.get_destination_page_number(one) or 0)
             for one in reader.outline]  # type: ignore[arg-type, call-overload, index]  # fmt: skip
    return widths, marks


def test_the_pages_are_those_of_all_copies_under_a_bookmark_each() -> None:
    widths, marks = read(joined_pdf(PARTS, title="专题学习会"))
    assert widths == [595, *[600] * 6, 595, 595]
    assert marks == [("通知", 0), ("签到表", 1), ("席卡", 7)]


def test_on_both_sides_every_copy_begins_on_a_fresh_sheet() -> None:
    widths, marks = read(joined_pdf(PARTS, title="专题学习会", both_sides=True))
    assert widths == [595, 595, *[600] * 8, 595, 595]  # the empty backs are as large as the fronts
    assert marks == [("通知", 0), ("签到表", 2), ("席卡", 10)]


def test_the_same_papers_give_the_same_bytes_and_can_be_stopped() -> None:
    assert joined_pdf(PARTS, title="学") == joined_pdf(PARTS, title="学")

    def stop() -> None:
        raise Stopped

    with pytest.raises(Stopped):
        joined_pdf(PARTS, title="学", step=stop)
