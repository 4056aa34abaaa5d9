"""Publicity: entered, found again, removed, and every step undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import select

from jz_training.domain.publicity import Channel, Genre
from jz_training.errors import ChangedMeanwhile, NotFound, Refused
from jz_training.labels import act_words
from jz_training.services.publicity import PublicityQuery
from jz_training.storage.tables import Attachment, EvidenceLink
from tests.duties_factories import publicity_draft
from tests.factories import identity
from tests.services.duties_stories import Before, a_duty, a_notice

TODAY = date(2026, 11, 22)


def published(desk, *titles, **changes):
    return [desk.publicity.add(publicity_draft(title=title, **changes)) for title in titles]


def found(desk, **query):
    return [row.draft.title for row in desk.publicity.list(PublicityQuery(**query))]


def file_with(desk, publicity: UUID, **also) -> None:
    with desk._workspace.store.write("document.file") as db:
        db.add(
            Attachment(
                kind="photo", name="截图", publicity_id=publicity, filed_on=TODAY, size=0, **also
            )
        )


def test_a_publication_comes_back_as_it_was_entered(desk):
    entered = publicity_draft(
        genre=Genre.COMMENTARY, outlet="清河工人报", author="叶静", reach=1200, note="一\n二",
        link="https://example.org/a?b=1&c=<i>#" + "x" * 300, notice_id=a_notice(desk),
    )  # fmt: skip
    (publicity,) = [desk.publicity.add(entered)]
    assert desk.publicity.get(publicity).draft == entered


def test_the_newest_stands_first_and_the_last_entered_of_a_day(desk):
    published(desk, "早", day=date(2026, 11, 1))
    published(desk, "晚", "更晚", day=date(2026, 11, 20))
    assert found(desk) == ["更晚", "晚", "早"]
    assert found(desk, limit=1) == ["更晚"]


def test_the_list_is_filtered_by_every_condition(desk):
    notice = a_notice(desk)
    published(desk, "甲", notice_id=notice, outlet="工人报%")
    published(desk, "乙", channel=Channel.PRESS, author="秦晓峰")
    published(desk, "丙", genre=Genre.COLUMN, day=date(2026, 10, 1))
    assert found(desk, notice_id=notice) == ["甲"]
    assert found(desk, channel=Channel.PRESS) == ["乙"]
    assert found(desk, genre=Genre.COLUMN) == ["丙"]
    assert found(desk, end=date(2026, 10, 1)) == ["丙"]
    assert found(desk, start=date(2026, 10, 1), end=date(2026, 10, 1)) == ["丙"]
    assert found(desk, text="%") == ["甲"]
    assert found(desk, text=" 晓峰 ") == ["乙"]
    assert found(desk, text="\ud800") == []


def test_outlets_and_authors_are_offered_most_used_first(desk):
    published(desk, "甲", outlet="工会网", author="叶静")
    published(desk, "乙", "丙", outlet="工人报")
    assert desk.publicity.outlets() == ("工人报", "工会网")
    assert desk.publicity.authors() == ("叶静",)


def test_its_files_are_counted(desk):
    first, second = published(desk, "甲", "乙")
    file_with(desk, first)
    file_with(desk, first)
    assert [row.files for row in desk.publicity.list(PublicityQuery())] == [0, 2]
    assert (desk.publicity.get(first).files, desk.publicity.get(second).files) == (2, 0)


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("title", {"title": " "}),
        ("title", {"title": "长" * 201}),
        ("day", {"day": date(2026, 11, 23)}),
        ("reach", {"reach": -1}),
        ("reach", {"reach": 10**20}),
        ("link", {"link": "x" * 1001}),
        ("outlet", {"outlet": "报\x02"}),
    ],
)
def test_a_fault_names_its_field_and_nothing_is_stored(desk, field, changes):
    with pytest.raises(Refused) as refused:
        desk.publicity.add(publicity_draft(**changes))
    assert refused.value.field == field
    assert str(refused.value)
    assert found(desk) == []


def test_what_is_published_today_may_be_entered_today(desk):
    published(desk, "甲", day=TODAY)
    assert found(desk) == ["甲"]


def test_a_stale_change_is_told(desk):
    (publicity,) = published(desk, "甲")
    desk.publicity.change(publicity, version=1, draft=publicity_draft(reach=5))
    with pytest.raises(ChangedMeanwhile):
        desk.publicity.change(publicity, version=1, draft=publicity_draft(reach=6))


def test_what_is_not_there_is_said_so(desk):
    with pytest.raises(NotFound, match="这条宣传报道"):
        desk.publicity.get(identity(9))
    with pytest.raises(NotFound, match="这份通知"):
        published(desk, "甲", notice_id=identity(9))


def test_a_removed_publication_takes_its_files_and_choices_and_undo_has_them_back(desk):
    notice = a_notice(desk)
    duty = a_duty(desk, notice, "articles")
    (publicity,) = published(desk, "甲", notice_id=notice)
    file_with(desk, publicity)
    file_with(desk, publicity, notice_id=notice)
    with desk._workspace.store.write("obligation.count") as db:
        db.add(EvidenceLink(obligation_id=duty, kind="publicity", target_id=publicity, counts=True))
    before = Before(desk)
    desk.publicity.remove(publicity)
    with desk._workspace.store.read() as db:
        (left,) = db.scalars(select(Attachment))
        assert (left.notice_id, left.publicity_id) == (notice, None)
        assert db.scalars(select(EvidenceLink)).all() == []
    assert before.undone("publicity.remove")


ACTS = {
    "publicity.add": lambda desk, one: published(desk, "乙"),
    "publicity.change": lambda desk, one: desk.publicity.change(
        one.id, version=1, draft=replace(one.draft, reach=7, genre=Genre.OTHER)
    ),
    "publicity.remove": lambda desk, one: desk.publicity.remove(one.id),
}


@pytest.mark.parametrize("verb", ACTS)
def test_every_act_is_told_in_words_and_undone(desk, verb):
    (publicity,) = published(desk, "甲")
    before = Before(desk)
    ACTS[verb](desk, desk.publicity.get(publicity))
    act = desk.history.acts()[0]
    assert "." not in act_words(act.verb, act.subject, act.count)
    assert before.undone(verb)
