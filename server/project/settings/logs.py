"""What the server says on stderr: one line per event, JSON where it is deployed, plain on one's own machine.

LOG_LEVEL is for Kith's own code. Third parties are heard from WARNING on whatever it says: at DEBUG they print what
people wrote, e.g. every value of every statement.
"""

from typing import Any

import structlog

from server.project.discretion import EXTRAS, leave_out_paths, tell_error
from server.project.settings.environment import EMBEDDED, env


def logging_of(*, level: str, as_json: bool) -> dict[str, Any]:
    """Django's LOGGING."""
    render = structlog.processors.JSONRenderer() if as_json else structlog.dev.ConsoleRenderer(colors=False)
    line = {
        "()": structlog.stdlib.ProcessorFormatter,
        "foreign_pre_chain": [
            structlog.contextvars.merge_contextvars,
            structlog.stdlib.add_log_level,
            structlog.stdlib.add_logger_name,
            structlog.stdlib.ExtraAdder(allow=EXTRAS),
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            leave_out_paths,
            tell_error,
        ],
        "processors": [structlog.stdlib.ProcessorFormatter.remove_processors_meta, render],
    }
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": line},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
        "root": {"handlers": ["stderr"], "level": "WARNING"},
        "loggers": {
            "server": {"level": level},
            # Django's own handlers are silent unless DEBUG is on; the root's are used instead.
            "django": {"handlers": [], "level": "WARNING", "propagate": True},
            # A refused request is an answer, not an event.
            "django.request": {"level": "ERROR"},
            "uvicorn": {"handlers": [], "level": "WARNING", "propagate": True},
            "uvicorn.error": {"handlers": [], "level": "WARNING", "propagate": True},
            # Its lines are paths and networks.
            "uvicorn.access": {"handlers": [], "level": "CRITICAL", "propagate": False},
        },
    }


LOGGING = logging_of(
    level=env.str("LOG_LEVEL", default="WARNING" if EMBEDDED else "INFO"),
    as_json=env.bool("KITH_LOG_JSON", default=not EMBEDDED),
)
