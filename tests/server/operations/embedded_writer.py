"""Posts photo after photo into an embedded Kith; run as a process of its own."""

import io
import itertools
import os
import sys

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "server.project.settings")

import django

django.setup()

from server.media.services import store_photo  # noqa: E402
from server.media.storage import name_of  # noqa: E402
from shared import clock, ids  # noqa: E402
from tests.server import images  # noqa: E402
from tests.server.cast import arrive  # noqa: E402


def main() -> None:
    ana = arrive("Ana")
    for n in itertools.count(1):
        content = images.jpeg((64 + n % 500, 64))
        photo = store_photo(
            owner_id=ana.id, photo_id=ids.uuid7(), stream=io.BytesIO(content), length=len(content),
            sha256=images.digest(content), source="camera", now=clock.now(),
        )  # fmt: skip
        sys.stdout.write(f"{name_of(photo.id, photo.sha256, 1080).split('/')[1]}\n")
        sys.stdout.flush()


main()
