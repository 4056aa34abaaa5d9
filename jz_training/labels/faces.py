"""What typefaces are called in Chinese, where their files give an English name."""

from __future__ import annotations

from collections.abc import Mapping

_FACES: Mapping[str, str] = {
    "Noto Serif SC": "思源宋体",
    "Noto Serif CJK SC": "思源宋体",
    "Source Han Serif SC": "思源宋体",
    "Noto Sans SC": "思源黑体",
    "Noto Sans CJK SC": "思源黑体",
    "Source Han Sans SC": "思源黑体",
    "LXGW WenKai": "霞鹜文楷",
    "SimSun": "宋体",
    "NSimSun": "新宋体",
    "SimHei": "黑体",
    "FangSong": "仿宋",
    "KaiTi": "楷体",
    "Microsoft YaHei": "微软雅黑",
}


def face_name(name: str) -> str:
    """Return the Chinese name of a face; a name that is not known stays as it is."""
    return _FACES.get(name.removesuffix(" Regular"), name)
