"""httpx, which takes as long to import as all of Today takes to draw: it comes with the first request."""

from typing import TYPE_CHECKING

from mobile.later import LaterModule

if TYPE_CHECKING:
    import httpx as httpx  # noqa: PLC0414 (told on to those who import it from here)
else:
    httpx = LaterModule("httpx")
