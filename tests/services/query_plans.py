"""What the database does for a question: the steps that read attendance rows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import event

from jz_training.services.desk import Desk


def steps_on_lines(desk: Desk, ask: Callable[[], object]) -> list[str]:
    """Return the steps of the query plans of a question that touch attendance rows."""
    engine = desk.people._store.engine
    asked: list[tuple[str, Any]] = []

    def note(_c: Any, _cur: Any, sql: str, parameters: Any, *_rest: Any) -> None:
        asked.append((sql, parameters))

    event.listen(engine, "before_cursor_execute", note)
    try:
        ask()
    finally:
        event.remove(engine, "before_cursor_execute", note)
    assert asked
    with engine.connect() as db:
        return [
            str(step[-1])
            for sql, parameters in asked
            if not sql.startswith("PRAGMA")
            for step in db.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", parameters)
            if str(step[-1]).startswith(("SCAN attendee", "SEARCH attendee"))
        ]
