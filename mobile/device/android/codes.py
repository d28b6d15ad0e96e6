"""Codes in pictures on a phone, read by ZXing, which comes with the package. Pillow has made the picture grey."""

from pathlib import Path

from PIL import Image

from mobile.device.android.platform import Platform
from mobile.device.code_prep import greys


class AndroidCodes:
    """Built on the main thread: Android finds what came with the package from there only. Reads on any."""

    def __init__(self, platform: Platform) -> None:
        self._platform = platform
        self._sources = platform.java("com.google.zxing.PlanarYUVLuminanceSource")
        self._binarizers = platform.java("com.google.zxing.common.HybridBinarizer")
        self._bitmaps = platform.java("com.google.zxing.BinaryBitmap")
        self._readers = platform.java("com.google.zxing.qrcode.QRCodeReader")

    def read(self, picture: Path) -> list[str]:
        """What the QR code in this picture says. Raises Refused for what is no picture."""
        for image in greys(picture):
            said = self._said(image)
            if said:
                return [said]
        return []

    def _said(self, image: Image.Image) -> str:
        """Shades of grey are what a camera's Y plane holds, one byte for each pixel."""
        wide, high = image.size
        source = self._sources(image.tobytes(), wide, high, 0, 0, wide, high, False)
        try:
            return str(self._readers().decode(self._bitmaps(self._binarizers(source))).getText())
        except self._platform.libraries.jnius.JavaException:
            # No code there, or one that can't be made out: ZXing throws for each.
            return ""
