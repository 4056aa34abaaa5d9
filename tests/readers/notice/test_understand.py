"""Understanding a notice keeps its promises on any text: nothing lost, nothing invented."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jz_training.domain.notice import NoticeReading, RemarkCode
from jz_training.domain.obligation import ObligationKind, Per
from jz_training.readers.notice.canonical import canonical
from jz_training.readers.notice.joining import join_lines, without_page_numbers
from jz_training.readers.notice.raw_text import RawText
from jz_training.readers.notice.understand import understand

CORPUS = Path(__file__).parent / "corpus"
SAMPLE = Path(__file__).parents[3] / "resources/sample/通知.txt"
PIECES = [
    piece
    for path in sorted(CORPUS.glob("*.txt"))
    for line in path.read_bytes().decode("utf-8", errors="ignore").splitlines()
    for piece in re.split(r"(?<=[，。；：])", line)
    if piece
]
MARKS = (
    "一二三、（）()〔〕[]《》“”\"'，。；：:！？.0123456789０１年月日前底要请须于报送宣讲"
    "\t \n\r\u3000—-附件"
)
LINES = st.lists(
    st.one_of(
        st.text(max_size=60),
        st.text(alphabet=MARKS, max_size=60),
        st.lists(st.sampled_from(PIECES), max_size=5).map("".join),
    ),
    max_size=30,
)


def read(*lines: str, whole: bool = False) -> NoticeReading:
    return understand(RawText(lines=lines, whole_paragraphs=whole), source="通知")


def notice(body: str, *, day: str = "2026年9月1日") -> NoticeReading:
    return read("关于学习的通知", "各分工会：", *body.split("\n"), "青石厂工会", day)


def laid_out(text: str, *, indent: str, numbers: bool) -> tuple[str, ...]:
    """Return the lines of a text as pages of 22 lines of 28 characters show them."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        whole = (indent if len(paragraph) > 28 else "") + paragraph
        for start in range(0, len(whole), 28):
            lines.append(whole[start : start + 28])
            if len(lines) % 22 == 0:
                lines += ["", "— 1 —", ""] if numbers else [""]
    return tuple(lines)


def bare(text: str) -> str:
    return "".join(text.split())


@given(lines=LINES, whole=st.booleans())
def test_joining_loses_no_character(lines: list[str], whole: bool) -> None:
    kept = lines if whole else without_page_numbers(lines)
    joined = join_lines(RawText(lines=tuple(lines), whole_paragraphs=whole))
    assert bare(joined) == bare("".join(kept))


@given(lines=LINES, whole=st.booleans())
@settings(max_examples=300)
def test_every_phrase_stands_at_its_place_on_any_text(lines: list[str], whole: bool) -> None:
    reading = understand(RawText(lines=tuple(lines), whole_paragraphs=whole))
    places = [(o.phrase, o.start, o.end) for o in reading.obligations]
    places += [(r.phrase, r.start, r.end) for r in reading.remarks if r.start is not None]
    for phrase, start, end in places:
        assert reading.text[start:end] == phrase
    for duty in reading.obligations:
        assert duty.phrase
        assert duty.phrase == reading.text[duty.start : duty.end]
        assert all(topic in duty.phrase for topic in duty.topics)
        assert duty.due_phrase in reading.text
    for section in reading.sections:
        assert reading.text[section.start : section.end].startswith(section.heading)


@given(lines=LINES)
def test_no_year_comes_from_nowhere(lines: list[str]) -> None:
    reading = understand(RawText(lines=tuple(lines)))
    if reading.header.day is None:
        shadow = canonical(reading.text)
        for duty in reading.obligations:
            if duty.due is not None:
                assert re.search(r"\d{4}|二[零〇○Oo一二三四五六七八九]{3}", shadow)


@given(text=st.text(max_size=300))
def test_the_shadow_is_as_long_as_the_text(text: str) -> None:
    assert len(canonical(text)) == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "要、" * 100_000,
        "9" * 200_000,
        "（" * 200_000,
        "与" * 200_000,
        "请于5月" * 50_000,
        "，要" * 50_000,
    ],
    ids=["commas", "digits", "brackets", "letters", "dates", "clauses"],
)
@pytest.mark.timeout(60)
def test_a_monstrous_text_is_read_all_the_same(text: str) -> None:
    assert len(notice(text).text) >= len(text)


def test_nothing_at_all_is_a_notice_without_title_and_duties() -> None:
    reading = read()
    assert (reading.text, reading.header.title) == ("", "")
    assert [r.code for r in reading.remarks] == [RemarkCode.NO_TITLE, RemarkCode.NO_DUTIES]


def test_what_the_file_reader_found_is_passed_on() -> None:
    raw = RawText(lines=("关于学习的通知",), pages_without_text=2, cut=True)
    codes = {remark.code: remark.number for remark in understand(raw).remarks}
    assert codes[RemarkCode.PAGES_WITHOUT_TEXT] == 2
    assert RemarkCode.TEXT_CUT in codes


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("请于5月10日前将总结报厂工会", date(2027, 5, 10)),
        ("请于10月10日前将总结报厂工会", date(2026, 10, 10)),
        ("请于２０１７年４月２０日前将总结报厂工会", date(2017, 4, 20)),
        ("请于2027年2月底前将总结报厂工会", date(2027, 2, 28)),
        ("请于八月二十八日前将总结报厂工会", date(2026, 8, 28)),
        ("请于2026.10.8前将总结报厂工会", date(2026, 10, 8)),
        ("请于2026年2月30日前将总结报厂工会", None),
        ("请于13月1日前将总结报厂工会", None),
        ("请于月底前将总结报厂工会", None),
        ("请于10月前将总结报厂工会", None),
        ("请于年底前将总结报厂工会", date(2026, 12, 31)),
        ("请于明年3月底前将总结报厂工会", date(2027, 3, 31)),
        ("请于10月20日下午5时前将总结报厂工会", date(2026, 10, 20)),
        ("请最迟10月20日将总结报厂工会", date(2026, 10, 20)),
    ],
)
def test_until_when_is_read_or_left_open(words: str, due: date | None) -> None:
    (duty,) = notice(words + "。").obligations
    assert (duty.kind, duty.due) == (ObligationKind.REPORT, due)


@pytest.mark.parametrize(
    ("words", "count", "unit", "per"),
    [
        ("各分工会要举办报告会不少于3场", 3, "场", Per.ONCE),
        ("各分工会要举办报告会2场以上", 2, "场", Per.ONCE),
        ("各分工会要举办报告会至少两场", 2, "场", Per.ONCE),
        ("各分工会要每季度举办一次报告会", 1, "次", Per.QUARTER),
        ("各分工会要每月至少召开1次学习会", 1, "次", Per.MONTH),
        ("各分工会要举办报告会十二场以上", 12, "场", Per.ONCE),
        ("各分工会要举办第三次报告会", None, "", Per.ONCE),
        ("各分工会要举办报告会", None, "", Per.ONCE),
    ],
)
def test_how_many_is_read_or_left_open(words: str, count: int | None, unit: str, per: Per) -> None:
    (duty,) = notice(words + "。").obligations
    assert (duty.count, duty.unit, duty.per) == (count, unit, per)


@pytest.mark.parametrize("indent", ["", "　　"])
@pytest.mark.parametrize("numbers", [True, False])
def test_a_text_broken_by_its_layout_is_understood_as_the_whole(indent: str, numbers: bool) -> None:
    whole = read(*SAMPLE.read_text("utf-8").splitlines())
    broken = read(*laid_out(whole.text, indent=indent, numbers=numbers))
    assert broken.header == whole.header
    assert [d.phrase for d in broken.obligations] == [d.phrase for d in whole.obligations]
    assert [s.path for s in broken.sections] == [s.path for s in whole.sections]


def test_the_same_demand_said_twice_is_one_duty() -> None:
    text = "请各分工会于9月30日前将学习总结报厂工会。\n以上总结，请于9月30日前报厂工会。"
    assert len(notice(text).obligations) == 1


def test_a_purpose_a_permission_and_a_prohibition_are_no_duties() -> None:
    text = "为办好报告会，请各单位重视。\n有条件的分工会可以举办云直播。\n不得以报告会代替宣讲。"
    assert notice(text).obligations == ()


@pytest.mark.parametrize(
    "typed",
    ["清工会〔2026〕18号", "清工会[2026]18号", "清工会（2026） 18 号", "清工会【2026】第018号"],
)
def test_a_mistyped_number_is_put_right(typed: str) -> None:
    reading = read("清河市总工会文件", typed, "关于学习的通知", "各分工会：", "要学习。")
    assert reading.header.number == "清工会〔2026〕18号"


def test_the_number_of_another_document_is_not_taken() -> None:
    reading = read("关于学习的通知", "各分工会：", "请按清工会〔2026〕15号文件要求学习。")
    assert reading.header.number == ""


def test_a_date_in_words_is_read() -> None:
    assert notice("要学习。", day="二〇二六年十一月三十日").header.dated == date(2026, 11, 30)
