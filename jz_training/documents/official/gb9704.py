"""GB/T 9704-2012 党政机关公文格式: its measures, each with its clause (domain.md §1).

Points, from the lower left corner of the page, unless a name says millimetres.

A nominal 16 pt does not fit 28 × 22 into 156 × 225 mm. The width is kept by setting characters
of 16 pt a hair closer (15.79 pt apart); lines stand 225 mm / 22 = 28.99 pt apart, as in the
office programs whose papers these lie among.
"""

from __future__ import annotations

MM = 72 / 25.4

# 5.1: A4
PAGE_WIDTH = 210 * MM
PAGE_HEIGHT = 297 * MM

# 5.2.1: 天头 37 mm, 订口 28 mm, 版心 156 × 225 mm
TEXT_LEFT = 28 * MM
TEXT_WIDTH = 156 * MM
TEXT_HEIGHT = 225 * MM
TEXT_RIGHT = TEXT_LEFT + TEXT_WIDTH
TEXT_TOP = PAGE_HEIGHT - 37 * MM
TEXT_BOTTOM = TEXT_TOP - TEXT_HEIGHT

# 5.2.2: 3号
BODY_SIZE = 16.0

# 5.2.3: 22 lines of 28 characters fill the 版心
CHARS = 28
LINES = 22
ADVANCE = TEXT_WIDTH / CHARS
PITCH = TEXT_HEIGHT / LINES

# 7.3.1: 2号小标宋, centred
TITLE_SIZE = 22.0

# 7.3.3: paragraphs are indented by two characters
INDENT = 2

# 7.3.5.2, not sealed: 署名 two characters from the right, the date begins two to the right of it
SIGNATURE_FROM_RIGHT = 2
DATE_SHIFT = 2

# 7.5: 4号 half-width 宋体, the dashes 7 mm below the 版心, one character from the outer edge
PAGE_NUMBER_SIZE = 14.0
PAGE_NUMBER_BELOW = 7 * MM
PAGE_NUMBER_INSET = PAGE_NUMBER_SIZE
PAGE_NUMBER_DASH = "—"
