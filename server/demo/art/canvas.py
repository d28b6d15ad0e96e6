"""The canvas: fills, washes, glows and soft shadows, in units where every picture is 1080 wide and 1350 high.

It is painted larger than it will be shown and shrunk at the end, so no edge is ever jagged. Soft things are made small
and stretched, because a blur of a large picture costs more than everything else together.
"""

import random
from collections.abc import Callable, Sequence

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from .color import RGB, column, mix, rgb
from .shapes import Point, oval

WIDTH, HEIGHT = 1080, 1350
Colour = str | RGB
Box = tuple[int, int, int, int]


class Canvas:
    """A picture of the region `region` (x0, y0, x1, y1, in units), painted at `scale` pixels per unit.

    A `sheet` canvas remembers where it was painted (`cover`), so that it can be turned and laid on another.
    """

    def __init__(self, scale: float, region: Box = (0, 0, WIDTH, HEIGHT), *, sheet: Colour | None = None) -> None:
        self.scale, self.region = scale, region
        size = (round((region[2] - region[0]) * scale), round((region[3] - region[1]) * scale))
        self.image = Image.new("RGB", size, rgb(sheet or "#ffffff"))
        self.cover = None if sheet is None else Image.new("L", size, 0)

    def fill(self, points: Sequence[Point], colour: Colour, alpha: float = 1) -> None:
        """Fill a shape with one colour; below an alpha of 1 it tints what is there and covers nothing new."""
        if alpha < 1:
            self._lay(points, lambda size: Image.new("RGB", size, rgb(colour)), alpha)
            return
        spots = self._pixels(points)
        ImageDraw.Draw(self.image).polygon(spots, fill=rgb(colour))
        if self.cover is not None:
            ImageDraw.Draw(self.cover).polygon(spots, fill=255)

    def wash(self, points: Sequence[Point], stops: Sequence[Colour], *, across: bool = False, alpha: float = 1) -> None:
        """Fill a shape with a gradient that runs from one side of it to the other."""
        self._lay(points, lambda size: column(stops, size, across=across), alpha)
        if self.cover and alpha == 1:
            ImageDraw.Draw(self.cover).polygon(self._pixels(points), fill=255)

    def stroke(self, points: Sequence[Point], width: float, colour: Colour) -> None:
        """Draw a line with round joints and ends."""
        spots = self._pixels(points)
        pens: list[tuple[ImageDraw.ImageDraw, RGB | int]] = [(ImageDraw.Draw(self.image), rgb(colour))]
        if self.cover is not None:
            pens.append((ImageDraw.Draw(self.cover), 255))
        r = width * self.scale / 2
        for pen, ink in pens:
            pen.line(spots, fill=ink, width=max(1, round(width * self.scale)), joint="curve")
            for x, y in (spots[0], spots[-1]) if r > 1 else ():
                pen.ellipse([x - r, y - r, x + r, y + r], fill=ink)

    def glow(self, x: float, y: float, rx: float, colour: Colour, alpha: float, *, ry: float | None = None) -> None:
        """Let a light shine: brightest in the middle, nothing at the radius."""
        light = Image.radial_gradient("L").point([round(alpha * 255 * max(0, 1 - v / 181) ** 2) for v in range(256)])
        edge = (ry or rx) * 1.41
        self._paste_soft(light, self._frame((x - rx * 1.41, y - edge), (x + rx * 1.41, y + edge)), rgb(colour))

    def soft(self, points: Sequence[Point], colour: Colour, alpha: float, blur: float) -> None:
        """Lay a blurred shape: a shadow, a cloud, a ray of light. `blur` is in units."""
        self.softs([(points, alpha)], colour, blur)

    def softs(self, shapes: Sequence[tuple[Sequence[Point], float]], colour: Colour, blur: float) -> None:
        """Lay several blurred shapes of one colour at the cost of one."""
        spots = [spot for points, _ in shapes for spot in self._pixels(points)]
        reach = blur * 3 * self.scale
        near = round(reach)
        left, top, right, bottom = _around(spots, reach)
        frame = (
            max(left, -near),
            max(top, -near),
            min(right, self.image.width + near),
            min(bottom, self.image.height + near),
        )
        shrink = min(1.0, 4 / (blur * self.scale))
        size = (max(1, round((frame[2] - frame[0]) * shrink)), max(1, round((frame[3] - frame[1]) * shrink)))
        small = Image.new("L", size, 0)
        pen = ImageDraw.Draw(small)
        for points, alpha in shapes:
            spread = [((x - frame[0]) * shrink, (y - frame[1]) * shrink) for x, y in self._pixels(points)]
            pen.polygon(spread, fill=round(255 * alpha))
        self._paste_soft(small.filter(ImageFilter.GaussianBlur(blur * self.scale * shrink)), frame, rgb(colour))

    def mottle(self, frame: Box, colour: Colour, alpha: float, seed: int, *, grains: tuple[int, int]) -> None:
        """Cloud a region with an uneven tint; `grains` across and down make blotches (or, very unequal, wood)."""
        noise = Image.frombytes("L", grains, random.Random(seed).randbytes(grains[0] * grains[1]))
        noise = noise.point([round(v * alpha) for v in range(256)]).resize((240, 240), Image.Resampling.BICUBIC)
        self._paste_soft(noise, self._frame(frame[:2], frame[2:]), rgb(colour))

    def stamp(self, sheet: "Canvas", *, turn: float = 0, rim: tuple[Colour, float, float] | None = None) -> None:
        """Lay a sheet where its region says, turned by `turn` degrees; `rim` is a lit edge (colour, alpha, reach)."""
        if sheet.cover is None:
            raise ValueError("only a sheet can be laid on a canvas")
        image, cover = sheet.image, sheet.cover
        if rim:
            image = _lit_from_a_side(image, cover, rim[0], rim[1], round(rim[2] * self.scale))
        if turn:
            image, cover = (part.rotate(turn, Image.Resampling.BILINEAR) for part in (image, cover))
        corner = self._pixels([(sheet.region[0], sheet.region[1])])[0]
        self.image.paste(image, (round(corner[0]), round(corner[1])), cover)

    def _pixels(self, points: Sequence[Point]) -> list[Point]:
        left, top = self.region[:2]
        return [((x - left) * self.scale, (y - top) * self.scale) for x, y in points]

    def _frame(self, start: Point, end: Point) -> Box:
        (left, top), (right, bottom) = self._pixels([start, end])
        return round(left), round(top), round(right), round(bottom)

    def _lay(self, points: Sequence[Point], paint: Callable[[tuple[int, int]], Image.Image], alpha: float) -> None:
        spots = self._pixels(points)
        frame = _around(spots, 1)
        size = (frame[2] - frame[0], frame[3] - frame[1])
        mask = Image.new("L", size, 0)
        ImageDraw.Draw(mask).polygon([(x - frame[0], y - frame[1]) for x, y in spots], fill=round(255 * alpha))
        self.image.paste(paint(size), frame[:2], mask)

    def _paste_soft(self, light: Image.Image, frame: Box, colour: RGB) -> None:
        """Stretch a small mask over `frame` (pixels), only where the frame and the picture meet."""
        seen = (max(0, frame[0]), max(0, frame[1]), min(self.image.width, frame[2]), min(self.image.height, frame[3]))
        if seen[0] >= seen[2] or seen[1] >= seen[3]:
            return
        across, down = light.width / (frame[2] - frame[0]), light.height / (frame[3] - frame[1])
        part = ((seen[0] - frame[0]) * across, (seen[1] - frame[1]) * down,
                (seen[2] - frame[0]) * across, (seen[3] - frame[1]) * down)  # fmt: skip
        mask = light.resize((seen[2] - seen[0], seen[3] - seen[1]), Image.Resampling.BILINEAR, box=part)
        self.image.paste(colour, seen, mask)


def disc(canvas: Canvas, x: float, y: float, r: float, colour: Colour, *, ry: float | None = None) -> None:
    """Fill a round spot."""
    canvas.fill(oval(x, y, r, ry), colour)


def _around(spots: Sequence[Point], reach: float) -> Box:
    across, down = [x for x, _ in spots], [y for _, y in spots]
    return (int(min(across) - reach), int(min(down) - reach), int(max(across) + reach) + 1, int(max(down) + reach) + 1)


def _lit_from_a_side(image: Image.Image, cover: Image.Image, colour: Colour, alpha: float, reach: int) -> Image.Image:
    behind = ImageChops.offset(cover, -reach, abs(reach) // 2)
    edge = ImageChops.subtract(cover, behind).filter(ImageFilter.GaussianBlur(max(1, abs(reach) / 3)))
    lit = image.copy()
    lit.paste(mix(colour, "#ffffff", 0.2), (0, 0), edge.point(lambda v: int(v * alpha)))
    return lit
