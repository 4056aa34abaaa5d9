"""Saving what the documents made, checked before it replaces anything."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from jz_training.safe_files import is_pdf, is_word_file, is_workbook, is_zip, save


def save_pdf(path: Path, content: bytes) -> Path:
    """Save a PDF and return where it lies. Raises CannotWrite or DiskFull."""
    save(path, content, check=is_pdf)
    return path


def save_workbook(path: Path, content: bytes) -> Path:
    """Save an Excel workbook and return where it lies. Raises CannotWrite or DiskFull."""
    save(path, content, check=is_workbook)
    return path


def save_document(path: Path, content: bytes) -> Path:
    """Save a Word file and return where it lies. Raises CannotWrite or DiskFull."""
    save(path, content, check=is_word_file)
    return path


def save_form(path: Path, content: bytes) -> Path:
    """Save a filled form and return where it lies. Raises CannotWrite or DiskFull."""
    save(path, content, check=is_zip)
    return path


def save_calendar(path: Path, content: bytes) -> Path:
    """Save a calendar file and return where it lies. Raises CannotWrite or DiskFull."""
    save(path, content, check=lambda written: written.read_bytes() == content)
    return path


def save_zip(path: Path, write: Callable[[Path], object]) -> Path:
    """Save a zip that `write` fills and return where it lies. Raises CannotWrite or DiskFull."""

    def content(unfinished: Path) -> None:
        write(unfinished)

    save(path, content, check=is_zip)
    return path
