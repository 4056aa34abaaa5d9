"""A handed-over workspace takes the place of an empty one: the old or the new, never half."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest

from jz_training.domain.handover import HandoverKind
from jz_training.domain.roster import PersonDraft
from jz_training.errors import HandoverUnusable, OnlyLookedAt, Stopped
from jz_training.services.desk import Desk, open_desk
from jz_training.services.handing_over import (
    free_folder,
    is_unpacked,
    look_into_handover,
    take_over,
)
from jz_training.services.people import PeopleQuery
from jz_training.storage import restoring
from tests.conftest import Clock
from tests.services.notices import EVENT, reading
from tests.services.stories import a_listed_training

EVERYBODY = PeopleQuery()


@pytest.fixture(scope="module")
def files(
    tmp_path_factory: pytest.TempPathFactory, new_workspace: Path
) -> dict[HandoverKind, Path]:
    """Return what a predecessor wrote: five people, a training, a notice with its file."""
    place = tmp_path_factory.mktemp("predecessor")
    desk = open_desk(copytree(new_workspace, place / "workspace"), clock=Clock())
    a_listed_training(desk)
    source = place / "通知.txt"
    source.write_text("通知正文" * 500, encoding="utf-8")
    desk.notices.add(reading(event=EVENT), source=source)
    desk.settings.change(organiser="清河市纺织公司工会")
    desk.people.add(PersonDraft(name="陈国栋"))
    made = {kind: place / f"{kind}.jzw" for kind in HandoverKind}
    for kind, path in made.items():
        desk.handing_over.write(path, kind=kind)
    desk.close()
    return made


@pytest.fixture
def handed(files: dict[HandoverKind, Path]) -> Path:
    return files[HandoverKind.HANDOVER]


@pytest.fixture
def archived(files: dict[HandoverKind, Path], tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    """Return the desk of an archive."""
    take_over(files[HandoverKind.ARCHIVE], tmp_path / "归档")
    desk = open_desk(tmp_path / "归档", clock=clock)
    yield desk
    desk.close()


def left_in(folder: Path) -> set[str]:
    """Return what lies in a workspace besides its own."""
    own = {"data.sqlite", "data.sqlite-journal", "files", "backups", "workspace.lock"}
    return {path.name for path in folder.iterdir()} - own


def test_an_empty_desk_becomes_the_one_that_was_handed_over(desk: Desk, handed: Path) -> None:
    facts = desk.take_over(handed)
    assert (facts.people, facts.trainings, facts.documents) == (6, 1, 1)
    assert desk.people.count(EVERYBODY) == 6
    assert desk.settings.get().organiser == "清河市纺织公司工会"
    assert desk.check() == ()
    assert left_in(desk.folder) == set()
    assert [row.kind for row in desk.backups.list()] == ["before_taking_over"]


def test_what_the_predecessor_did_last_can_be_undone(desk: Desk, handed: Path) -> None:
    desk.take_over(handed)
    undone = desk.history.undo_last()
    assert undone is not None
    assert (undone.verb, desk.people.count(EVERYBODY)) == ("person.add", 5)


def test_where_something_was_entered_nothing_is_replaced(desk: Desk, handed: Path) -> None:
    desk.people.add(PersonDraft(name="王建华"))
    assert not desk.is_empty()
    with pytest.raises(HandoverUnusable, match="已经有自己的内容"):
        desk.take_over(handed)
    assert desk.people.count(EVERYBODY) == 1


def test_an_archive_is_not_worked_on_with(desk: Desk, files: dict[HandoverKind, Path]) -> None:
    with pytest.raises(HandoverUnusable, match="归档"):
        desk.take_over(files[HandoverKind.ARCHIVE])
    assert desk.is_empty()


def test_stopping_on_the_way_leaves_the_empty_desk(desk: Desk, handed: Path) -> None:
    def stop(done: int, whole: int) -> None:
        if done:
            raise Stopped

    with pytest.raises(Stopped):
        desk.take_over(handed, tell=stop)
    assert desk.is_empty()
    assert left_in(desk.folder) == set()
    assert not list((desk.folder / "files").iterdir())


def test_a_crash_before_the_data_is_there_leaves_the_old_workspace(
    desk: Desk, handed: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The files are moved by then; nobody cleans up, as after a power cut."""

    def die(part: Path, data: Path) -> None:
        copytree(part.parent, part.parent.with_name(".jz-taking-killed"))
        raise KeyboardInterrupt

    desk.settings.change(organiser="河东分会")
    with monkeypatch.context() as patch:
        patch.setattr(restoring, "swap", die)
        with pytest.raises(KeyboardInterrupt):
            desk.take_over(handed)
    desk.close()
    again = open_desk(desk.folder, clock=clock)
    assert (again.is_empty(), again.settings.get().organiser) == (True, "河东分会")
    assert again.check() == ()
    assert left_in(again.folder) == set()
    assert again.take_over(handed).people == 6
    again.close()


def test_a_crash_right_after_leaves_the_new_workspace(
    desk: Desk, handed: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    swap = restoring.swap

    def die(part: Path, data: Path) -> None:
        swap(part, data)
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(restoring, "swap", die)
        with pytest.raises(KeyboardInterrupt):
            desk.take_over(handed)
    assert desk.people.count(EVERYBODY) == 6  # the desk that is open shows what lies there
    desk.close()
    again = open_desk(desk.folder, clock=clock)
    assert (again.people.count(EVERYBODY), again.check()) == (6, ())
    again.close()


def test_stopping_while_writing_leaves_the_old_file(desk: Desk, tmp_path: Path) -> None:
    target = tmp_path / "移交.jzw"
    target.write_bytes(b"old")
    steps: list[tuple[int, int]] = []

    def stop_at_the_last(done: int, whole: int) -> None:
        steps.append((done, whole))
        if done == whole - 1:
            raise Stopped

    with pytest.raises(Stopped):
        desk.handing_over.write(target, tell=stop_at_the_last)
    assert steps == [(0, 3), (1, 3), (2, 3)]
    assert target.read_bytes() == b"old"
    assert not list(tmp_path.glob(".jz-*"))


def test_an_archive_says_in_its_own_words_that_it_is_not_changed(
    archived: Desk, files: dict[HandoverKind, Path], tmp_path: Path
) -> None:
    facts = look_into_handover(files[HandoverKind.ARCHIVE])
    assert (archived.archived, is_unpacked(facts, archived.folder)) == (facts, True)
    source = tmp_path / "x.txt"
    source.write_text("x", encoding="utf-8")
    acts = (
        lambda: archived.people.add(PersonDraft(name="王建华")),
        lambda: archived.backups.make(),
        lambda: archived.notices.add(reading(event=EVENT), source=source),
        lambda: archived.take_over(files[HandoverKind.HANDOVER]),
    )
    for act in acts:
        with pytest.raises(OnlyLookedAt, match="只供查阅"):
            act()


def test_a_folder_that_is_taken_gets_a_number(tmp_path: Path) -> None:
    (tmp_path / "移交").mkdir()
    (tmp_path / "移交 2").mkdir()
    assert free_folder(tmp_path, "移交") == tmp_path / "移交 3"


def test_data_that_brings_a_trigger_is_refused(desk: Desk, tmp_path: Path) -> None:
    """It would run with every person that is saved from then on."""
    with sqlite3.connect(desk.folder / "data.sqlite") as db:
        db.execute("CREATE TRIGGER evil AFTER INSERT ON person BEGIN DELETE FROM act; END")
    db.close()
    desk.handing_over.write(tmp_path / "移交.jzw")
    with pytest.raises(HandoverUnusable):
        take_over(tmp_path / "移交.jzw", tmp_path / "新")
    assert not (tmp_path / "新").exists()
