"""Files that are two things at once: a photo to us, something that runs to somebody else."""

import io
import zipfile
from collections.abc import Iterator

from tests.server.media.zoo.animal import READY, UNSUPPORTED, Animal, made_of
from tests.server.media.zoo.cuts import whole
from tests.server.media.zoo.parts import CANARY, chunk, png, saved, segment, with_segments

SCRIPT = b"<html><script>alert('" + CANARY + b"')</script></html>"
PHP = b"<?php echo '" + CANARY + b"'; ?>"


def animals() -> Iterator[Animal]:
    for kind in ("jpeg", "png", "webp", "heic"):
        content = whole(kind)
        yield Animal(f"both-{kind}-and-zip", made_of(content + _zip()), READY)
        yield Animal(f"both-{kind}-and-html", made_of(content + SCRIPT), READY)
        yield Animal(f"both-{kind}-and-program", made_of(content + b"MZ\x90\x00\x7fELF" + CANARY), READY)
        yield Animal(f"both-{kind}-and-another", made_of(content + whole("png")), READY)
    jpeg = whole("jpeg")
    yield Animal("both-jpeg-comment-is-html", made_of(with_segments(jpeg, segment(0xFE, SCRIPT))), READY)
    yield Animal("both-jpeg-comment-is-php", made_of(with_segments(jpeg, segment(0xFE, PHP))), READY)
    yield Animal("both-jpeg-comment-is-svg", made_of(with_segments(jpeg, segment(0xFE, b"<svg>" + SCRIPT))), READY)
    yield Animal("both-png-text-is-html", made_of(png(chunk(b"tEXt", b"Title\x00" + SCRIPT))), READY)
    yield Animal("both-png-chunk-behind-its-end", made_of(png() + chunk(b"tEXt", b"Title\x00" + SCRIPT)), READY)
    yield Animal("both-gif-and-js", made_of(b"GIF89a/*" + saved("GIF")[8:] + b"*/=1;" + SCRIPT), UNSUPPORTED)
    yield Animal("both-bmp-and-js", made_of(b"BM=1;/*" + saved("BMP")[7:] + b"*/" + SCRIPT), UNSUPPORTED)
    yield Animal("both-pdf-and-jpeg", made_of(b"%PDF-1.7\n" + jpeg), UNSUPPORTED)


def _zip() -> bytes:
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w") as packed:
        packed.writestr("index.html", SCRIPT)
    return output.getvalue()
