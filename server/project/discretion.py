"""What a log line leaves out. Lines are made of our own words, ids and places in the code; never of what people wrote.

Third parties put more into theirs: paths with tokens, arguments, the values a database complains about.
"""

import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.db import IntegrityError, OperationalError, ProgrammingError
from django.http import HttpRequest

Line = dict[str, Any]
ROOT = Path(__file__).resolve().parents[2]
EXTRAS = {
    "method", "route", "status", "ms", "fact_id", "kind", "handler", "reason", "waiting", "attempts",
}  # fmt: skip
"""What our own code may add to a line: ids, names of things, numbers."""
PLAIN_SPOKEN = (IntegrityError, OperationalError, ProgrammingError, ConnectionError, TimeoutError)
"""Errors whose first line names tables, constraints and sockets; values come after it, if at all."""
FRAMES = 12


def route_of(request: HttpRequest) -> str:
    """The pattern of the address, e.g. `api/v1/invites/<str:token>/preview`; `-` where nothing is."""
    match = getattr(request, "resolver_match", None)
    return match.route if match else "-"


def leave_out_paths(_: Any, __: str, line: Line) -> Line:
    """Django's lines about a request, and Celery's about a task, in words that hold nothing of either."""
    record = line.get("_record")
    request, data = getattr(record, "request", None), getattr(record, "data", None)
    if isinstance(request, HttpRequest):
        line["event"] = f"answered {getattr(record, 'status_code', '?')} at {route_of(request)}"
    elif isinstance(data, dict) and "name" in data:
        line["event"] = f"task {data['name']}: {data.get('description', 'noted')}"
    return line


def tell_error(_: Any, __: str, line: Line) -> Line:
    """An exception as its kind and where it came from."""
    info = line.pop("exc_info", None)
    error = info[1] if isinstance(info, tuple) else None
    if error is not None:
        line["error"] = " from ".join(_words(one) for one in _chain(error))
        line["trace"] = [
            f"{_place(frame.filename)}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(error.__traceback__)[-FRAMES:]
        ]
    return line


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def _words(error: BaseException) -> str:
    kind = f"{type(error).__module__}.{type(error).__qualname__}"
    said = str(error).partition("\n")[0] if isinstance(error, PLAIN_SPOKEN) else ""
    return f"{kind}: {said}" if said else kind


def _place(filename: str) -> str:
    """Enough to find the line, without where this machine keeps things."""
    path = Path(filename)
    return str(path.relative_to(ROOT)) if path.is_relative_to(ROOT) else "/".join(path.parts[-3:])
