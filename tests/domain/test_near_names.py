"""Near names are looked up, and found as if each were compared."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from jz_training.domain.near_names import NearNames, NearReason

_NAMES = st.lists(st.text("张王伟芳娜", min_size=1, max_size=4), max_size=8)


def compared(text: str, name: str) -> NearReason | None:
    """Compare two names of two characters or more."""
    if name in text:
        return NearReason.CONTAINED
    if len(text) == len(name) > 2 and sum(a != b for a, b in zip(text, name, strict=True)) == 1:
        return NearReason.ONE_CHARACTER
    return NearReason.PART_OF_NAME if text in name else None


@settings(max_examples=40)
@given(_NAMES, st.text("张王伟芳娜", min_size=2, max_size=6))
def test_looking_up_finds_what_comparing_finds(names: list[str], text: str) -> None:
    reasons = {at: compared(text, name) for at, name in enumerate(names) if len(name) > 1}
    order = list(NearReason)
    best = min((order.index(one) for one in reasons.values() if one), default=None)
    found = NearNames(names, pinyin=lambda _: "").near((text,))
    if best is None:
        assert found is None
    else:
        places = [at for at, one in reasons.items() if one is order[best]]
        assert found == (order[best], places[:3])


def test_a_name_in_letters_sounds_like_one_in_characters() -> None:
    sounds = {"张伟": "zhangwei", "张": "zhang", "伟": "wei"}
    near = NearNames(["王芳", "张伟"], pinyin=lambda name: sounds.get(name, ""))
    assert near.near(("Wei Zhang",)) == (NearReason.PINYIN, [1])
    assert near.near(("li lei",)) is None
