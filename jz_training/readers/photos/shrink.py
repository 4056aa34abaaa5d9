"""Makes a picture small: turned upright, on white, in plain colours, and nothing else kept of it.

What is written holds pixels only: no EXIF, no place, no thumbnail, nothing behind the picture.
"""

from __future__ import annotations

import io
import warnings
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import cast

from PIL import ExifTags, Image, ImageCms, ImageOps, UnidentifiedImageError

from jz_training.readers.limits import Limits
from jz_training.readers.opening import head_of
from jz_training.readers.photos import refusals
from jz_training.readers.photos.limits import LONGEST_SIDE, MOST_PIXELS, QUALITY

#: The decoders that are let near a file from outside.
FORMATS = ("JPEG", "PNG", "BMP", "GIF", "WEBP", "TIFF")

_HEIF_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")
_COLOURS = 2**16
_TAKEN = "%Y:%m:%d %H:%M:%S"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shrunk:
    """A picture as it is kept: its bytes, their ending, its sides, and when it was taken."""

    content: bytes
    suffix: str
    width: int
    height: int
    taken: datetime | None


def shrink(path: Path, limits: Limits) -> Shrunk:
    """Return a picture as it is kept. Raises CannotRead."""
    head = head_of(path, limits, refusals)
    if not head:
        raise refusals.is_empty(path)
    if head[4:8] == b"ftyp" and head[8:12] in _HEIF_BRANDS:
        raise refusals.is_heif(path)
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(path, formats=FORMATS) as picture:
                return _shrunk(picture)
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise refusals.too_many_pixels(path, MOST_PIXELS, repr(error)) from error
    except UnidentifiedImageError as error:
        raise refusals.unknown_kind(path) from error
    except (OSError, SyntaxError, ValueError, EOFError) as error:  # how Pillow says: damaged
        raise refusals.is_broken(path, repr(error)) from error


def _shrunk(picture: Image.Image) -> Shrunk:
    taken = _taken(picture)
    from_screen = picture.format == "PNG"
    longest = max(picture.size)
    if longest > LONGEST_SIDE:
        part = LONGEST_SIDE / longest
        sides = (max(1, int(side * part)) for side in picture.size)
        picture.draft("RGB", (next(sides), next(sides)))
    # Small before it is turned: turning makes a copy.
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS, reducing_gap=3.0)
    upright = ImageOps.exif_transpose(picture)
    plain = _plain(_in_bytes(upright), picture.info.get("icc_profile"))
    content, suffix = _encoded(plain, from_screen=from_screen)
    return Shrunk(
        content=content, suffix=suffix, width=plain.width, height=plain.height, taken=taken
    )


def _plain(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """Return a picture in sRGB without transparency: what shone through is white, as on paper."""
    if picture.has_transparency_data:
        layer = picture.convert("RGBA")
        picture = Image.new("RGB", layer.size, "white")
        picture.paste(layer, mask=layer.getchannel("A"))
    elif profile and picture.mode in ("RGB", "CMYK"):
        picture = _in_srgb(picture, profile)
    return picture if picture.mode in ("RGB", "L") else picture.convert("RGB")


def _in_bytes(picture: Image.Image) -> Image.Image:
    """Return a picture whose pixels are bytes: of 16 bits the upper ones, others by their range."""
    if picture.mode.startswith("I;16"):
        return picture.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if picture.mode not in ("I", "F"):
        return picture
    low, high = cast(tuple[float, float], picture.getextrema())  # of one band
    if not 0 <= low <= high <= 255:  # NaN is neither
        part = 255 / max(high - low, 1)
        picture = picture.point(lambda value: value * part - low * part)
    return picture.convert("L")


def _in_srgb(picture: Image.Image, profile: bytes) -> Image.Image:
    with suppress(ImageCms.PyCMSError, OSError, ValueError):  # an odd profile: take it as it is
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        made = ImageCms.profileToProfile(
            picture, source, ImageCms.createProfile("sRGB"), outputMode="RGB"
        )
        if made is not None:
            return made
    return picture


def _encoded(picture: Image.Image, *, from_screen: bool) -> tuple[bytes, str]:
    """Return the smaller of JPEG and, for pictures of a screen, PNG."""
    bare = Image.frombytes(picture.mode, picture.size, picture.tobytes())  # leaves all else behind
    jpeg = io.BytesIO()
    bare.save(jpeg, "JPEG", quality=QUALITY, optimize=True)
    if from_screen and bare.getcolors(_COLOURS):  # of more, JPEG is the smaller and soon done
        png = io.BytesIO()
        bare.save(png, "PNG", optimize=True)
        if png.tell() <= jpeg.tell():
            return png.getvalue(), ".png"
    return jpeg.getvalue(), ".jpg"


def _taken(picture: Image.Image) -> datetime | None:
    """Return when a photo was taken, as the camera says."""
    exif = picture.getexif()
    inner = exif.get_ifd(ExifTags.IFD.Exif)
    said = inner.get(ExifTags.Base.DateTimeOriginal) or exif.get(ExifTags.Base.DateTime)
    try:
        return datetime.strptime(str(said).strip("\x00 "), _TAKEN)
    except ValueError:
        return None
