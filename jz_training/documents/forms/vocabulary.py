"""Our words as the proposals for a form compare them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from jz_training.documents.forms.figures import figures
from jz_training.documents.forms.sources import form_lists
from jz_training.domain.form_proposals import Vocabulary
from jz_training.domain.superior_form import Whose
from jz_training.labels.superior_forms import TOTALS


def vocabulary(groups: Iterable[Whose], *, today: date) -> Vocabulary:
    """Return the words of all figures and lists, and of the groups of one workspace."""
    known = figures()
    return Vocabulary(
        figures={key: one.words for key, one in known.items()},
        grouped=frozenset(key for key, one in known.items() if one.grouped),
        lists={source: one.words() for source, one in form_lists(today).items()},
        groups={one.name: one for one in groups},
        totals=TOTALS,
    )
