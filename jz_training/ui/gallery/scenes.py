"""What the gallery draws: one small function per picture, on the sample union."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from jz_training.sample import live_through, the_sample
from jz_training.sample.certificates import told_chance
from jz_training.ui.gallery.attendance_scenes import attendance_scenes
from jz_training.ui.gallery.calendar_scenes import calendar_scenes
from jz_training.ui.gallery.certificate_scenes import certificate_scenes
from jz_training.ui.gallery.course_scenes import course_scenes
from jz_training.ui.gallery.dossier_scenes import dossier_scenes
from jz_training.ui.gallery.drawing import Scene, Stage
from jz_training.ui.gallery.duty_scenes import duty_scenes
from jz_training.ui.gallery.file_scenes import file_scenes
from jz_training.ui.gallery.form_scenes import form_scenes
from jz_training.ui.gallery.leave_scenes import leave_scenes
from jz_training.ui.gallery.library_scenes import library_scenes
from jz_training.ui.gallery.make_up_scenes import make_up_scenes
from jz_training.ui.gallery.many_scenes import many_scenes
from jz_training.ui.gallery.meeting_scenes import meeting_scenes
from jz_training.ui.gallery.notice_scenes import notice_scenes
from jz_training.ui.gallery.paper_scenes import paper_scenes
from jz_training.ui.gallery.people_scenes import home_scenes, people_scenes
from jz_training.ui.gallery.plan_scenes import plan_scenes
from jz_training.ui.gallery.print_scenes import print_scenes
from jz_training.ui.gallery.publicity_scenes import publicity_scenes
from jz_training.ui.gallery.record_scenes import record_scenes
from jz_training.ui.gallery.reporting_scenes import reporting_scenes
from jz_training.ui.gallery.statistics_scenes import statistics_scenes
from jz_training.ui.gallery.training_scenes import training_scenes
from jz_training.ui.opening import Plan, usual_plan

if TYPE_CHECKING:
    from jz_training.services.desk import Desk


def all_scenes() -> tuple[Scene, ...]:
    """Return every picture in the order of the rail."""
    return (
        *home_scenes(),
        *notice_scenes(),
        *duty_scenes(),
        *plan_scenes(),
        *calendar_scenes(),
        *training_scenes(),
        *attendance_scenes(),
        *dossier_scenes(),
        *record_scenes(),
        *course_scenes(),
        *leave_scenes(),
        *print_scenes(),
        *make_up_scenes(),
        *meeting_scenes(),
        *library_scenes(),
        *many_scenes(),
        *people_scenes(),
        *statistics_scenes(),
        *file_scenes(),
        *reporting_scenes(),
        *form_scenes(),
        *certificate_scenes(),
        *publicity_scenes(),
        Scene("settings-office", lambda stage: _settings(stage, "office")),
        *paper_scenes(),
        Scene("settings-holidays", lambda stage: _settings(stage, "calendar")),
        Scene("settings-hours", lambda stage: _settings(stage, "hours")),
        Scene("settings-looks", lambda stage: _settings(stage, "looks")),
        Scene("settings-backups", lambda stage: _settings(stage, "backups")),
        Scene("settings-log", lambda stage: _settings(stage, "log")),
        Scene("settings-about", lambda stage: _settings(stage, "about")),
        Scene("help", _help),
    )


def sample_plan(folder: Path) -> Plan:
    """Return how the gallery's workspace is opened: the sample union, as of its own day."""

    def open_sample() -> Desk:
        from jz_training.services.desk import open_desk

        sample = the_sample()
        desk = open_desk(folder, clock=lambda: sample.as_of, chance=told_chance())
        if not desk.units.all():
            live_through(desk, sample)
        return desk

    return replace(usual_plan(folder), open_desk=open_sample)


def _settings(stage: Stage, tab: str) -> QWidget:
    stage.shell.open_page("settings", tab=tab)
    return stage.window


def _help(stage: Stage) -> QWidget:
    stage.shell.open_page("help")
    return stage.window
