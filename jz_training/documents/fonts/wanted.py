"""Which installed faces serve which role, by file name and by the names inside the files.

Official papers name the faces of two Chinese foundries, which may not be passed on with a
program; where they are installed they are used (domain.md §1). The CESI faces, made for the
national standard, come with UOS and Kylin; 华文 faces with macOS and Office.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from jz_training.documents.fonts.files import FontRole

#: Weights (OS/2 usWeightClass): text, and what comes nearest to 小标宋.
TEXT_WEIGHT, TITLE_WEIGHT = 400, 600


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Faces, best first, and the weight to take where a family has several.

    `files` are lower-case file names; `families` any name the file itself gives.
    """

    files: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    weight: int = TEXT_WEIGHT


#: The very faces of a role.
OWN: Mapping[FontRole, Wanted] = {
    FontRole.BODY: Wanted(
        files=(
            "仿宋_gb2312.ttf", "fangsong_gb2312.ttf", "simfang.ttf", "fangsong.ttf",
            "fzfsk.ttf", "fzfsjw.ttf", "fzfs_gbk.ttf", "方正仿宋_gbk.ttf", "方正仿宋简体.ttf",
            "cesi_fs_gb18030.ttf", "cesi_fs_gb13000.ttf", "cesi_fs_gb2312.ttf",
            "stfangso.ttf", "华文仿宋.ttf", "fandolfang-regular.otf",
        ),
        families=(
            "仿宋_GB2312", "FangSong_GB2312", "仿宋", "FangSong", "方正仿宋_GBK", "方正仿宋简体",
            "方正仿宋_GB18030", "FZFangSong-Z02", "FZFangSong-Z02S", "FZFSK--GBK1-0",
            "FZFSJW--GB1-0", "CESI仿宋-GB18030", "CESI仿宋-GB13000", "CESI仿宋-GB2312",
            "华文仿宋", "STFangsong", "朱雀仿宋", "Zhuque Fangsong (technical preview)",
            "FandolFang R", "FandolFang", "Adobe 仿宋 Std R", "Adobe Fangsong Std R",
        ),
    ),
    FontRole.TITLE: Wanted(
        files=(
            "方正小标宋简体.ttf", "方正小标宋_gbk.ttf", "fzxbsjw.ttf", "fzxbsjw--gb1-0.ttf",
            "fzxbsk.ttf", "fzxbsk--gbk1-0.ttf", "fzxiaobiaosong-b05s.ttf",
            "fzxiaobiaosong-b05.ttf", "cesi_xbs_gb18030.ttf", "cesi_xbs_gb13000.ttf",
            "cesi_xbs_gb2312.ttf",
        ),
        families=(
            "方正小标宋简体", "方正小标宋_GBK", "方正小标宋_GB18030", "FZXiaoBiaoSong-B05S",
            "FZXiaoBiaoSong-B05", "FZXBSJW--GB1-0", "FZXBSK--GBK1-0", "CESI小标宋-GB18030",
            "CESI小标宋-GB13000", "CESI小标宋-GB2312", "文星简小标宋", "汉仪小标宋简", "小标宋",
        ),
    ),
    FontRole.HEI: Wanted(
        files=(
            "simhei.ttf", "fzhtk.ttf", "fzhtjw.ttf", "方正黑体_gbk.ttf", "方正黑体简体.ttf",
            "cesi_ht_gb18030.ttf", "cesi_ht_gb13000.ttf", "cesi_ht_gb2312.ttf",
            "stheiti medium.ttc", "stheiti light.ttc", "stheiti.ttf",
        ),
        families=(
            "黑体", "SimHei", "方正黑体_GBK", "方正黑体简体", "FZHei-B01", "FZHei-B01S",
            "FZHTK--GBK1-0", "FZHTJW--GB1-0", "CESI黑体-GB18030", "CESI黑体-GB13000",
            "CESI黑体-GB2312", "Heiti SC", "黑体-简", "华文黑体", "STHeiti", "FandolHei",
        ),
    ),
    FontRole.KAI: Wanted(
        files=(
            "楷体_gb2312.ttf", "kaiti_gb2312.ttf", "simkai.ttf", "kaiti.ttf",
            "fzktk.ttf", "fzktjw.ttf", "方正楷体_gbk.ttf", "方正楷体简体.ttf",
            "cesi_kt_gb18030.ttf", "cesi_kt_gb13000.ttf", "cesi_kt_gb2312.ttf",
            "stkaiti.ttf", "kaiti.ttc", "fandolkai-regular.otf",
        ),
        families=(
            "楷体_GB2312", "KaiTi_GB2312", "楷体", "KaiTi", "方正楷体_GBK", "方正楷体简体",
            "FZKai-Z03", "FZKai-Z03S", "FZKTK--GBK1-0", "FZKTJW--GB1-0", "CESI楷体-GB18030",
            "CESI楷体-GB13000", "CESI楷体-GB2312", "Kaiti SC", "楷体-简", "华文楷体", "STKaiti",
            "霞鹜文楷", "LXGW WenKai", "FandolKai R", "FandolKai",
        ),
    ),
    FontRole.SONG: Wanted(
        files=(
            "simsun.ttc", "simsun.ttf", "fzssk.ttf", "fzssjw.ttf", "方正书宋_gbk.ttf",
            "cesi_ss_gb18030.ttf", "cesi_ss_gb13000.ttf", "cesi_ss_gb2312.ttf",
            "songti.ttc", "stsong.ttf",
        ),
        families=(
            "宋体", "SimSun", "方正书宋_GBK", "方正书宋简体", "FZShuSong-Z01", "FZShuSong-Z01S",
            "FZSSK--GBK1-0", "FZSSJW--GB1-0", "CESI宋体-GB18030", "CESI宋体-GB13000",
            "CESI宋体-GB2312", "Songti SC", "宋体-简", "华文宋体", "STSong", "FandolSong",
        ),
    ),
    FontRole.UI: Wanted(files=("msyh.ttc", "msyh.ttf"), families=("Microsoft YaHei",)),
}  # fmt: skip

#: What comes nearer than the bundled face does. 思源宋体 is what is bundled, under Google's name:
#: only its heavier weights serve, which are not.
STAND_INS: Mapping[FontRole, Wanted] = {
    FontRole.TITLE: Wanted(
        files=("stzhongs.ttf", "sourcehanserifsc-semibold.otf", "notoserifcjk-bold.ttc"),
        families=(
            "华文中宋", "STZhongsong", "思源宋体", "Source Han Serif SC", "思源宋体 CN",
            "Source Han Serif CN", "思源宋体 SemiBold", "Source Han Serif SC SemiBold",
            "Noto Serif CJK SC", "Noto Serif SC", "Songti SC", "宋体-简",
        ),
        weight=TITLE_WEIGHT,
    ),
}  # fmt: skip
