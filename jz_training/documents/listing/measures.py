"""The measures of a list on paper, in points from the lower left corner of the page."""

from __future__ import annotations

MM = 72 / 25.4

# A4 on its side
PAGE_WIDTH, PAGE_HEIGHT = 297 * MM, 210 * MM

LEFT, RIGHT = 15 * MM, PAGE_WIDTH - 15 * MM
TOP, BOTTOM = PAGE_HEIGHT - 14 * MM, 17 * MM
WIDTH, HEIGHT = RIGHT - LEFT, TOP - BOTTOM

#: Where the middle of the page number's line stands, below the list.
FOOT_MIDDLE = 10 * MM

#: Where the office has a footer of its own, it stands below a page number that is raised for it.
RAISED_FOOT, FOOTER_MIDDLE = 12 * MM, 7.5 * MM

TITLE_SIZE, TITLE_HEIGHT = 18.0, 28.0
FACT_SIZE, FACT_LINE = 10.0, 15.0
CELL_SIZE, CELL_LINE = 9.0, 11.5
FOOT_SIZE, FOOTER_SIZE = 9.0, 8.0

#: From a cell's rules to its text.
BESIDE, ABOVE = 0.9 * MM, 1.3 * MM

#: The line of signatures under the last row.
SIGNATURES_HEIGHT = 26.0

HAIRLINE, OUTLINE = 0.4, 0.9
