"""The secretary's desk: one open workspace with every service on it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from jz_training.domain.finding import Finding
from jz_training.domain.handover import HandoverFacts
from jz_training.services import integrity
from jz_training.services.absentees import AbsenteeLists
from jz_training.services.agendas import Agendas
from jz_training.services.attendance import Attendance
from jz_training.services.attendee_lists import AttendeeLists
from jz_training.services.backups import Backups
from jz_training.services.calendar import Calendar
from jz_training.services.certificate_issuing import Chance, chance
from jz_training.services.certificates import Certificates
from jz_training.services.clashes import Clashes
from jz_training.services.documents import Documents
from jz_training.services.dossier_views import DossierViews
from jz_training.services.dossiers import Dossiers
from jz_training.services.duties import Duties
from jz_training.services.form_views import FormViews
from jz_training.services.gates import Gates
from jz_training.services.handing_over import HandingOver
from jz_training.services.history import History
from jz_training.services.home import Home, home
from jz_training.services.hours import Hours
from jz_training.services.imports import RosterImports
from jz_training.services.leaves import Leaves
from jz_training.services.make_up_groups import MakeUpGroups
from jz_training.services.make_ups import MakeUps
from jz_training.services.materials import Materials
from jz_training.services.meetings import Meetings
from jz_training.services.merging import Merging
from jz_training.services.notices import Notices
from jz_training.services.obligations import Obligations
from jz_training.services.outreach import OutreachLog
from jz_training.services.paper_styles import PaperStyles
from jz_training.services.papers import Papers
from jz_training.services.people import People
from jz_training.services.person_files import PersonFiles
from jz_training.services.planning import SeriesPlanning
from jz_training.services.plans import Plans
from jz_training.services.presubmission import PreSubmission
from jz_training.services.publicity import PublicityLog
from jz_training.services.records import Records
from jz_training.services.reports import Reports
from jz_training.services.roll_call import RollCalls
from jz_training.services.settings import WorkspaceSettings
from jz_training.services.sheets import Sheets
from jz_training.services.speakers import Speakers
from jz_training.services.statistics import StatisticsDesk
from jz_training.services.summaries import Summaries
from jz_training.services.superior_forms import SuperiorForms
from jz_training.services.task_books import TaskBooks
from jz_training.services.tasks import Tasks
from jz_training.services.trainings import Trainings
from jz_training.services.units import Units
from jz_training.services.venues import Venues
from jz_training.services.viewpoints import Viewpoints
from jz_training.storage.workspace import Workspace


class Desk:
    """Everything a window or a command may ask for, on one workspace."""

    def __init__(self, workspace: Workspace, *, chance: Chance = chance) -> None:
        self._workspace = workspace
        self._chance = chance
        self._lay_out()

    def _lay_out(self) -> None:
        store = self._workspace.store
        self.settings = WorkspaceSettings(store)
        self.units = Units(store)
        self.people = People(store)
        self.imports = RosterImports(store, back_up=self._back_up_before_import)
        self.trainings = Trainings(store, self.settings)
        self.clashes = Clashes(store)
        self.calendar = Calendar(store, self.trainings)
        self.series = SeriesPlanning(store, self.settings, self.calendar, self.trainings)
        self.lists = AttendeeLists(store, self.settings)
        self.attendance = Attendance(store, self.settings)
        self.leaves = Leaves(store, self.settings)
        self.merging = Merging(store, self.settings)
        self.gates = Gates(store)
        self.make_ups = MakeUps(store, self.settings)
        self.make_up_groups = MakeUpGroups(store, self.settings)
        self.meetings = Meetings(store, self.settings, self._workspace.files)
        self.roll_calls = RollCalls(store)
        self.sheets = Sheets(store, self.settings)
        books = TaskBooks(store.now, self.settings)
        self.summaries = Summaries(store, self.settings, books)
        self.statistics = StatisticsDesk(store, self.settings)
        self.absentees = AbsenteeLists(self.statistics, self.make_ups)
        self.duties = Duties(store, books)
        self.notices = Notices(store, self._workspace.files, self.duties)
        self.reports = Reports(store, self.summaries)
        self.presubmission = PreSubmission(self.summaries, self.duties, self.reports)
        self.obligations = Obligations(store)
        self.documents = Documents(store, self._workspace.files)
        self.dossiers = Dossiers(store, self._workspace.files)
        self.plans = Plans(store, self.settings)
        self.tasks = Tasks(store, self.settings)
        self.publicity = PublicityLog(store)
        self.outreach = OutreachLog(store, self.trainings)
        self.venues = Venues(store)
        self.speakers = Speakers(store)
        self.materials = Materials(store, self._workspace.files)
        self.viewpoints = Viewpoints(store)
        self.agendas = Agendas(store)
        self.records = Records(store, self.settings)
        self.papers = Papers(store, self.settings, self.calendar)
        self.paper_styles = PaperStyles(store, self._workspace.files, self.settings)
        self.hours = Hours(store)
        self.certificates = Certificates(store, self.settings, chance=self._chance)
        self.person_files = PersonFiles(store, self.settings, self.hours)
        self.dossier_views = DossierViews(
            self._workspace.files,
            dossiers=self.dossiers,
            leaves=self.leaves,
            papers=self.papers,
            summaries=self.summaries,
            records=self.records,
        )
        self.superior_forms = SuperiorForms(
            store,
            self._workspace.files,
            documents=self.documents,
            views=FormViews(
                store=store,
                settings=self.settings,
                statistics=self.statistics,
                summaries=self.summaries,
                plans=self.plans,
                tasks=self.tasks,
                outreach=self.outreach,
                publicity=self.publicity,
                notices=self.notices,
            ),
        )
        self.history = History(store, self.settings)
        self.backups = Backups(self._workspace)
        self.handing_over = HandingOver(self._workspace, self.settings)
        self.settings.get()  # read once here: a writing unit only asks for the name
        self._workspace.operator = lambda: self.settings.get().operator

    @property
    def folder(self) -> Path:
        """Return the folder of the workspace."""
        return self._workspace.folder

    @property
    def read_only(self) -> bool:
        """Tell whether the workspace may only be read."""
        return self._workspace.read_only

    @property
    def archived(self) -> HandoverFacts | None:
        """Return what an archive says of itself; None for a workspace that is worked in."""
        return self._workspace.archived

    def now(self) -> datetime:
        """Return the time on the workspace's clock."""
        return self._workspace.clock()

    def is_empty(self) -> bool:
        """Tell whether nothing was entered yet but the union's name and settings."""
        return self._workspace.is_empty()

    def home(self) -> Home:
        """Return what needs a hand today."""
        return home(
            self._workspace.store,
            self.people,
            self.units,
            self.duties,
            leaves=self.leaves,
            groups=self.make_up_groups,
        )

    def restore(self, backup: str) -> None:
        """Put a backup in the place of the data and lay the desk anew on it."""
        backups = self.backups
        backups.restore(backup)
        self.documents.close()
        self._lay_out()
        self.backups = backups  # it knows that automatic backups rest after a restore

    def take_over(
        self, archive: Path, *, tell: Callable[[int, int], None] = lambda done, whole: None
    ) -> HandoverFacts:
        """Put a handed-over workspace in the place of this empty one and lay the desk anew on it.

        Raises HandoverUnusable, also where something was entered already, ReadOnly, DiskFull or
        CannotWrite, and then everything is as it was. `tell` may raise to stop.
        """
        store = self._workspace.store
        try:
            return self._workspace.take_over(archive, tell=tell)
        finally:
            if self._workspace.store is not store:
                self.documents.close()
                self._lay_out()

    def _back_up_before_import(self) -> None:
        self.backups.make(kind="before_import")

    def check(self) -> tuple[Finding, ...]:
        """Return everything that is not as it should be in the workspace."""
        counts = self.settings.get().stand_in_counts
        return integrity.check(self._workspace, stand_in_counts=counts)

    def repair(self) -> None:
        """Make every counter anew from the attendance rows."""
        counts = self.settings.get().stand_in_counts
        integrity.repair_counts(self._workspace.store, stand_in_counts=counts)

    def close(self) -> None:
        """Give the workspace back."""
        self.documents.close()
        self._workspace.close()


def open_desk(
    folder: Path,
    *,
    clock: Callable[[], datetime] = datetime.now,
    reading: bool = False,
    chance: Chance = chance,
) -> Desk:
    """Open a workspace, making it when it is not there; verify codes are made from `chance`.

    With `reading` it is opened beside a window that writes in it, and nothing can be changed.
    Raises WorkspaceInUse, WorkspaceUnusable, DatabaseIsNewer, DatabaseDamaged or DatabaseMissing.
    """
    workspace = Workspace(folder, clock=clock, reading=reading)
    try:
        return Desk(workspace, chance=chance)
    except BaseException:  # the settings could not be read: let others in
        workspace.close()
        raise
