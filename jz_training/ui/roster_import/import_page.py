"""导入名册: choose a file, look at what it says, decide, import; undone by one button."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar
from uuid import UUID

from PySide6.QtWidgets import QStackedWidget, QWidget

from jz_training.errors import CannotUndo, JzError, NotFound
from jz_training.services.history import ActRow
from jz_training.services.imports import ImportOutcome
from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.page import Page
from jz_training.ui.roster_import.import_choose import ChooseStep
from jz_training.ui.roster_import.import_preview import PreviewStep
from jz_training.ui.roster_import.import_reading import ReadRoster, RosterReader
from jz_training.ui.roster_import.import_result import ResultStep
from jz_training.ui.roster_import.import_waiting import WaitingStep
from jz_training.ui.shell.progress import Progress
from jz_training.ui.style.text import button_words
from jz_training.ui.style.theme import Tone
from jz_training.ui.widgets.file_drop import take_file
from jz_training.ui.work import was_stopped

#: What the file dialog offers; the reader itself looks into the file, not at its name.
_KINDS = "名册 (*.xlsx *.xlsm *.xls *.et *.csv *.tsv *.txt *.html *.htm);;所有文件 (*)"


class _Steps(QStackedWidget):
    """One step at a time. Its height does not follow from its width: the steps scroll inside."""

    def hasHeightForWidth(self) -> bool:
        return False


class ImportPage(Page):
    """Leads through an import; one may leave the page and come back in the middle."""

    kinds: ClassVar[frozenset[str]] = frozenset({kinds.PEOPLE, kinds.UNITS})

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx, title="导入名册")
        self.roster: ReadRoster | None = None
        self._act_id: UUID | None = None
        self._importing = False
        self._columns_chosen = False
        self.set_crumb("人员", lambda: ctx.open_page("people"))
        self.other = self.add_action("换一个文件", self.choose_file, keys="Ctrl+O")
        self.importing = self.add_action("导入", self.import_all, primary=True, keys="Ctrl+S")
        self._make_steps()
        self._connect()
        self._show_step(self.choosing)

    # --- for the window ------------------------------------------------------------------------

    def show_for(self, **what: object) -> None:
        """Begin anew, go on where one was, or read the file given as `path`."""
        path = what.get("path")
        if isinstance(path, Path):
            self.read(path)
        elif self._steps.currentWidget() is self.result:
            self.start_over()
        if self._steps.currentWidget() is self.choosing:
            self.choosing.choosing.setFocus()

    def refresh(self) -> None:
        """Compare again: people or units were changed while the preview was open."""
        if self.roster is not None and self._steps.currentWidget() is self.preview:
            self._reader.compare_again(self.roster)

    # --- construction --------------------------------------------------------------------------

    def _make_steps(self) -> None:
        self._steps = _Steps()
        self.choosing = ChooseStep(self.choose_file)
        self.waiting = WaitingStep()
        self.preview = PreviewStep(self.ctx)
        self.result = ResultStep()
        for step in (self.choosing, self.waiting, self.preview, self.result):
            self._steps.addWidget(step)
        self.body.addWidget(self._steps, 1)

    def _connect(self) -> None:
        self._reader = RosterReader(self.ctx, self)
        self._reader.began.connect(self._wait)
        self._reader.done.connect(self._show_preview)
        self._reader.failed.connect(self._show_fault)
        self.preview.decided.connect(self._show_readiness)
        self.preview.columns_changed.connect(self._read_again)
        self.result.undo_asked.connect(self.undo)
        self.result.again_asked.connect(self.choose_file)
        self.result.people_asked.connect(lambda: self.ctx.open_page("people"))
        take_file(self, self.read)

    # --- reading -------------------------------------------------------------------------------

    def choose_file(self) -> None:
        """Ask for a file and read it."""
        path = self.ctx.ask.open_file("选择名册文件", kinds=_KINDS)
        if path is not None:
            self.read(path)

    def read(self, path: Path) -> None:
        """Read a file, unless an import is just being saved."""
        if not self._importing:
            self.roster, self._columns_chosen = None, False
            self.set_facts(path.name)
            self._reader.read(path)

    def _read_again(self) -> None:
        if self.roster is not None:
            self._columns_chosen = True
            self._reader.read_again(self.roster, self.preview.columns.choice())

    def _wait(self, words: str, progress: Progress) -> None:
        self.waiting.watch(words, progress)
        self._show_step(self.waiting)

    def _show_preview(self, roster: ReadRoster) -> None:
        before, self.roster = self.roster, roster
        fresh = before is None or before.reading is not roster.reading
        if before is not None:
            roster.plan.keep_decisions(before.plan)
        self.set_facts(roster.path.name, f"{len(roster.reading.people)} 人")
        self.preview.show_preview(roster.reading, roster.plan, fresh=fresh)
        self._show_step(self.preview)
        self._show_readiness()
        self.preview.table.setFocus()

    def _show_fault(self, error: JzError) -> None:
        if self.roster is not None:  # a change of columns did not work: back to what was read
            self.preview.columns.show_columns(self.roster.reading.columns)
            self.preview.columns.say("" if was_stopped(error) else str(error))
            self._show_step(self.preview)
            self._show_readiness()
            return
        self.set_facts()
        self.choosing.say("" if was_stopped(error) else str(error))
        self._show_step(self.choosing)
        self.choosing.choosing.setFocus()

    # --- showing -------------------------------------------------------------------------------

    def _show_step(self, step: QWidget) -> None:
        self._steps.setCurrentWidget(step)
        previewing = step is self.preview
        self.other.setVisible(previewing)
        self.importing.setVisible(previewing)
        if not previewing:
            self.set_badge("")

    def _show_readiness(self) -> None:
        """Show on the button how many will be imported, or what is still to be decided."""
        plan = self.preview.plan
        ready = not plan.undecided and plan.taken > 0
        self.importing.setEnabled(ready)
        if plan.undecided:
            words = f"还有 {plan.undecided} 人待确认"
        else:
            words = f"导入 {plan.taken} 人" if plan.taken else "没有需要导入的人"
        self.importing.setText(button_words(words))
        self.set_badge("待确认" if plan.undecided else "", Tone.AMBER)

    def start_over(self) -> None:
        """Let go of what was read and ask for a file."""
        self._reader.drop()
        self.roster = None
        self.set_facts()
        self.choosing.say("")
        self._show_step(self.choosing)

    # --- importing -----------------------------------------------------------------------------

    def import_all(self) -> None:
        """Import in one act, in the background."""
        if self.roster is None or not self.importing.isEnabled():
            return
        roster, imports = self.roster, self.ctx.desk.imports
        choice = self.preview.columns.choice() if self._columns_chosen else None
        decisions = dict(roster.plan.decisions)
        self._importing = True

        def run(progress: Progress) -> ImportOutcome:
            if choice is not None:
                imports.remember(roster.make, choice)
            return imports.carry_out(
                roster.reading, roster.plan.lines, decisions, progress=progress
            )

        progress = self.ctx.work.long(
            "导入名册",
            run,
            self._show_outcome,
            owner=self,
            kinds={kinds.PEOPLE, kinds.UNITS},
            on_desk=True,
            failed=self._show_refusal,
        )
        self._wait("正在导入…", progress)

    def _show_outcome(self, outcome: ImportOutcome) -> None:
        self._importing = False
        self._act_id = outcome.act_id
        name = self.roster.path.name if self.roster is not None else ""
        self.roster = None
        self.result.show_outcome(name, outcome)
        self._show_step(self.result)
        self.result.people.setFocus()

    def _show_refusal(self, error: JzError) -> bool:
        """Go back to the preview: nothing was imported."""
        self._importing = False
        self._show_step(self.preview)
        self._show_readiness()
        return was_stopped(error)

    def undo(self) -> None:
        """Undo the import as a whole."""
        act_id, history = self._act_id, self.ctx.desk.history
        if act_id is None:
            return

        def undone(_act: ActRow) -> None:
            self._act_id = None
            self.result.show_undone()

        self.result.undoing.setEnabled(False)
        self.ctx.work.change(
            lambda: history.undo(act_id),
            undone,
            owner=self,
            kinds=kinds.EVERYTHING,
            failed=self._show_no_undo,
        )

    def _show_no_undo(self, error: JzError) -> bool:
        self.result.undoing.setEnabled(True)
        self.result.say(str(error))
        return isinstance(error, CannotUndo | NotFound)
