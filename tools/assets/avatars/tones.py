"""What distance does to a portrait: grey has not looked, looking down is half gone to blue."""

from PIL import Image, ImageEnhance


def grey(portrait: Image.Image) -> Image.Image:
    """Nearly without colour, flat and pale."""
    flat = ImageEnhance.Contrast(_saturated(portrait, 0.10)).enhance(0.8)
    return _with_alpha(Image.blend(flat, Image.new("RGB", flat.size, "#EAE6E1"), 0.28), portrait)


def down(portrait: Image.Image) -> Image.Image:
    """Less colour, a little blue."""
    pale = _saturated(portrait, 0.45)
    return _with_alpha(Image.blend(pale, Image.new("RGB", pale.size, "#8AABDD"), 0.22), portrait)


def _saturated(portrait: Image.Image, amount: float) -> Image.Image:
    return ImageEnhance.Color(portrait.convert("RGB")).enhance(amount)


def _with_alpha(picture: Image.Image, source: Image.Image) -> Image.Image:
    picture.putalpha(source.getchannel("A"))
    return picture
