"""The pictures of the layouts of papers: the office's defaults, and lists adjusted."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageDraw
from PySide6.QtWidgets import QWidget

from jz_training.domain.paper_kind import PaperKind
from jz_training.domain.paper_style import ColumnLayout, PaperLayout
from jz_training.ui import kinds
from jz_training.ui.gallery.drawing import Scene, Stage
from jz_training.ui.settings.settings_page import SettingsPage
from jz_training.ui.settings.settings_papers import OFFICE, PapersTab


def paper_scenes() -> tuple[Scene, ...]:
    """Return the pictures of the tab 版式."""
    return (
        Scene("settings-papers", lambda stage: _layouts(stage, OFFICE)),
        Scene("settings-papers-document", _document, acts=1),
        Scene("settings-papers-ledger", lambda stage: _layouts(stage, PaperKind.LEDGER.value)),
        Scene("settings-papers-adjusted", _adjusted, acts=1),
        Scene("settings-papers-sheet", _sheet, acts=1),
    )


def _layouts(stage: Stage, key: str) -> QWidget:
    stage.shell.open_page("settings", tab="papers")
    stage.settle()
    page = stage.shell.current
    assert isinstance(page, SettingsPage)
    tab = page.tabs.page("papers")
    assert isinstance(tab, PapersTab)
    tab.choose(key)
    stage.settle()
    stage.wait_until(lambda: tab.preview.is_sharp)
    return stage.window


def _document(stage: Stage) -> QWidget:
    """Show the office's own 版头."""
    assert stage.shell.current is not None
    settings = stage.shell.current.ctx.desk.settings
    stage.opening.work.change(
        lambda: settings.change(
            paper_skin="document", paper_mark="清河市纺织公司工会文件", paper_code="清纺工"
        ),
        owner=stage.window,
        kinds={kinds.SETTINGS},
    )
    stage.settle()
    return _layouts(stage, OFFICE)


def _adjusted(stage: Stage) -> QWidget:
    """Show a plan with other columns, another title, a footer and a logo."""
    assert stage.shell.current is not None
    styles = stage.shell.current.ctx.desk.paper_styles
    keys = ("ordinal", "title", "audience", "people", "time", "speaker", "venue", "state")
    words = {"title": "培训内容", "audience": "对象"}
    layout = PaperLayout(
        title="机关工会{title}",
        columns=tuple(ColumnLayout(key=key, heading=words.get(key, "")) for key in keys),
        signatures=("制表", "分管领导"),
        footer="内部资料　注意保存",
        logo=_mark(),
    )
    stage.opening.work.change(
        lambda: styles.keep(PaperKind.PLAN, layout), owner=stage.window, kinds={kinds.REPORTS}
    )
    stage.settle()
    return _layouts(stage, PaperKind.PLAN.value)


def _sheet(stage: Stage) -> QWidget:
    """Show a sign-in sheet without posts, its words and its foot the office's own."""
    assert stage.shell.current is not None
    styles = stage.shell.current.ctx.desk.paper_styles
    keys = ("number", "name", "unit", "signature", "note")
    layout = PaperLayout(
        title="{title}（存档）",
        columns=tuple(ColumnLayout(key=key) for key in keys),
        signatures=("签到负责人", "经办人", "分管领导"),
        footer="内部资料　注意保存",
        logo=_mark(),
    )
    stage.opening.work.change(
        lambda: styles.keep(PaperKind.SIGN_IN_SHEET, layout),
        owner=stage.window,
        kinds={kinds.REPORTS},
    )
    stage.settle()
    return _layouts(stage, PaperKind.SIGN_IN_SHEET.value)


def _mark() -> bytes:
    """Return a plain mark of nobody's: a ring and a bar."""
    picture = Image.new("RGB", (240, 240), "white")
    pen = ImageDraw.Draw(picture)
    pen.ellipse((12, 12, 228, 228), outline="navy", width=24)
    pen.rectangle((104, 60, 136, 180), fill="navy")
    made = BytesIO()
    picture.save(made, "PNG")
    return made.getvalue()
