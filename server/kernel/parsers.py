"""Reading JSON that anybody may have sent."""

import json
from collections.abc import Mapping
from typing import IO, Any

from rest_framework.exceptions import ParseError
from rest_framework.parsers import JSONParser
from rest_framework.utils.json import strict_constant

from server.kernel.text import clean


class BoundedJSONParser(JSONParser):
    """What anybody sends, read as `read_json` reads it. How long a body may be, Django checks."""

    def parse(
        self, stream: IO[bytes], media_type: str | None = None, parser_context: Mapping[str, Any] | None = None
    ) -> Any:
        try:
            return read_json(stream.read())
        except ValueError as error:
            raise ParseError("This is not JSON as Kith reads it.") from error


def read_json(body: bytes) -> Any:
    """JSON in UTF-8, whatever encoding the caller names; its texts come out clean. Raises ValueError.

    Refused is what Python's reader takes for a fault of ours (nested without end, half a surrogate pair) or lets pass:
    a name said twice, which two readers may understand in two ways.
    """
    try:
        said = clean(json.loads(body.decode(), parse_constant=strict_constant, object_pairs_hook=_each_once))
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    if b"\\u" in body:  # half a surrogate pair can be escaped, but neither stored nor said back
        json.dumps(said, ensure_ascii=False).encode()
    return said


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    said = dict(pairs)
    if len(said) < len(pairs):
        raise ValueError("a name said twice")
    return said
