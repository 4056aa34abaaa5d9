"""Column types that are exact and compact on SQLite and native on PostgreSQL."""

from __future__ import annotations

from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import Dialect, Integer, LargeBinary, Uuid
from sqlalchemy.types import TypeDecorator, TypeEngine


class Id(TypeDecorator[UUID]):
    """A UUID: 16 bytes on SQLite (half of the text form in every index), native on PostgreSQL."""

    impl = LargeBinary(16)
    cache_ok = True

    @property
    def python_type(self) -> type[UUID]:
        """Return the Python class of the values."""
        return UUID

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Choose the column type of the database at hand."""
        native = dialect.name == "postgresql"
        return dialect.type_descriptor(Uuid() if native else LargeBinary(16))

    def process_bind_param(self, value: UUID | None, dialect: Dialect) -> Any:
        """Return what the driver stores."""
        if value is None or dialect.name == "postgresql":
            return value
        return value.bytes

    def process_result_value(self, value: Any, dialect: Dialect) -> UUID | None:
        """Return the UUID that was stored."""
        if value is None or isinstance(value, UUID):
            return value
        return UUID(bytes=value)


class Hundredths(TypeDecorator[Decimal]):
    """A decimal with two places, stored as a whole number: SQLite has no exact decimals."""

    impl = Integer
    cache_ok = True

    @property
    def python_type(self) -> type[Decimal]:
        """Return the Python class of the values."""
        return Decimal

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> int | None:
        """Return the number of hundredths."""
        return None if value is None else _in_hundredths(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Decimal | None:
        """Return the decimal; whole numbers come back without a decimal point."""
        return None if value is None else _of_hundredths(value)


def as_stored(value: Decimal) -> Decimal:
    """Return a decimal as it comes back from the database: 2.0 as 2."""
    return _of_hundredths(_in_hundredths(value))


def _in_hundredths(value: Decimal) -> int:
    return int((value * 100).to_integral_value())


def _of_hundredths(number: int) -> Decimal:
    return (Decimal(number) / 100).normalize() + 0
