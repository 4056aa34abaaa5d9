"""The form of a superior in the sample: kept, and tied as its own words propose."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from jz_training.services.desk import Desk

SUPERIOR = "清河市总工会"


def keep_form(desk: Desk, path: Path) -> UUID:
    """Keep a form and tie what its words propose, as the secretary would confirm it."""
    from jz_training.documents.forms.vocabulary import vocabulary
    from jz_training.domain.form_proposals import proposals
    from jz_training.readers.forms.understand import FORM_LIMITS, read_form

    forms = desk.superior_forms
    form = read_form(path, FORM_LIMITS)
    words = vocabulary(forms.groups(), today=desk.now().date())
    kept = forms.add(path, superior=SUPERIOR)
    forms.tie(kept, proposals(form, words), version=forms.get(kept).version)
    return kept
