"""The tab 版式: how the office's papers are dressed, with a preview."""
