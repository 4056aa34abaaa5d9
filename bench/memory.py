"""The most memory that a process had in use, in MB."""

from __future__ import annotations

import re
import sys
from pathlib import Path

MB = 1024 * 1024


def peak_of_this() -> float:
    """Return the peak of this process."""
    if sys.platform == "linux":
        # getrusage would count what the process had before exec, its parent's memory
        status = Path("/proc/self/status").read_text(encoding="ascii")
        found = re.search(r"VmHWM:\s*(\d+) kB", status)
        return int(found[1]) / 1024 if found else 0.0
    import psutil

    info = psutil.Process().memory_info()
    return float(getattr(info, "peak_wset", info.rss)) / MB


def peak_of_children() -> float:
    """Return the peak of the largest ended child process, 0 where the system does not tell."""
    if sys.platform != "linux":
        return 0.0
    import resource

    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
