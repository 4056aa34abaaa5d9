"""What a meeting notice says, in order; the PDF and the Word file set the same blocks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from jz_training.documents.dates import day_words
from jz_training.documents.summary.words import GAP, held_words, or_gap
from jz_training.domain.agenda import TimedItem
from jz_training.domain.meeting_papers import MeetingNotice
from jz_training.labels.meeting import HOLDING

_ORDINALS = "一二三四五六七八九十"
_ENDS = ("。", "！", "？", "；", "：")


class BlockKind(Enum):
    """How a block of a notice is set (GB/T 9704, 7.3.3)."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph or heading of a notice."""

    kind: BlockKind
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeText:
    """A notice as it is set. `last` is its last paragraph, which stays with the signature."""

    title: str
    addressees: str
    blocks: tuple[Block, ...]
    last: str
    signature: str
    date: str


def notice_text(notice: MeetingNotice) -> NoticeText:
    """Return the text of a notice; what was not entered is printed as （待补）."""
    blocks = [Block(BlockKind.PARAGRAPH, f"现将{_matter(notice)}有关事项通知如下：")]
    for ordinal, (heading, paragraphs) in zip(_ORDINALS, _sections(notice), strict=False):
        blocks.append(Block(BlockKind.HEADING, f"{ordinal}、{heading}"))
        blocks += [Block(BlockKind.PARAGRAPH, text) for text in paragraphs]
    return NoticeText(
        title=_title(notice),
        addressees=f"{or_gap(notice.addressees).rstrip('：:')}：",
        blocks=tuple(blocks[:-1]),
        last=blocks[-1].text,
        signature=or_gap(notice.organiser),
        date=day_words(notice.issued_on) if notice.issued_on else GAP,
    )


def agenda_words(item: TimedItem) -> str:
    """Return a line of an agenda in a notice: 15:00　传达大会精神（秦晓峰）。"""
    hour = f"{item.start:%H:%M}\u3000" if item.start else ""
    who = f"（{item.item.who.strip()}）" if item.item.who.strip() else ""
    return sentence(f"{hour}{item.item.what.strip()}{who}")


def sentence(text: str) -> str:
    """Return a text with a full stop, unless it has an end of its own."""
    text = text.strip()
    return text if not text or text.endswith(_ENDS) else f"{text}。"


def _title(notice: MeetingNotice) -> str:
    """Return 关于召开……的通知; a title that is one already is left alone."""
    title = notice.title.strip()
    if title.startswith("关于") and title.endswith("通知"):
        return title
    return f"关于{_matter(notice)}的通知"


def _matter(notice: MeetingNotice) -> str:
    title = notice.title.strip()
    if title.startswith("关于") and title.endswith("通知"):
        return title.removeprefix("关于").removesuffix("通知").removesuffix("的")
    return f"{HOLDING[notice.form]}{title}"


def _sections(notice: MeetingNotice) -> Iterator[tuple[str, Sequence[str]]]:
    yield "时间", tuple(_when(notice))
    yield "地点", tuple(_where(notice))
    yield "参会人员", (sentence(or_gap(notice.audience)),)
    yield "主要内容", tuple(_content(notice))
    asked = tuple(_asked(notice))
    if asked:
        yield "有关要求", asked


def _when(notice: MeetingNotice) -> Iterator[str]:
    """Yield when it is held; of several parts each stands on a line of its own."""
    span = held_words(notice.start, notice.end)
    if not notice.parts:
        yield f"{span}。"
        return
    yield f"{span}，共{len(notice.parts)}个课次："
    last = len(notice.parts)
    for number, part in enumerate(notice.parts, start=1):
        end = "。" if number == last else "；"
        yield f"{number}.{part.name}：{held_words(part.start, part.end)}{end}"


def _where(notice: MeetingNotice) -> Iterator[str]:
    address = f"（{notice.address.strip()}）" if notice.address.strip() else ""
    if notice.venue.strip() or not notice.link.strip():
        yield f"{or_gap(notice.venue)}{address}。"
    if notice.link.strip():
        yield f"线上参会：{notice.link.strip()}"


def _content(notice: MeetingNotice) -> Iterator[str]:
    topics = [text.strip().rstrip("。；") for text in notice.content if text.strip()]
    if topics:
        yield f"学习内容：{'；'.join(topics)}。"
    people = [("主持", notice.chair), ("主讲", notice.speaker)]
    named = [f"{word}：{name.strip()}" for word, name in people if name.strip()]
    if named:
        yield f"{'；'.join(named)}。"
    if notice.agenda:
        yield "议程："
        yield from map(agenda_words, notice.agenda)
    if not topics and not notice.agenda:
        yield GAP


def _asked(notice: MeetingNotice) -> Iterator[str]:
    asked = [sentence(text) for text in notice.requirements if text.strip()]
    many = len(asked) > 1
    for number, text in enumerate(asked, start=1):
        yield f"{number}.{text}" if many else text
    if notice.contact.strip():
        yield f"联系人：{sentence(notice.contact)}"
