"""A friend's code, looked for as ZXing wants it. What ZXing finds is its own matter: the jar is not here."""

import threading
from pathlib import Path

import pytest
from PIL import Image

from mobile.device.android.codes import AndroidCodes
from tests.packaging.jnius import FakeJava, JavaException
from tests.packaging.test_device import NEWEST, OLDEST, platform

DECODE = "com.google.zxing.qrcode.QRCodeReader.decode"


@pytest.mark.parametrize("sdk", [OLDEST, NEWEST])
def test_a_code_is_looked_for_in_the_grey_of_the_picture_from_any_thread(sdk: int, tmp_path: Path) -> None:
    java = FakeJava(sdk=sdk)
    codes, said = AndroidCodes(platform(java)), []  # type: ignore[var-annotated]
    java.answers["com.google.zxing.Result.getText"] = "https://kith.example/i/abc"
    Image.new("RGB", (400, 300), "white").save(tmp_path / "code.jpg")
    worker = threading.Thread(target=lambda: said.append(codes.read(tmp_path / "code.jpg")))
    worker.start()
    worker.join()
    assert said == [["https://kith.example/i/abc"]]
    ((bitmap,),) = java.said(DECODE)
    (source,) = bitmap.args[0].args
    assert source.kind == "com.google.zxing.PlanarYUVLuminanceSource"
    assert source.args == (b"\xff" * 400 * 300, 400, 300, 0, 0, 400, 300, False)


def test_without_a_code_it_looks_once_more_at_the_whole_picture(tmp_path: Path) -> None:
    def none_there(*_: object) -> None:
        raise JavaException("com.google.zxing.NotFoundException")

    java = FakeJava(answers={DECODE: none_there})
    Image.new("RGB", (3000, 1500), "white").save(tmp_path / "wall.jpg")
    assert AndroidCodes(platform(java)).read(tmp_path / "wall.jpg") == []
    assert [bitmap.args[0].args[0].args[1:3] for (bitmap,) in java.said(DECODE)] == [(1000, 500), (2000, 1000)]
