"""Codes in pictures on a desktop, read by zxing-cpp where it is installed. It is no package for a phone."""

from pathlib import Path

from mobile.device.code_prep import greys
from mobile.device.protocols import CodeReader

try:
    import zxingcpp
except ImportError:
    zxingcpp = None  # type: ignore[assignment]


class DesktopCodes:
    def read(self, picture: Path) -> list[str]:
        """What the QR codes in this picture say, each once. Raises Refused for what is no picture."""
        wanted = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
        for image in greys(picture):
            found = zxingcpp.read_barcodes(image, formats=wanted)
            if found:
                return list(dict.fromkeys(code.text for code in found))
        return []


def desktop_codes() -> CodeReader | None:
    """None where zxing-cpp isn't: everything but scanning works without it."""
    return None if zxingcpp is None else DesktopCodes()
