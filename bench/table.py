"""The table that is printed."""

from __future__ import annotations

from bench.job import Line
from bench.measuring import Measured

_WIDTHS = (54, 11, 11, 7, 8, 12, 6)


def _row(*cells: str) -> str:
    first, *others = cells
    rest = (cell.rjust(width) for cell, width in zip(others, _WIDTHS[1:], strict=True))
    return first.ljust(_WIDTHS[0]) + "".join(rest)


HEAD = _row("job", "ours", "floor", "ratio", "target", "peak MB", "")


def row_of(line: Line, measured: Measured) -> str:
    """Return one line of the table; what could not be measured is a dash."""
    ours = measured.median(line.ours)
    floor = measured.median(line.floor) if line.floor else None
    ratio = ours / floor if ours is not None and floor else None
    reached = ratio if line.floor else ours
    return _row(
        line.name.format(size=measured.size),
        _amount(ours, line.unit),
        _amount(floor, line.unit),
        "—" if ratio is None else f"{ratio:.2f}",
        f"≤ {line.target:g}",
        _peak(line, measured),
        "—" if reached is None else "ok" if reached <= line.target else "over",
    )


def _amount(value: float | None, unit: str) -> str:
    if value is None:
        return "—"
    digits = 0 if value >= 100 or value == int(value) else 2 if value < 10 else 1
    return f"{value:,.{digits}f} {unit}".strip()


def _peak(line: Line, measured: Measured) -> str:
    side = line.ours.partition(".")[0]
    own, children = measured.median(f"{side}.peak"), measured.median(f"{side}.children")
    if own is None:
        return "—"
    return f"{own:.0f} + {children:.0f}" if children else f"{own:.0f}"
