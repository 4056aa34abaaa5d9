"""The name of a meeting is inside the title of its notice."""

from __future__ import annotations

import pytest

from jz_training.domain.event_title import event_title


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("关于召开年终工作会议的通知", "年终工作会议"),
        ("清河市总工会关于举办安全知识讲座的通知", "安全知识讲座"),
        ("关于组织收看云直播的通知", "云直播"),
        ("会议通知", "会议通知"),
        ("关于召开 座谈会的\n预通知", "座谈会"),
        ("", ""),
    ],
)
def test_the_frame_of_a_title_is_taken_off(title: str, name: str) -> None:
    assert event_title(title) == name
