"""The coverage of a notice (覆盖表) as a workbook: clause × layer, and training × topic."""

from __future__ import annotations

from datetime import date
from typing import Any

from jz_training.documents.columns import Value
from jz_training.documents.dates import day_words
from jz_training.documents.excel.table import Properties, Table
from jz_training.documents.excel.workbook import workbook
from jz_training.documents.lists import clause_columns, topic_columns
from jz_training.documents.lists.coverage import topic_heading, topic_key
from jz_training.domain.coverage import ClauseRow, Coverage
from jz_training.domain.evidence import TrainingFact
from jz_training.domain.paper_style import AS_MADE, PaperStyle

CLAUSES = "条款与层级"
TOPICS = "内容与场次"


def coverage_xlsx(
    coverage: Coverage,
    *,
    title: str,
    organiser: str,
    as_of: date,
    style: PaperStyle = AS_MADE,
) -> bytes:
    """Return both tables of coverage; `title` is that of the notice."""
    facts = _facts(coverage, title, organiser, as_of)
    properties = Properties.of_day("覆盖表", maker=organiser, day=as_of)
    tables: list[Table[Any]] = [_clauses(coverage, facts), _topics(coverage, facts)]
    return workbook(tables, properties, style=style)


def _clauses(coverage: Coverage, facts: tuple[str, ...]) -> Table[ClauseRow]:
    return Table(
        sheet=CLAUSES,
        title=f"覆盖表（{CLAUSES}）",
        columns=clause_columns(coverage),
        rows=coverage.clauses,
        facts=(*facts, "同一场次可计入多个条款，各行不相加。人次按层级统计到会人员。"),
    )


def _topics(coverage: Coverage, facts: tuple[str, ...]) -> Table[TrainingFact]:
    total: dict[str, Value] = {
        topic_key(place): f"{row.held} 场" for place, row in enumerate(coverage.topics)
    }
    return Table(
        sheet=TOPICS,
        title=f"覆盖表（{TOPICS}）",
        columns=topic_columns(coverage),
        rows=coverage.trainings,
        facts=(*facts, *_whole_topics(coverage)),
        total={"title": "已学场次", **total} if coverage.topics else {},
    )


def _whole_topics(coverage: Coverage) -> tuple[str, ...]:
    """Return the topics whose heading is cut, whole."""
    return tuple(
        f"“{topic_heading(row.topic)}”：{row.topic}"
        for row in coverage.topics
        if topic_heading(row.topic) != row.topic
    )


def _facts(coverage: Coverage, title: str, organiser: str, as_of: date) -> tuple[str, ...]:
    phase = "全部期次" if coverage.phase is None else f"第{coverage.phase}期"
    facts = (
        organiser and f"填报单位：{organiser}",
        f"截至：{day_words(as_of)}",
        f"范围：{phase}",
    )
    about = (f"通知：{title}",) if title else ()
    return (*about, "　　".join(filter(None, facts)))
