"""Handing a workspace on, taking one over, and looking at archives."""
