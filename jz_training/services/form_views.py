"""Reads what fills a form of a superior: only the figures and lists that its ties ask for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from jz_training.domain.form_view import FormView
from jz_training.domain.statistics import By, StatisticsFilter, StatisticsRow
from jz_training.domain.superior_form import FormChoice, FormTies, ListSource, Need, Whose
from jz_training.errors import Refused
from jz_training.services.notices import Notices
from jz_training.services.outreach import OutreachLog
from jz_training.services.outreach_rows import OutreachQuery
from jz_training.services.plans import Plans
from jz_training.services.publicity import PublicityLog, PublicityQuery
from jz_training.services.settings import WorkspaceSettings
from jz_training.services.statistics import StatisticsDesk
from jz_training.services.summaries import Summaries
from jz_training.services.tasks import Tasks
from jz_training.storage.store import Store

_TABLES = {
    ListSource.UNITS: By.UNIT,
    ListSource.LAYERS: By.LAYER,
    ListSource.CATEGORIES: By.CATEGORY,
    ListSource.FORMS: By.FORM,
    ListSource.MONTHS: By.MONTH,
}
#: What begins the keys of figures of talks and of publications.
OUTREACH, PUBLICITY = "outreach.", "publicity."


@dataclass(frozen=True, slots=True, kw_only=True)
class FormViews:
    """Everything the figures of a form are read from."""

    store: Store
    settings: WorkspaceSettings
    statistics: StatisticsDesk
    summaries: Summaries
    plans: Plans
    tasks: Tasks
    outreach: OutreachLog
    publicity: PublicityLog
    notices: Notices

    def read(self, ties: FormTies, choice: FormChoice) -> FormView:
        """Return what ties ask for. Raises NotFound, and Refused for what was not chosen."""
        _refuse_unchosen(ties, choice)
        settings = self.settings.get()
        return FormView(
            choice=choice,
            today=self.store.now().date(),
            organiser=settings.organiser,
            operator=settings.operator,
            **self._notice(choice),
            **self._figures(ties, choice),
            **self._lists(ties, choice),
            **self._chosen(ties, choice),
        )

    def _notice(self, choice: FormChoice) -> dict[str, Any]:
        if choice.notice_id is None:
            return {}
        header = self.notices.get(choice.notice_id).header
        return {"notice": header.title, "notice_number": header.number}

    def _figures(self, ties: FormTies, choice: FormChoice) -> dict[str, Any]:
        chosen = _filter(choice)
        sources = {tie.source for tie in ties.lists}
        by = tuple(table for source, table in _TABLES.items() if source in sources)
        whose = {tie.whose for tie in ties.cells if tie.whose is not None}
        return {
            "statistics": self.statistics.of(chosen, by=by),
            "groups": {one: self._group(chosen, one) for one in whose},
        }

    def _group(self, chosen: StatisticsFilter, whose: Whose) -> StatisticsRow:
        narrowed = chosen.narrowed(whose.by, StatisticsRow(key=whose.key))
        return self.statistics.of(narrowed).total

    def _lists(self, ties: FormTies, choice: FormChoice) -> dict[str, Any]:
        chosen, found = _filter(choice), dict[str, Any]()
        sources = {tie.source for tie in ties.lists}
        if ListSource.LAYERS_AND_CATEGORIES in sources:
            found["layers"] = self.statistics.by_layer_and_category(chosen)
        if ListSource.LEDGER in sources:
            found["trainings"] = self.statistics.trainings(chosen)
        if ListSource.PEOPLE in sources:
            found["people"] = self.statistics.people(chosen)
        if ListSource.TASKS in sources:
            found["tasks"] = self.tasks.list(choice.notice_id)
        return found | self._logs(ties, choice)

    def _logs(self, ties: FormTies, choice: FormChoice) -> dict[str, Any]:
        """Return talks and publications, in order of time as papers have them."""
        asked = {tie.source.value + "." for tie in ties.lists} | {
            tie.figure.partition(".")[0] + "." for tie in ties.cells
        }
        about: dict[str, Any] = {
            "notice_id": choice.notice_id, "start": choice.start, "end": choice.end
        }  # fmt: skip
        found: dict[str, Any] = {}
        if OUTREACH in asked:
            rows = self.outreach.list(OutreachQuery(**about))
            found["outreach"] = tuple(row for row in reversed(rows) if row.held)
        if PUBLICITY in asked:
            found["publicity"] = self.publicity.list(PublicityQuery(**about))[::-1]
        return found

    def _chosen(self, ties: FormTies, choice: FormChoice) -> dict[str, Any]:
        found: dict[str, Any] = {}
        if choice.training_id is not None and Need.TRAINING in ties.needs:
            found["training"] = self.summaries.of_training(choice.training_id)
        if choice.plan_id is not None and Need.PLAN in ties.needs:
            found["plan"] = self.plans.get(choice.plan_id)
        return found


def _filter(choice: FormChoice) -> StatisticsFilter:
    return StatisticsFilter(start=choice.start, end=choice.end, notice_id=choice.notice_id)


def _refuse_unchosen(ties: FormTies, choice: FormChoice) -> None:
    if choice.end < choice.start:
        raise Refused("end", "last_before_first")
    if Need.TRAINING in ties.needs and choice.training_id is None:
        raise Refused("training_id", "no_training_chosen")
    if Need.PLAN in ties.needs and choice.plan_id is None:
        raise Refused("plan_id", "no_plan_chosen")
