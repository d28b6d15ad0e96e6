"""One file through the pipeline in this process, where an exception or a crash of a decoder is seen for what it is."""

import io

from server.media.pipeline import render
from shared.codes import Refused
from tests.server.media.zoo.animal import READY
from tests.server.media.zoo.parts import CANARY
from tests.server.media.zoo.visit import foreign_parts


def rendered(content: bytes) -> tuple[str, list[bytes]]:
    """Its fate, and the pictures if there are any."""
    try:
        return READY, list(render(io.BytesIO(content)).files.values())
    except Refused as refused:
        return str(refused.code), []


def words_in(pictures: list[bytes]) -> list[str]:
    """What these pictures hold besides pixels."""
    found = [part for picture in pictures for part in foreign_parts(picture)]
    return found + ["the canary"] * sum(CANARY in picture for picture in pictures)
