"""One workspace's data: reading units and writing units of work."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Engine, event
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from jz_training.domain.ids import new_id
from jz_training.errors import ChangedMeanwhile
from jz_training.storage import journal
from jz_training.storage.sqlite_file import told
from jz_training.storage.tables import Act, Kept

Clock = Callable[[], datetime]


class Work(Session):
    """A session that carries the act it belongs to; `act_id` is valid in writing units."""

    act_id: UUID


class Store:
    """The door to one database. Writing units queue behind one lock and commit whole or not."""

    def __init__(
        self, engine: Engine, *, data: Path, clock: Clock, operator: Callable[[], str]
    ) -> None:
        self.engine = engine
        self.data = data
        self.clock = clock
        self.operator = operator
        self._writing = threading.RLock()

    def now(self) -> datetime:
        """Return the local wall time of the workspace's clock."""
        return self.clock()

    def stamp(self) -> datetime:
        """Return the instant of now in UTC, without zone, as stamps are stored."""
        return self.clock().astimezone(UTC).replace(tzinfo=None)

    @contextmanager
    def read(self) -> Iterator[Session]:
        """Open a reading unit: one consistent picture, nothing is written."""
        with self._told(), Session(self.engine, expire_on_commit=False) as db:
            yield db

    @contextmanager
    def write(
        self,
        verb: str,
        *,
        subject: str = "",
        count: int = 1,
        undoes: UUID | None = None,
    ) -> Iterator[Work]:
        """Open a writing unit: all of it is kept with its log when the block ends, or nothing.

        `verb` and `subject` say what is being done (`labels` has the words). Raises
        ChangedMeanwhile, DiskFull, ReadOnly, DatabaseBusy or DatabaseDamaged.
        """
        with (
            self._writing,
            self._told(),
            self._connection() as connection,
            Work(connection, expire_on_commit=False) as db,
        ):
            db.act_id = new_id()
            event.listen(db, "before_flush", self._stamp_rows)
            journal.note_changes(db)
            yield db
            db.flush()
            if journal.write_changes(db, db.act_id) or db.info.get("bulk"):
                db.add(self._act(db, verb, subject, count, undoes))
            db.commit()

    @contextmanager
    def _connection(self) -> Iterator[Connection]:
        connection = self.engine.connect().execution_options(writing=True)
        try:
            yield connection
        except BaseException:
            # a COMMIT that SQLite refused leaves its transaction open: never lend that out again
            connection.invalidate()
            raise
        finally:
            connection.close()

    def _act(self, db: Work, verb: str, subject: str, count: int, undoes: UUID | None) -> Act:
        return Act(
            id=db.act_id,
            at=self.stamp(),
            operator=self.operator(),
            verb=verb,
            subject=db.info.get("subject", subject),
            count=db.info.get("count", count),
            undoes_id=undoes,
        )

    def _stamp_rows(self, session: Session, _context: Any, _instances: Any) -> None:
        now = self.stamp()
        for row in session.new:
            if isinstance(row, Kept):
                row.created_at = row.changed_at = now
        for row in session.dirty:
            if isinstance(row, Kept) and session.is_modified(row):
                row.changed_at = now

    def close(self) -> None:
        """Give back every connection."""
        self.engine.dispose()

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Turn the database's own errors into sentences a person can act on."""
        try:
            yield
        except StaleDataError as error:
            raise ChangedMeanwhile() from error
        except DatabaseError as error:
            sentence = told(error.orig, self.data)
            if sentence is None:
                raise
            raise sentence from error
