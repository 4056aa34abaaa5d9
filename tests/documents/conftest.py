"""Fonts are slow to read (0.1 s a face): one set serves all tests of documents."""

from __future__ import annotations

import pytest

from jz_training.documents.fonts import Fonts


@pytest.fixture(scope="session")
def fonts() -> Fonts:
    """Return the bundled faces: the same bytes on every machine."""
    return Fonts(bundled_only=True)
