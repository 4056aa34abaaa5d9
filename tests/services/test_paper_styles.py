"""Layouts of papers: kept, undone, reset, and never more than what differs from ours."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image
from sqlalchemy import select

from jz_training.domain.paper_kind import PaperKind
from jz_training.domain.paper_style import AS_MADE, ColumnLayout, PaperLayout, PaperSkin
from jz_training.domain.picture_head import picture_sides
from jz_training.errors import Refused
from jz_training.storage.tables import Attachment
from tests.services.duties_stories import Before

OURS = PaperLayout(
    title="{title}",
    columns=(ColumnLayout(key="a", heading="甲"), ColumnLayout(key="b", heading="乙")),
    signatures=("制表",),
)


def picture(kind: str = "PNG", side: int = 40) -> bytes:
    made = BytesIO()
    Image.new("RGB", (side, 20), "navy").save(made, kind)
    return made.getvalue()


LAYOUT = PaperLayout(
    title="清河市{title}",
    columns=(ColumnLayout(key="b", heading="新名"), ColumnLayout(key="a")),
    signatures=(),
    footer="内部资料",
    logo=picture(),
)


def test_an_untouched_paper_is_as_we_make_it(desk):
    assert desk.paper_styles.of(PaperKind.PLAN) == AS_MADE
    assert desk.paper_styles.adjusted() == frozenset()


def test_a_layout_comes_back_as_it_was_kept_and_only_for_its_kind(desk):
    desk.paper_styles.keep(PaperKind.PLAN, LAYOUT)
    assert desk.paper_styles.of(PaperKind.PLAN).layout == LAYOUT
    assert desk.paper_styles.layout(PaperKind.LEDGER) == PaperLayout()
    assert desk.paper_styles.adjusted() == {PaperKind.PLAN}
    assert desk.check() == ()


def test_each_step_is_undone_with_its_logo(desk):
    before = Before(desk)
    desk.paper_styles.keep(PaperKind.PLAN, LAYOUT)
    assert before.undone("paper.layout")
    desk.paper_styles.keep(PaperKind.PLAN, LAYOUT)
    before = Before(desk)
    desk.paper_styles.keep(PaperKind.PLAN, PaperLayout(logo=picture("JPEG")))
    assert before.undone("paper.layout")
    desk.paper_styles.reset(PaperKind.PLAN)
    assert desk.paper_styles.adjusted() == frozenset()
    assert before.undone("paper.layout_reset")
    assert desk.paper_styles.layout(PaperKind.PLAN) == LAYOUT


def test_what_is_as_ours_is_not_kept(desk):
    desk.paper_styles.keep(PaperKind.PLAN, OURS, ours=OURS)
    assert desk.history.acts() == ()
    desk.paper_styles.keep(PaperKind.PLAN, LAYOUT, ours=OURS)
    desk.paper_styles.keep(PaperKind.PLAN, OURS, ours=OURS)
    assert desk.paper_styles.adjusted() == frozenset()


def test_a_heading_as_ours_is_not_kept_with_a_new_order(desk):
    turned = PaperLayout(columns=OURS.columns[::-1])
    desk.paper_styles.keep(PaperKind.PLAN, turned, ours=OURS)
    kept = desk.paper_styles.layout(PaperKind.PLAN)
    assert kept.columns == (ColumnLayout(key="b"), ColumnLayout(key="a"))


@pytest.mark.parametrize(
    "content",
    [b"GIF89a", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"", picture()[:12], picture(side=2001),
     picture() + bytes(2**21)],
)  # fmt: skip
def test_what_is_no_logo_is_refused(desk, content):
    with pytest.raises(Refused) as refused:
        desk.paper_styles.keep(PaperKind.PLAN, PaperLayout(logo=content))
    assert refused.value.field == "logo"
    assert desk.paper_styles.adjusted() == frozenset()


@pytest.mark.parametrize(
    ("field", "layout"),
    [
        ("title", PaperLayout(title="长" * 201)),
        ("columns", PaperLayout(columns=(ColumnLayout(key="a", heading="长" * 31),))),
        ("signatures", PaperLayout(signatures=tuple("一二三四五六七"))),
        ("signatures", PaperLayout(signatures=("长" * 21,))),
        ("footer", PaperLayout(footer="长" * 101)),
        ("footer", PaperLayout(footer="\x00")),
    ],
)
def test_what_no_paper_can_hold_is_refused(desk, field, layout):
    with pytest.raises(Refused) as refused:
        desk.paper_styles.keep(PaperKind.PLAN, layout)
    assert refused.value.field == field


def test_a_damaged_logo_is_left_out_and_the_check_tells(desk):
    desk.paper_styles.keep(PaperKind.PLAN, LAYOUT)
    (file,) = (path for path in (desk.folder / "files").rglob("*.png"))
    file.chmod(0o600)
    file.write_bytes(b"x" * file.stat().st_size)
    assert desk.paper_styles.layout(PaperKind.PLAN).logo is None
    assert desk.check() != ()


@pytest.mark.parametrize("content", [picture(side=2001), b"GIF89a" + bytes(40)])
def test_a_logo_of_a_taken_over_workspace_is_not_drawn_unless_it_could_be_kept_here(
    desk, tmp_path, content
):
    desk.paper_styles.keep(PaperKind.PLAN, LAYOUT)
    other = tmp_path / "logo.png"
    other.write_bytes(content)
    stored = desk._workspace.files.put(other)
    with desk._workspace.store.write("paper.layout") as db:
        logo = db.scalars(select(Attachment).where(Attachment.suffix == ".png")).one()
        logo.sha256, logo.size = stored.sha256, stored.size
    assert desk.paper_styles.layout(PaperKind.PLAN).logo is None


def test_the_letterhead_proposes_a_number_left_open(desk):
    assert desk.paper_styles.letterhead().number == ""
    desk.settings.change(
        paper_mark="清河市总工会文件", paper_code="清工", paper_skin="document", paper_duplex=True
    )
    style = desk.paper_styles.of(PaperKind.MEETING_NOTICE)
    assert style.letterhead.mark == "清河市总工会文件"
    assert style.letterhead.number == "清工〔2026〕　号"
    assert style.skin is PaperSkin.DOCUMENT
    assert style.duplex


def test_the_sides_of_a_picture_are_read_from_its_head():
    assert picture_sides(picture()) == (40, 20)
    assert picture_sides(picture("JPEG", side=33)) == (33, 20)
    assert picture_sides(picture("JPEG")[:30]) is None
