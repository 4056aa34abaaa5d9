"""The words of backups and of checking the data."""

from __future__ import annotations

from jz_training.domain.finding import Finding, Problem

#: Why a backup was made.
BACKUP_KINDS: dict[str, str] = {
    "auto": "自动",
    "hand": "手工",
    "before_upgrade": "升级前",
    "before_restore": "恢复前",
    "before_import": "导入前",
    "before_taking_over": "接手前",
}

FINDINGS: dict[Problem, str] = {
    Problem.FILE: "数据文件有 {count} 处损坏，请从备份恢复（{name}）。",
    Problem.REFERENCES: "有 {count} 条内容指向已经不在的内容，请从备份恢复。",
    Problem.TRAINING_COUNTS: "{count} 个场次的统计数与考勤不一致，可以重新统计（check --repair）。",
    Problem.PERSON_COUNTS: "{count} 人的统计数与考勤不一致，可以重新统计（check --repair）。",
    Problem.VIEWPOINTS: "{count} 人被分到了别的场次的分会场，请在“名单”里重新分配分会场。",
    Problem.MAKE_UPS: "{count} 条补学记到了别的场次名下，请在“补学”里删除后重新登记。",
    Problem.MAKE_UPS_IDLE: (
        "{count} 条补学的人后来记为到会，补学不再计数；登记有误的，可在“补学”里删除。"
    ),
    Problem.FILES: (
        "{count} 份材料的文件不在了或被改动过（{name}），请重新归档，或从整机备份中找回。"
    ),
    Problem.CERTIFICATES: "{count} 份证书的查验码或内容被改动过（{name}），请从备份恢复。",
    Problem.BACKUP: "备份“{name}”已损坏，请删除它并重新备份。",
}


def finding_words(finding: Finding) -> str:
    """Return what a check found, with what to do."""
    return FINDINGS[finding.problem].format(count=finding.count, name=finding.name)
