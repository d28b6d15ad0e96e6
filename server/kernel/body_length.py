"""How long a body is that came without saying so (in chunks): known as soon as it is here."""

import os
from typing import IO, Any

from django.core.handlers.asgi import ASGIHandler, ASGIRequest
from django.http import HttpResponse


class MeasuringHandler(ASGIHandler):
    """Django's handler, telling views the length of every body.

    DRF takes a body of unsaid length for none: a change sent in chunks would be answered as done and do nothing.
    """

    def create_request(
        self, scope: dict[str, Any], body_file: IO[bytes]
    ) -> tuple[ASGIRequest, None] | tuple[None, HttpResponse]:
        if not any(name == b"content-length" for name, _ in scope["headers"]):
            length = body_file.seek(0, os.SEEK_END)
            body_file.seek(0)
            scope = {**scope, "headers": [*scope["headers"], (b"content-length", str(length).encode())]}
        return super().create_request(scope, body_file)
