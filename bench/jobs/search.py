"""Searching a roster key by key, beside ranges on the indexes with sqlite3 alone.

Each key stands for a state of the search field: a letter, initials, a name, digits in a phone.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sized
from contextlib import closing
from pathlib import Path
from statistics import median

from bench.clock import Stopwatch
from bench.job import Job, Line, Measures
from bench.workspaces import Extent, fill

PREFIXES = ("z", "zg", "zgd", "张", "张国", "zh", "wang", "1300009")
INFIXES = ("国栋", "9876", "栋", "英华")
NOTHING = ("zzzz", "囍")
TURNS = 5
RANGES = " UNION ALL ".join(
    f"SELECT * FROM (SELECT id FROM person WHERE {column} >= :key AND {column} < :end LIMIT 200)"
    for column in ("name_key", "initials", "pinyin", "phone")
)


def prepare(folder: Path, size: int) -> None:
    """Fill a workspace with so many people."""
    fill(folder / "workspace", Extent(people=size))


def ours(folder: Path, size: int) -> Measures:
    """Search for each key as the search field does, and filter as the page of people does."""
    from jz_training.services.desk import open_desk
    from jz_training.services.people import PeopleQuery

    desk = open_desk(folder / "workspace")

    def first_page(text: str) -> Sized:
        ids = desk.people.ids(PeopleQuery(text=text))
        return desk.people.rows(ids[:200])

    found = _measured("search", lambda key: desk.people.search(key))
    found |= _measured("filter", first_page)
    found["rows"] = max(len(first_page(key)) for key in PREFIXES)
    desk.close()
    return found


def floor(folder: Path, size: int) -> Measures:
    """Look for each key with ranges on the indexes; the infix is a LIKE over the table."""
    with closing(sqlite3.connect(folder / "workspace" / "data.sqlite")) as db:

        def ranges(key: str) -> Sized:
            return db.execute(RANGES, {"key": key, "end": key + "\U0010ffff"}).fetchall()

        def anywhere(key: str) -> Sized:
            like = "SELECT id FROM person WHERE name_key LIKE ? OR phone LIKE ? LIMIT 200"
            return db.execute(like, (f"%{key}%", f"%{key}%")).fetchall()

        return {
            "prefix": _per_key(ranges, PREFIXES),
            "infix": _per_key(anywhere, INFIXES + NOTHING),
        }


def _measured(name: str, find: Callable[[str], Sized]) -> Measures:
    return {
        f"{name}_prefix": _per_key(find, PREFIXES),
        f"{name}_infix": _per_key(find, INFIXES + NOTHING),
    }


def _per_key(find: Callable[[str], Sized], keys: tuple[str, ...]) -> float:
    """Return the median over the keys of each key's median; the first turn does not count."""
    return median(median([_once(find, key) for _ in range(TURNS + 1)][1:]) for key in keys)


def _once(find: Callable[[str], Sized], key: str) -> float:
    watch = Stopwatch()
    find(key)
    return watch.whole()


JOB = Job(
    about="search",
    sides={"ours": ours, "floor": floor},
    lines=(
        Line(name="search in {size:,} people, prefix, a key", ours="ours.search_prefix", target=2),
        Line(
            name="  beside ranges with sqlite3",
            ours="ours.search_prefix",
            floor="floor.prefix",
            target=3,
        ),
        Line(name="search, infix or nothing found, a key", ours="ours.search_infix", target=50),
        Line(
            name="filter of the page with its first rows, prefix",
            ours="ours.filter_prefix",
            target=50,
        ),
        Line(
            name="filter of the page with its first rows, infix",
            ours="ours.filter_infix",
            target=50,
        ),
        Line(name="  rows fetched a key, at most", ours="ours.rows", target=200, unit=""),
    ),
    size=100_000,
    full=100_000,
    rounds=3,
    prepare=prepare,
)
