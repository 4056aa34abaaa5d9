"""The words for faces that could not be used."""

from __future__ import annotations

from collections.abc import Mapping

from jz_training.domain.font_trouble import FontTrouble

FONT_TROUBLES: Mapping[FontTrouble, str] = {
    FontTrouble.NOT_INSTALLED: "这台电脑没有安装",
    FontTrouble.MAY_NOT_BE_EMBEDDED: "字体的授权不允许嵌入文件",
    FontTrouble.BROKEN: "字体文件损坏或无法转换",
}
