"""The sample union of `demo` and the gallery: invented people, and one autumn of their work."""

from __future__ import annotations

from jz_training.sample.story import Lived, Sample, live_through, the_sample

__all__ = ["Lived", "Sample", "live_through", "the_sample"]
