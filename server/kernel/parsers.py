"""Reading JSON that anybody may have sent."""

import io
import json
from collections.abc import Mapping
from typing import IO, Any

from rest_framework.exceptions import ParseError
from rest_framework.parsers import JSONParser


class BoundedJSONParser(JSONParser):
    """DRF's parser takes a body nested without end, or text that is no text, for a fault of ours; both are refused.

    How long a body may be, Django checks.
    """

    def parse(
        self, stream: IO[bytes], media_type: str | None = None, parser_context: Mapping[str, Any] | None = None
    ) -> Any:
        body = stream.read()
        try:
            said = super().parse(io.BytesIO(body), media_type, parser_context)
            if b"\\u" in body:  # half a surrogate pair can be escaped, but neither stored nor said back
                json.dumps(said, ensure_ascii=False).encode()
        except RecursionError as error:
            raise ParseError("nested too deeply") from error
        except UnicodeEncodeError as error:
            raise ParseError("not text") from error
        return said
