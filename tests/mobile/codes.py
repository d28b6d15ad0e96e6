"""Pictures of codes, as somebody takes them of a friend's screen."""

from pathlib import Path

import segno
from PIL import Image, ImageFilter

from mobile.device.desktop.codes import DesktopCodes


def picture_of(text: str, path: Path, *, turned: float = 0, side: int = 420, soft: float = 0) -> Path:
    """A photo of a screen that shows this as a code: on a table, `turned` by so many degrees, `soft` in pixels."""
    code = _drawn(text, side).rotate(turned, expand=True, fillcolor="#8A6A50", resample=Image.Resampling.BICUBIC)
    table = Image.new("RGB", (1500, 2000), "#8A6A50")
    table.paste(code, ((table.width - code.width) // 2, 500))
    table.filter(ImageFilter.GaussianBlur(soft)).save(path, quality=80)
    return path


def _drawn(text: str, side: int) -> Image.Image:
    """As mobile/ui/widgets/qr.py draws it."""
    rows = [list(row) for row in segno.make(text, error="m", micro=False, boost_error=False).matrix]
    small = Image.new("L", (len(rows) + 8, len(rows) + 8), 255)
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            if dark:
                small.putpixel((x + 4, y + 4), 0)
    return small.resize((side, side), Image.Resampling.NEAREST).convert("RGB")


READER = DesktopCodes()
