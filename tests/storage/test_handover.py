"""A whole workspace goes into one file and comes out of it whole, or not at all."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from jz_training.domain.dossier import DossierPart
from jz_training.domain.dossier_filing import ToFile
from jz_training.domain.handover import HandoverKind
from jz_training.errors import FileMissing, HandoverUnusable, ReadOnly
from jz_training.services.desk import Desk, open_desk
from jz_training.services.handing_over import look_into_handover, take_over
from jz_training.services.ledger import TrainingQuery
from tests.services.notices import EVENT, reading
from tests.services.stories import a_listed_training, some_people


@pytest.fixture
def told(desk: Desk, tmp_path: Path) -> Desk:
    """Return a desk with five people, a training and a notice that was filed with its file."""
    a_listed_training(desk)
    source = tmp_path / "通知.txt"
    source.write_text("通知正文" * 500, encoding="utf-8")
    desk.notices.add(reading(event=EVENT), source=source)
    desk.settings.change(organiser="清河市纺织公司工会")
    return desk


@pytest.fixture
def packed(told: Desk, tmp_path: Path) -> Path:
    """Return the file of that desk."""
    target = tmp_path / "移交.jzw"
    told.handing_over.write(target)
    return target


def test_a_successor_finds_everything(told: Desk, packed: Path, tmp_path: Path) -> None:
    facts = take_over(packed, tmp_path / "新电脑" / "工作区")
    assert (facts.organiser, facts.people, facts.trainings, facts.documents) == (
        "清河市纺织公司工会", 5, 1, 1,
    )  # fmt: skip
    taken = open_desk(tmp_path / "新电脑" / "工作区", clock=told.now)
    everything = TrainingQuery()
    assert taken.trainings.list(everything) == told.trainings.list(everything)
    assert not [one for one in taken.check() if not one.is_hint]
    some_people(taken, 6)
    taken.close()


def test_an_archive_can_only_be_looked_at(told: Desk, tmp_path: Path) -> None:
    target, folder = tmp_path / "2026.jzw", tmp_path / "归档"
    told.handing_over.write(target, kind=HandoverKind.ARCHIVE)
    take_over(target, folder)
    taken = open_desk(folder, clock=told.now)
    assert taken.read_only
    with pytest.raises(ReadOnly):
        taken.settings.change(operator="别人")
    taken.close()


def test_what_is_in_it_can_be_seen_without_unpacking(packed: Path) -> None:
    assert look_into_handover(packed).people == 5


def test_a_document_that_is_gone_bad_stops_the_handing_over(told: Desk, tmp_path: Path) -> None:
    content = next((told.folder / "files").glob("*/*"))
    content.write_bytes(b"other")
    with pytest.raises(FileMissing):
        told.handing_over.write(tmp_path / "移交.jzw")
    assert not (tmp_path / "移交.jzw").exists()


def test_a_document_that_is_gone_stops_the_handing_over(told: Desk, tmp_path: Path) -> None:
    next((told.folder / "files").glob("*/*")).unlink()
    with pytest.raises(FileMissing) as missing:
        told.handing_over.write(tmp_path / "移交.jzw")
    assert missing.value.fault == "missing"


def test_an_original_photo_that_is_gone_stops_it_as_well(told: Desk, tmp_path: Path) -> None:
    small, large = tmp_path / "小.jpg", tmp_path / "大.jpg"
    small.write_bytes(b"small")
    large.write_bytes(b"large")
    photo = ToFile(part=DossierPart.PHOTO, source=small, name="会场", original=large)
    (training,) = told.trainings.list(TrainingQuery())
    (filed,) = told.dossiers.file(training.training_id, [photo]).ids
    original = told.dossiers.original_of(filed)
    assert original is not None
    original.unlink()
    with pytest.raises(FileMissing, match="会场"):
        told.handing_over.write(tmp_path / "移交.jzw")


def test_what_a_system_leaves_beside_the_documents_is_not_handed_over(
    told: Desk, tmp_path: Path
) -> None:
    folder = next((told.folder / "files").glob("*/*")).parent
    (folder / "Thumbs.db").write_bytes(b"pictures")
    assert told.handing_over.write(tmp_path / "移交.jzw").documents == 1


def test_a_folder_with_something_in_it_is_left_alone(packed: Path, tmp_path: Path) -> None:
    folder = tmp_path / "有东西"
    folder.mkdir()
    (folder / "我的.txt").write_text("别动", encoding="utf-8")
    with pytest.raises(HandoverUnusable):
        take_over(packed, folder)
    assert [path.name for path in folder.iterdir()] == ["我的.txt"]


Parts = dict[str, bytes]


def _rewritten(packed: Path, change: Callable[[Parts], None]) -> Path:
    with zipfile.ZipFile(packed) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    change(parts)
    target = packed.with_name("改过.jzw")
    with zipfile.ZipFile(target, "w") as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return target


def _forge(parts: Parts, /, **told: object) -> None:
    parts["manifest.json"] = json.dumps(json.loads(parts["manifest.json"]) | told).encode()


CHANGES: dict[str, Callable[[Parts], None]] = {
    "a part more": lambda parts: parts.update({"多余.exe": b"MZ"}),
    "a part that leads elsewhere": lambda parts: parts.update({"../../evil": b"x"}),
    "a part less": lambda parts: (
        parts.pop(next(n for n in parts if n.startswith("files/"))) and None
    ),
    "other data": lambda parts: parts.update({"data.sqlite": parts["data.sqlite"][:-1] + b"!"}),
    "no manifest": lambda parts: parts.pop("manifest.json") and None,
    "a manifest of another kind": lambda parts: parts.update({"manifest.json": b"[[[["}),
    "a newer form": lambda parts: _forge(parts, format=99),
    "parts without names": lambda parts: _forge(parts, parts=[1, 2]),
    "data that is none": lambda parts: _forge(parts, parts=[]),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_what_was_changed_on_the_way_is_refused_and_leaves_nothing(
    packed: Path, tmp_path: Path, change: Callable[[Parts], None]
) -> None:
    before = set(tmp_path.iterdir())
    target = _rewritten(packed, change)
    with pytest.raises(HandoverUnusable):
        take_over(target, tmp_path / "新")
    assert set(tmp_path.iterdir()) == before | {target}


def test_a_file_cut_short_or_of_something_else_is_refused(packed: Path, tmp_path: Path) -> None:
    short, other = tmp_path / "短.jzw", tmp_path / "别的.jzw"
    short.write_bytes(packed.read_bytes()[:-400])
    other.write_bytes(b"%PDF-1.4")
    for path in (short, other, tmp_path / "没有.jzw"):
        with pytest.raises(HandoverUnusable):
            look_into_handover(path)


def test_every_single_changed_byte_is_noticed_or_harmless(packed: Path, tmp_path: Path) -> None:
    """A byte may be changed where nothing depends on it, such as a date in the zip."""
    whole = packed.read_bytes()
    for at in range(0, len(whole), len(whole) // 40):
        bad = tmp_path / "坏.jzw"
        bad.write_bytes(whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :])
        folder = tmp_path / f"新{at}"
        try:
            take_over(bad, folder)
        except HandoverUnusable:
            assert not folder.exists()
        else:
            taken = (folder / "data.sqlite").read_bytes()
            with zipfile.ZipFile(packed) as source:
                assert taken == source.read("data.sqlite")
