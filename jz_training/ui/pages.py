"""Every page of the window in the order of the rail; a page's module is imported on its visit."""

from __future__ import annotations

from jz_training.ui.context import Context
from jz_training.ui.page import Page, PageSpec


def all_pages() -> tuple[PageSpec, ...]:
    """Return how each page is made; the first one is opened at the start."""
    return (
        PageSpec(key="home", title="工作台", icon="house", make=_home),
        PageSpec(key="notices", title="通知", icon="file-text", make=_notices),
        PageSpec(key="notice", title="通知", make=_notice, in_rail=False, under="notices"),
        PageSpec(key="plan", title="计划", icon="calendar", make=_plans),
        PageSpec(key="calendar", title="日程", icon="calendar-days", make=_calendar),
        PageSpec(key="trainings", title="场次", icon="list", make=_trainings),
        PageSpec(key="training", title="场次", make=_training, in_rail=False, under="trainings"),
        PageSpec(
            key="training_new",
            title="新建场次",
            make=_new_training,
            in_rail=False,
            under="trainings",
        ),
        PageSpec(key="library", title="资料库", make=_library, in_rail=False, under="trainings"),
        PageSpec(
            key="training_many",
            title="批量安排",
            make=_many_trainings,
            in_rail=False,
            under="trainings",
        ),
        PageSpec(
            key="meeting_import",
            title="导入线上记录",
            make=_meeting_import,
            in_rail=False,
            under="trainings",
        ),
        PageSpec(key="people", title="人员", icon="users", make=_people),
        PageSpec(key="import", title="导入名册", make=_import, in_rail=False, under="people"),
        PageSpec(key="statistics", title="统计", icon="chart-column", make=_statistics),
        PageSpec(key="reporting", title="报送", icon="archive", make=_reporting),
        PageSpec(key="publicity", title="宣传宣讲", icon="megaphone", make=_publicity),
        PageSpec(key="settings", title="设置", icon="settings", make=_settings),
        PageSpec(key="help", title="帮助", make=_help, in_rail=False),
    )


def _home(ctx: Context) -> Page:
    from jz_training.ui.home.home_page import HomePage

    return HomePage(ctx)


def _notices(ctx: Context) -> Page:
    from jz_training.ui.notices.notices_page import NoticesPage

    return NoticesPage(ctx)


def _notice(ctx: Context) -> Page:
    from jz_training.ui.notices.notice_page import NoticePage

    return NoticePage(ctx)


def _people(ctx: Context) -> Page:
    from jz_training.ui.people.people_page import PeoplePage

    return PeoplePage(ctx)


def _import(ctx: Context) -> Page:
    from jz_training.ui.roster_import.import_page import ImportPage

    return ImportPage(ctx)


def _plans(ctx: Context) -> Page:
    from jz_training.ui.plans.plans_page import PlansPage

    return PlansPage(ctx)


def _calendar(ctx: Context) -> Page:
    from jz_training.ui.calendar.calendar_page import CalendarPage

    return CalendarPage(ctx)


def _trainings(ctx: Context) -> Page:
    from jz_training.ui.trainings.trainings_page import TrainingsPage

    return TrainingsPage(ctx)


def _training(ctx: Context) -> Page:
    from jz_training.ui.trainings.training_page import TrainingPage

    return TrainingPage(ctx)


def _new_training(ctx: Context) -> Page:
    from jz_training.ui.trainings.training_new_page import TrainingNewPage

    return TrainingNewPage(ctx)


def _library(ctx: Context) -> Page:
    from jz_training.ui.library.library_page import LibraryPage

    return LibraryPage(ctx)


def _many_trainings(ctx: Context) -> Page:
    from jz_training.ui.trainings.many.many_page import ManyPage

    return ManyPage(ctx)


def _meeting_import(ctx: Context) -> Page:
    from jz_training.ui.meeting_import.meeting_page import MeetingPage

    return MeetingPage(ctx)


def _statistics(ctx: Context) -> Page:
    from jz_training.ui.statistics.statistics_page import StatisticsPage

    return StatisticsPage(ctx)


def _reporting(ctx: Context) -> Page:
    from jz_training.ui.reporting.reporting_page import ReportingPage

    return ReportingPage(ctx)


def _publicity(ctx: Context) -> Page:
    from jz_training.ui.publicity.publicity_page import PublicityPage

    return PublicityPage(ctx)


def _settings(ctx: Context) -> Page:
    from jz_training.ui.settings.settings_page import SettingsPage

    return SettingsPage(ctx)


def _help(ctx: Context) -> Page:
    from jz_training.ui.shell.help_page import HelpPage

    return HelpPage(ctx)
