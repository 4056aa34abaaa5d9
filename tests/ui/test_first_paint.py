"""The first paint needs Qt and the standard library only (speed.md §1)."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

SCRIPT = """
import json, os, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from jz_training.ui.memory import Memory
from jz_training.ui.start import Start

app = QApplication([])
start = Start(app, Path(sys.argv[1]) / "workspace", memory=Memory(Path(sys.argv[1]) / "m.ini"))

def painted():
    print(json.dumps(sorted(sys.modules)), flush=True)
    os._exit(0)

start.window.painted.connect(painted)
start.show()
app.exec()
"""

HEAVY = {
    "sqlalchemy", "alembic", "openpyxl", "xlsxwriter", "reportlab", "docx", "pypinyin", "lxml",
    "numpy", "PIL", "pypdfium2", "filelock", "psutil", "PySide6.QtNetwork",
}  # fmt: skip

#: A bare window has 148, Python alone 33 (speed.md §1).
MOST = 220


def test_at_first_paint_nothing_heavy_is_loaded(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    modules = json.loads(done.stdout)
    assert HEAVY.isdisjoint(modules)
    assert len(modules) <= MOST
    assert not (tmp_path / "workspace").exists()  # the data comes after the paint
