"""What every error has that a person can act on."""

from __future__ import annotations


class JzError(Exception):
    """Something went wrong that the user can act on; `str()` is the sentence to show."""

    #: What support may ask for; shown behind 详情, never in front of the sentence.
    details: str = ""


class Stopped(JzError):
    """The user stopped a long job; nothing was kept of it."""

    def __str__(self) -> str:
        return "已停止，没有保存任何改动。"
