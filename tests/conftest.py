"""Settings that must stand before any test is imported."""

from __future__ import annotations

import os

# before Qt is imported; set another one to watch the windows of a test
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
