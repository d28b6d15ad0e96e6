"""One person in one expression: layers from the backdrop to the fringe, masked round."""

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from tools.assets.avatars.brush import SIDE, Brush, mix
from tools.assets.avatars.features import draw_features
from tools.assets.avatars.hair import draw_hair
from tools.assets.avatars.people import Person

SIZE = 256
LIFT = {"smile": -0.012, "calm": 0.0, "down": 0.012}


def draw_portrait(person: Person, mood: str) -> Image.Image:
    """The round portrait, 256 pixels; `mood` is "smile", "calm" or "down"."""
    back, body, head, top = Brush(), Brush(), Brush(), Brush()
    draw_hair(back, top, person)
    _body(body, person)
    _head(head, person)
    draw_features(head, person, mood)
    if mood == "down":
        top.image = ImageChops.offset(top.image, 0, round(0.012 * SIDE))
    face = Image.alpha_composite(head.image, top.image)
    picture = _backdrop(person.backdrop)
    for layer in (_posed(back.image, mood), _with_chin_shadow(body.image, mood), _posed(face, mood)):
        picture.alpha_composite(layer)
    return _rounded(picture)


def _body(body: Brush, person: Person) -> None:
    shade = mix(person.clothes, "#1C1020", 0.22)
    body.box((-0.36, 0.815), (0.36, 1.3), 0.18, person.clothes)
    if person.collar == "hood":
        body.oval((0, 0.835), (0.2, 0.085), shade)
    body.box((-0.098, 0.62), (0.098, 0.86), 0.05, person.skin)
    if person.collar == "vee":
        body.shape([(-0.11, 0.812), (0.11, 0.812), (0, 0.945)], person.skin)
    elif person.collar == "shirt":
        body.oval((0, 0.82), (0.1, 0.05), person.skin)
        for side in (-1, 1):
            body.shape([(side * 0.1, 0.79), (side * 0.2, 0.84), (side * 0.07, 0.94), (0, 0.87)], "#F4F6FB")
    else:
        body.oval((0, 0.815), (0.1, 0.055), person.skin)


def _head(head: Brush, person: Person) -> None:
    ear = mix(person.skin, "#8A3A1A", 0.16)
    for side in (-1, 1):
        if person.style != "scarf":
            head.oval((side * 0.242, 0.54), (0.046, 0.06), person.skin)
            head.oval((side * 0.246, 0.545), (0.022, 0.034), ear)
        if person.earrings:
            head.oval((side * 0.262, 0.622), (0.02, 0.02), person.earrings)
    head.box((-0.24, 0.27), (0.24, 0.78), 0.225, person.skin)


def _posed(layer: Image.Image, mood: str) -> Image.Image:
    lift = LIFT[mood] * SIDE
    if mood != "down":
        return layer.transform(layer.size, Image.Transform.AFFINE, (1, 0, 0, 0, 1, -lift), Image.Resampling.BILINEAR)
    pivot = (0.5 * SIDE, 0.72 * SIDE)
    return layer.rotate(
        -7, Image.Resampling.BICUBIC, center=pivot, translate=(round(0.012 * SIDE), round(0.028 * SIDE))
    )


def _with_chin_shadow(body: Image.Image, mood: str) -> Image.Image:
    mask = Image.new("L", body.size)
    lift = LIFT[mood]
    box = [(0.5 - 0.13) * SIDE, (0.66 + lift) * SIDE, (0.5 + 0.13) * SIDE, (0.8 + lift) * SIDE]
    ImageDraw.Draw(mask).ellipse(box, fill=84)
    mask = mask.filter(ImageFilter.GaussianBlur(SIDE * 0.008))
    shadow = Image.new("RGBA", body.size, "#5A2A12")
    shadow.putalpha(ImageChops.multiply(mask, body.getchannel("A")))
    return Image.alpha_composite(body, shadow)


def _backdrop(colours: tuple[str, str]) -> Image.Image:
    picture = Image.new("RGBA", (1, SIDE))
    for y in range(SIDE):
        picture.paste(mix(*colours, y / SIDE), (0, y, 1, y + 1))
    picture = picture.resize((SIDE, SIDE))
    light = Image.new("L", (SIDE, SIDE))
    ImageDraw.Draw(light).ellipse([SIDE * 0.05, -SIDE * 0.2, SIDE * 0.75, SIDE * 0.5], fill=110)
    white = Image.new("RGBA", (SIDE, SIDE), "#FFFFFF")
    white.putalpha(light.filter(ImageFilter.GaussianBlur(SIDE * 0.12)))
    return Image.alpha_composite(picture, white)


def _rounded(picture: Image.Image) -> Image.Image:
    mask = Image.new("L", picture.size)
    ImageDraw.Draw(mask).ellipse([3, 3, SIDE - 4, SIDE - 4], fill=255)
    small = picture.convert("RGB").resize((SIZE, SIZE), Image.Resampling.LANCZOS)
    small.putalpha(mask.resize((SIZE, SIZE), Image.Resampling.LANCZOS))
    return small
