"""The sentences of a period's summary besides trainings: each is counted, the rest is （待补）.

One function per section of domain.md §9; each returns its paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from jz_training.documents.dates import day_words
from jz_training.documents.summary.words import GAP
from jz_training.domain.filing import DocumentKind, FiledRow
from jz_training.domain.obligation import ObligationKind
from jz_training.domain.plan import ItemState, PlanView
from jz_training.domain.progress import Progress
from jz_training.domain.task import TaskRow, TaskState
from jz_training.domain.task_book import Duty, DutyState, TaskBook
from jz_training.labels.days import short_day_words
from jz_training.labels.duties import DUTY_STATES, gap_words
from jz_training.labels.notices import CHANNELS, GENRES, PLACE_KINDS
from jz_training.labels.tasks import TASK_STATES

#: So many things are named in a sentence; a table or 等 stands for the rest.
NAMED = 3

#: The words of a duty or task are cut beyond this: the task book has the whole of them.
LONGEST_NAME = 30

#: The screen sets numbers off by blanks; an official paper does not.
_BESIDE_NUMBER = re.compile(r"(?<=\d) | (?=\d)")

_TASK_ORDER = (TaskState.DONE, TaskState.UNDER_WAY, TaskState.OVERDUE, TaskState.NOT_BEGUN)


def leadership(progress: Progress | None) -> Iterator[str]:
    """Yield 一、组织领导: decisions and measures filed, plans made, tasks given out."""
    if progress is None:
        yield f"部署安排、具体措施、培训计划和任务分解：{GAP}。"
        return
    yield _filed("部署会议形成纪要", "部署安排", progress.filed(DocumentKind.MINUTES))
    yield _filed("制定具体措施", "具体措施", progress.filed(DocumentKind.MEASURES))
    yield _plans(progress.plans)
    yield _tasks(progress)


def required_study(progress: Progress | None) -> Iterator[str]:
    """Yield how many of those required had their study; nothing where no notice requires any."""
    for duty in progress.duties if progress is not None else ():
        if duty.obligation.draft.kind is ObligationKind.REQUIRED:
            for figure in duty.figures:
                if figure.wanted:
                    yield f"必修学习应参加{figure.wanted}人，已参加{figure.have}人。"


def publicity(progress: Progress | None) -> Iterator[str]:
    """Yield 三、宣传宣讲: publications by channel and genre, talks by kind of place."""
    if progress is None:
        yield f"宣传报道和宣讲：{GAP}。"
        return
    yield _published(progress)
    yield _talks(progress)


def achievements(progress: Progress | None) -> Iterator[str]:
    """Yield 四、落实成效: how the duties of each notice stand; the rest is not for counting."""
    books = () if progress is None else progress.books
    if not books:
        yield f"通知要求落实情况：{GAP}。"
    for book in books:
        yield _book(book)
    yield f"主要做法和成效：{GAP}。"


def problems(progress: Progress | None) -> Iterator[str]:
    """Yield 五、存在问题: duties with something missing and tasks whose day is past."""
    if progress is not None:
        yield from _open(progress)
        late = progress.tasks_in(TaskState.OVERDUE)
        if late:
            yield f"已逾期任务{len(late)}项：{_listed(map(_task, late), len(late))}。"
    yield f"原因分析：{GAP}。"


def intentions(progress: Progress | None) -> Iterator[str]:
    """Yield 六、下步打算: what is due, planned and under way; without anything （待补）."""
    said = [] if progress is None else [*_due(progress), *_to_hold(progress), *_to_do(progress)]
    yield from said or [f"下步打算：{GAP}。"]


def short_name(text: str) -> str:
    """Return a text as it is named in a sentence: cut with … beyond thirty characters."""
    return text if len(text) <= LONGEST_NAME else text[: LONGEST_NAME - 1] + "…"


# --- 一 --------------------------------------------------------------------------------------


def _filed(done: str, what: str, rows: Sequence[FiledRow]) -> str:
    if not rows:
        return f"{what}：{GAP}。"
    return f"{done}{len(rows)}份：{_listed(map(_document, rows), len(rows))}。"


def _document(row: FiledRow) -> str:
    dated = "" if row.draft.dated is None else day_words(row.draft.dated)
    facts = "，".join(filter(None, (row.draft.number, dated)))
    return f"《{row.draft.name}》" + (f"（{facts}）" if facts else "")


def _plans(plans: Sequence[PlanView]) -> str:
    if not plans:
        return f"培训计划：{GAP}。"
    items = sum(len(plan.items) for plan in plans)
    held = sum(plan.held for plan in plans)
    names = _listed(map(_plan, plans), len(plans))
    return f"制定培训计划{len(plans)}份：{names}。共列入{items}项，已举办{held}项。"


def _plan(plan: PlanView) -> str:
    settled = plan.settled_on
    stand = "草案" if settled is None else f"{day_words(settled)}定稿"
    return f"《{plan.title}》（{stand}）"


def _tasks(progress: Progress) -> str:
    if not progress.tasks:
        return f"任务分解：{GAP}。"
    counts = ((state, len(progress.tasks_in(state))) for state in _TASK_ORDER)
    said = "、".join(f"{TASK_STATES[state]}{count}项" for state, count in counts if count)
    return f"分解任务{len(progress.tasks)}项，{said}。"


# --- 三 --------------------------------------------------------------------------------------


def _published(progress: Progress) -> str:
    if not progress.publicity:
        return f"宣传报道：{GAP}。"
    channels = "、".join(f"{CHANNELS[each]}{count}篇" for each, count in progress.by_channel)
    genres = "、".join(f"{GENRES[each]}{count}篇" for each, count in progress.by_genre)
    return f"刊发宣传报道{len(progress.publicity)}篇。按渠道：{channels}；按体裁：{genres}。"


def _talks(progress: Progress) -> str:
    talks, places = progress.held_talks, progress.by_place
    if not talks:
        return f"宣讲：{GAP}。"
    said = "、".join(f"{PLACE_KINDS[place.kind]}{place.talks}场" for place in places)
    listeners = sum(place.listeners for place in places)
    views = sum(place.online_views for place in places)
    uncounted = sum(talk.listeners is None for talk in talks)
    rest = f"其中{uncounted}场人数未填，没有计入。" if uncounted else ""
    return f"开展宣讲{len(talks)}场，其中{said}，现场听众{listeners}人次，线上观看{views}次。{rest}"


# --- 四、五 ----------------------------------------------------------------------------------


def _book(book: TaskBook) -> str:
    counts = ((state, book.count(state)) for state in reversed(DutyState))
    said = "、".join(f"{DUTY_STATES[state]}{count}项" for state, count in counts if count)
    number = f"（{book.number}）" if book.number else ""
    return f"《{book.title}》{number}提出要求{len(book.duties)}项" + (
        f"：{said}。" if said else "。"
    )


def _open(progress: Progress) -> Iterator[str]:
    left, late = progress.open_duties, progress.overdue_duties
    if not progress.books:
        return
    if not left:
        yield "通知要求均已落实。"
        return
    overdue = f"，其中已逾期{len(late)}项" if late else ""
    more = "主要有" if len(left) > NAMED else "分别是"
    names = "；".join(_gap(duty) for duty in left[:NAMED])
    yield f"尚未落实的要求{len(left)}项{overdue}，{more}：{names}。"


def _gap(duty: Duty) -> str:
    missing = "，".join(map(gap_words, duty.gaps[:2]))
    return f"“{short_name(duty.obligation.title)}”{_BESIDE_NUMBER.sub('', missing)}"


# --- 六 --------------------------------------------------------------------------------------


def _due(progress: Progress) -> Iterator[str]:
    days = [
        duty.obligation.by
        for duty in progress.open_duties
        if duty.obligation.by is not None and duty.obligation.by >= progress.as_of
    ]
    if days:
        first = short_day_words(min(days), beside=progress.as_of)
        yield f"按期完成有期限的要求{len(days)}项，最近的期限是{first}。"


def _to_hold(progress: Progress) -> Iterator[str]:
    left = progress.items(ItemState.NOT_SCHEDULED, ItemState.SCHEDULED, ItemState.OVERDUE)
    if left:
        names = (f"“{short_name(item.draft.title)}”" for item in left)
        yield f"举办培训计划中尚未举办的{len(left)}项：{_listed(names, len(left))}。"


def _to_do(progress: Progress) -> Iterator[str]:
    left = progress.tasks_in(TaskState.UNDER_WAY, TaskState.OVERDUE, TaskState.NOT_BEGUN)
    if left:
        names = (_task(row, progress.as_of) for row in left)
        yield f"完成余下的任务{len(left)}项：{_listed(names, len(left))}。"


def _task(row: TaskRow, beside: date | None = None) -> str:
    due = row.draft.due
    day = "" if due is None else f"{short_day_words(due, beside=beside or due)}前"
    facts = "，".join(filter(None, (row.draft.owner, day)))
    return f"“{short_name(row.draft.measure)}”" + (f"（{facts}）" if facts else "")


def _listed(names: Iterable[str], count: int) -> str:
    """Return the first few names; 等 says that there are more."""
    first = [name for name, _ in zip(names, range(NAMED), strict=False)]
    return "、".join(first) + ("等" if count > NAMED else "")
