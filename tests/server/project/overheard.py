"""What the server logs, as whoever runs it would read it: every line at DEBUG, as JSON."""

import json
import logging
import logging.config
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from typing import Any

from django.conf import settings

from server.project.settings.logs import logging_of


class Overheard:
    """`text` is everything said so far; `lines` the same, read."""

    def __init__(self) -> None:
        self.stream = StringIO()

    @property
    def text(self) -> str:
        return self.stream.getvalue()

    @property
    def lines(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.text.splitlines()]


@contextmanager
def overhearing(level: str = "DEBUG") -> Iterator[Overheard]:
    """Log as a deployment does while the block runs, into memory."""
    overheard = Overheard()
    configuration = logging_of(level=level, as_json=True)
    configuration["handlers"]["stderr"]["stream"] = overheard.stream
    logging.config.dictConfig(configuration)
    try:
        yield overheard
    finally:
        logging.config.dictConfig(settings.LOGGING)
