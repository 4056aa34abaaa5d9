"""Where the program finds its own resources and, by default, the user's data."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def resources() -> Path:
    """Return the folder of fonts, icons, names and the sample, in a checkout or in a wheel."""
    package = Path(__file__).resolve().parent
    installed = package / "resources"
    return installed if installed.is_dir() else package.parent / "resources"


def default_workspace() -> Path:
    """Return the folder that holds the data unless the user names another."""
    from platformdirs import user_data_path  # only where it is needed: start-up counts imports

    return user_data_path("jz-training", appauthor=False) / "default"
