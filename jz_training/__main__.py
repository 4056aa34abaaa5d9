"""`jz-training` and `python -m jz_training`."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the program with the words of the command line and return its exit code."""
    from jz_training.app import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
