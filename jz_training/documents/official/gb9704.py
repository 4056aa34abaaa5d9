"""GB/T 9704-2012 党政机关公文格式: its measures, each with its clause (domain.md §1).

Points, from the lower left corner of the page, unless a name says millimetres, characters or
lines.

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

# 6: bound at the left; of a leaf printed on both sides 订口 of the back is at its right
BACK_LEFT = PAGE_WIDTH - TEXT_RIGHT

# 5.2.2: 3号
BODY_SIZE = 16.0

# 5.2.3: 22 lines of 28 characters fill the 版心
CHARS = 28
LINES = 22
ADVANCE = TEXT_WIDTH / CHARS
PITCH = TEXT_HEIGHT / LINES

# 5.2.4: all is black but 发文机关标志 and the rule of 版头
RED = (1.0, 0.0, 0.0)

# 7.2.4: 发文机关标志 in 小标宋, its upper edge 35 mm below that of the 版心. The size is left to
# taste: at the largest its foot meets a line of the grid; a long one is set narrower, then smaller.
MARK_BELOW_TOP = 35 * MM
MARK_LARGEST = 5 * PITCH - MARK_BELOW_TOP
MARK_SMALLEST = 26.0
MARK_NARROWEST = 0.7
MARK_LEADING = 1.2

# 7.2.5: 发文字号 stands two blank lines below; in 上行文 one character from the left
LINES_ABOVE_NUMBER = 2
NUMBER_FROM_LEFT = 1

# 7.2.6: 签发人 one character from the right, two names a line
SIGNER_FROM_RIGHT = 1
SIGNERS_PER_LINE = 2

# 7.2.7: a red rule as wide as the 版心 4 mm below the number; how thick is left to taste
RULE_BELOW_NUMBER = 4 * MM
RULE_THICKNESS = 0.7 * MM

# 7.3.1: 2号小标宋, centred, two blank lines below the rule
TITLE_SIZE = 22.0
LINES_ABOVE_TITLE = 2

# 7.3.2: 主送机关 one blank line below the title
LINES_BELOW_TITLE = 1

# 7.3.3: paragraphs are indented by two characters
INDENT = 2

# 7.3.4: 附件说明 one blank line below the text, indented as a paragraph
LINES_ABOVE_ATTACHMENTS = 1

# 7.3.5.1, sealed: the date four characters from the right, 署名 centred above it. A seal of 42 mm
# (4.1 lines) whose middle is a little above the two begins within a line below the text when two
# lines are left free above 署名, and reaches half a line below the date.
SEALED_DATE_FROM_RIGHT = 4
LINES_ABOVE_SEALED = 2
LINES_BELOW_SEALED = 1

# 7.3.5.2, not sealed: one blank line, 署名 two characters from the right, the date begins two
# characters to the right of it
LINES_ABOVE_SIGNATURE = 1
SIGNATURE_FROM_RIGHT = 2
DATE_SHIFT = 2

# 7.3.7: the title of an annex stands on the third line of its first page
ANNEX_TITLE_LINE = 3

# 7.4.1: rules as wide as the 版心, the first and the last thick; the last on its lower edge
IMPRINT_THICK = 0.35 * MM
IMPRINT_THIN = 0.25 * MM

# 7.4.2 and 7.4.3: 4号, one character from both edges. A line is the height of a character and
# what lies between two lines of the text (3.2).
IMPRINT_SIZE = 14.0
IMPRINT_INSET = IMPRINT_SIZE
IMPRINT_LINE = IMPRINT_SIZE + PITCH - BODY_SIZE

# 7.5: 4号 half-width 宋体, the dashes 7 mm below the 版心, one character from the outer edge
PAGE_NUMBER_SIZE = 14.0
PAGE_NUMBER_BELOW = 7 * MM
PAGE_NUMBER_INSET = PAGE_NUMBER_SIZE
PAGE_NUMBER_DASH = "—"
