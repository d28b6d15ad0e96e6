"""The API has one face: what it answers does not depend on the Accept header."""

from collections.abc import Sequence

from rest_framework.negotiation import DefaultContentNegotiation
from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request


class OneFace(DefaultContentNegotiation):
    """A picture asked for with `Accept: image/*` must still be able to say in JSON why it is not there."""

    def select_renderer(
        self, request: Request, renderers: Sequence[BaseRenderer], format_suffix: str | None = None
    ) -> tuple[BaseRenderer, str]:
        return renderers[0], renderers[0].media_type
