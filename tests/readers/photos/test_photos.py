"""Pictures from outside: small, upright and bare; bombs and odd files are sentences."""

from __future__ import annotations

import struct
import zlib
from datetime import datetime
from pathlib import Path

import pytest
from PIL import ExifTags, Image

from jz_training.errors import CannotRead
from jz_training.readers.photos.bare import is_bare
from jz_training.readers.photos.filed import as_filed
from jz_training.readers.photos.guarded import shrink_photo_guarded
from jz_training.readers.photos.limits import PHOTO_LIMITS
from jz_training.readers.photos.shrink import Shrunk, shrink


def saved(path: Path, size: tuple[int, int] = (60, 40), **how: object) -> Path:
    """Return a picture: red at its upper left corner, blue elsewhere."""
    picture = Image.new("RGB", size, "blue")
    picture.paste("red", (0, 0, size[0] // 4, size[1] // 4))
    picture.save(path, **how)  # type: ignore[arg-type]
    return path


def exif(orientation: int = 1) -> Image.Exif:
    """Return what a phone writes: how it was held, when, and where."""
    made = Image.Exif()
    made[ExifTags.Base.Orientation] = orientation
    made.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = "2026:11:20 15:04:05"
    made.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (31.0, 12.0, 33.0)
    return made


def small(path: Path) -> Shrunk:
    """Read a picture as the child does."""
    return shrink(path, PHOTO_LIMITS)


def opened(tmp_path: Path, made: Shrunk) -> Image.Image:
    """Return what was made as anybody opens it."""
    path = tmp_path / f"made{made.suffix}"
    path.write_bytes(made.content)
    return Image.open(path)


def test_a_photo_is_shrunk_turned_and_bare(tmp_path: Path) -> None:
    made = small(saved(tmp_path / "a.jpg", (3000, 1500), exif=exif(6)))
    assert (made.width, made.height, made.suffix) == (1000, 2000, ".jpg")
    assert made.taken == datetime(2026, 11, 20, 15, 4, 5)
    assert b"Exif" not in made.content
    with opened(tmp_path, made) as picture:
        assert dict(picture.getexif()) == {}
        red, _, blue = picture.convert("RGB").getpixel((950, 50))  # type: ignore[misc]
        assert red > 200
        assert blue < 60


def test_a_small_picture_keeps_its_size_and_the_same_picture_its_bytes(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.jpg")
    assert (small(path).width, small(path).height) == (60, 40)
    assert small(path).content == small(path).content
    assert small(path).taken is None


def test_a_picture_of_a_screen_stays_png_where_that_is_smaller(tmp_path: Path) -> None:
    assert small(saved(tmp_path / "a.png", (400, 300))).suffix == ".png"
    noise = Image.effect_noise((400, 300), 90).convert("RGB")
    noise.save(tmp_path / "b.png")
    assert small(tmp_path / "b.png").suffix == ".jpg"


def test_what_shines_through_is_white(tmp_path: Path) -> None:
    Image.new("RGBA", (10, 10), (0, 0, 0, 0)).save(tmp_path / "a.png")
    with opened(tmp_path, small(tmp_path / "a.png")) as picture:
        assert picture.convert("RGB").getpixel((5, 5)) == (255, 255, 255)


@pytest.mark.parametrize("ending", [".bmp", ".gif", ".webp", ".tif"])
def test_other_pictures_become_jpeg(tmp_path: Path, ending: str) -> None:
    assert small(saved(tmp_path / f"a{ending}")).suffix == ".jpg"


def test_nothing_behind_the_picture_is_kept(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.jpg")
    path.write_bytes(path.read_bytes() + b"PK\x03\x04 <script>planted</script>")
    assert b"planted" not in small(path).content


def claims(width: int, height: int) -> bytes:
    """Return the beginning of a PNG that claims these sides."""
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = b"IDAT" + zlib.compress(b"\0" * 1000)

    def chunk(data: bytes) -> bytes:
        return struct.pack(">I", len(data) - 4) + data + struct.pack(">I", zlib.crc32(data))

    return b"\x89PNG\r\n\x1a\n" + chunk(head) + chunk(body) + chunk(b"IEND")


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.png", claims(30_000, 30_000), "4000 万像素"),
        ("a.png", claims(8_000, 6_000), "4000 万像素"),
        ("a.jpg", b"", "是空的"),
        ("a.jpg", b"%PDF-1.7 invented", "不是能识别的图片"),
        ("a.heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "兼容性最佳"),
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "不是能识别的图片"),
        ("a.png", claims(200, 200), "不完整"),
    ],
)
def test_what_is_no_picture_to_keep_is_a_sentence(
    tmp_path: Path, name: str, content: bytes, sentence: str
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(CannotRead, match=sentence):
        small(tmp_path / name)


def test_a_picture_cut_off_is_a_sentence(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.jpg", (800, 600))
    path.write_bytes(path.read_bytes()[:-400])
    with pytest.raises(CannotRead, match="不完整"):
        small(path)


def test_the_child_writes_the_picture_and_says_its_refusals(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.jpg", exif=exif())
    photo = shrink_photo_guarded(path, target=tmp_path / "out")
    assert photo.path == tmp_path / "out.jpg"
    assert photo.taken == datetime(2026, 11, 20, 15, 4, 5)
    with Image.open(photo.path) as picture:
        assert picture.size == (photo.width, photo.height) == (60, 40)
    with pytest.raises(CannotRead, match="不存在"):
        shrink_photo_guarded(tmp_path / "none.jpg", target=tmp_path / "out")


def test_pictures_of_sixteen_bits_keep_their_greys(tmp_path: Path) -> None:
    Image.new("I;16", (20, 10), 40_000).save(tmp_path / "a.png")
    with opened(tmp_path, small(tmp_path / "a.png")) as picture:
        assert picture.convert("L").getpixel((5, 5)) == 156


def test_a_picture_of_a_hair_is_read(tmp_path: Path) -> None:
    made = small(saved(tmp_path / "a.jpg", (2, 9000)))
    assert (made.width, made.height) == (1, 2000)


def test_a_second_picture_behind_the_first_is_not_bare(tmp_path: Path) -> None:
    plain = saved(tmp_path / "a.jpg")
    told = saved(tmp_path / "b.jpg", exif=exif())
    assert is_bare(plain)
    plain.write_bytes(plain.read_bytes() + told.read_bytes())
    assert not is_bare(plain)


def test_what_is_filed_leaves_its_place_behind(tmp_path: Path) -> None:
    photo = saved(tmp_path / "a.JPG", exif=exif())
    with as_filed(photo) as source:
        assert is_bare(source)
    with as_filed(tmp_path / "a.pdf") as source:
        assert source == tmp_path / "a.pdf"
