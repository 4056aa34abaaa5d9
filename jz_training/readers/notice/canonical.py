"""A shadow of the text, as long as the text itself, in which patterns need one spelling only."""

from __future__ import annotations

import re

_ONE_FOR_ONE = str.maketrans(
    {
        **{chr(code): chr(code - 0xFEE0) for code in range(ord("０"), ord("９") + 1)},
        **dict.fromkeys("“”「」『』‘’＂＇〝〞'\"", '"'),
        **dict.fromkeys("[【［﹝", "〔"),
        **dict.fromkeys("]】］﹞", "〕"),
        **dict.fromkeys("(﹙", "（"),
        **dict.fromkeys(")﹚", "）"),
        **dict.fromkeys("-－–—―─~～〜", "—"),
        **dict.fromkeys(",﹐", "，"),
        **dict.fromkeys(";﹔", "；"),
        **dict.fromkeys(":∶﹕︰", "："),
        **dict.fromkeys("\u3000\u00a0", " "),
        "!": "！",
        "?": "？",
        "．": ".",
        "｡": "。",
        "％": "%",
        "＋": "+",
        "＜": "《",
        "＞": "》",
    }
)
_FULL_STOP = re.compile(r"(?<=[\u3400-\u9fff）》〕\"])\.(?=$|[\s\u3400-\u9fff\"])", re.MULTILINE)
_THOUSANDS = re.compile(r"(?<=\d)，(?=\d{3}(?!\d))")


def canonical(text: str) -> str:
    """Return the text with mistyped punctuation and full-width digits put right, place by place.

    Every character stands where it stood, so a match in the shadow is cut out of the text itself.
    """
    shadow = text.translate(_ONE_FOR_ONE)
    return _THOUSANDS.sub(",", _FULL_STOP.sub("。", shadow))
