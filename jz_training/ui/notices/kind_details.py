"""What else may be said of an obligation: the fields that its kind asks for, and no others."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Any

from jz_training.domain.assessment import COMPUTED
from jz_training.domain.obligation import ObligationDraft, ObligationKind
from jz_training.domain.outreach import OUTREACH_FORMS
from jz_training.labels.notices import CHANNELS, GENRES, PLACE_KINDS
from jz_training.labels.people import CATEGORIES, LAYERS
from jz_training.labels.trainings import FORMS
from jz_training.ui.notices.count_field import CountField
from jz_training.ui.widgets.chips import ChipField
from jz_training.ui.widgets.form import Form
from jz_training.ui.widgets.tick_line import TickLine
from jz_training.ui.work import Work

_K = ObligationKind
_STUDY = {form: word for form, word in FORMS.items() if form not in OUTREACH_FORMS}
_TALKS = {form: FORMS[form] for form in OUTREACH_FORMS}
_ADDRESSED = (_K.REQUIRED, _K.FORMS, _K.LAYERS, _K.CENTRE_GROUP, _K.OUTREACH, _K.ATTEND, _K.REPORT)

#: Kind → the words to tick: field of the draft, label, members with their words.
_TICKS: Mapping[ObligationKind, Sequence[tuple[str, str, Mapping[Any, str]]]] = {
    _K.FORMS: (("forms", "学习形式", _STUDY),),
    _K.CENTRE_GROUP: (("forms", "学习形式", _STUDY),),
    _K.OUTREACH: (("forms", "宣讲形式", _TALKS), ("places", "进哪些场所", PLACE_KINDS)),
    _K.MEDIA: (("channels", "渠道", CHANNELS),),
    _K.ARTICLES: (("genres", "体裁", GENRES),),
}
_TAGS: Mapping[ObligationKind, tuple[str, str]] = {
    _K.VENUES: ("venues", "阵地"),
    _K.TOPICS: ("topics", "学习内容"),
}


class KindDetails(Form):
    """The fields of one kind; `merged` puts what was entered into a draft."""

    def __init__(self, kind: ObligationKind, draft: ObligationDraft, work: Work) -> None:
        super().__init__()
        self.kind = kind
        self.ticks: dict[str, TickLine] = {}
        self._readers: dict[str, Callable[[], tuple[Any, ...]]] = {}
        for name, label, members in _TICKS.get(kind, ()):
            self._add_ticks(name, label, members, getattr(draft, name))
        if kind in _TAGS:
            self._add_tags(*_TAGS[kind], draft, ())
        if kind in _ADDRESSED:
            chips = self._add_tags("audience", "对象", draft, (*LAYERS, *CATEGORIES))
            chips.entry.offer([*LAYERS, *CATEGORIES], work)
        self.count: CountField | None = None
        if kind not in COMPUTED:
            self.count = self.add("count", "次数要求", CountField())
            self.count.set_value(draft.count, draft.unit, draft.per)

    @property
    def empty(self) -> bool:
        """Tell whether the kind asks for nothing more."""
        return not self._readers and self.count is None

    def unreadable(self) -> dict[str, str]:
        """Return what cannot be read: field → sentence."""
        wrong = self.count.unreadable() if self.count is not None else ""
        return {"count": wrong} if wrong else {}

    def merged(self, draft: ObligationDraft) -> ObligationDraft:
        """Return a draft with what stands in the fields."""
        entered: dict[str, Any] = {name: read() for name, read in self._readers.items()}
        if self.count is not None:
            entered["count"], entered["unit"], entered["per"] = self.count.value()
        return replace(draft, **entered)

    def _add_ticks(
        self, name: str, label: str, members: Mapping[StrEnum, str], chosen: Sequence[StrEnum]
    ) -> None:
        ticks = self.add(name, label, TickLine(label))
        ticks.show_words(tuple(members.values()))
        self.ticks[name] = ticks
        ticks.set_value([members[one] for one in chosen if one in members])
        by_word = {word: member for member, word in members.items()}
        rest = tuple(one for one in chosen if one not in members)
        self._readers[name] = lambda: (*(by_word[word] for word in ticks.value()), *rest)

    def _add_tags(
        self, name: str, label: str, draft: ObligationDraft, offered: Sequence[str]
    ) -> ChipField:
        chips = self.add(name, label, ChipField())
        chips.set_value(getattr(draft, name))
        chips.entry.set_choices(offered)
        self._readers[name] = chips.value
        return chips
