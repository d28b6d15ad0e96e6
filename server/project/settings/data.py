"""Databases, cache and the private folder photos lie in."""

from typing import Any

from server.project.settings.environment import DATA_DIR, EMBEDDED, env

# IMMEDIATE takes the write lock at BEGIN: by default, SQLite's writers fail ("database is locked") instead of waiting.
SQLITE = {
    "ENGINE": "django.db.backends.sqlite3",
    "NAME": DATA_DIR / "kith.sqlite3",
    "OPTIONS": {
        "timeout": 20,
        "transaction_mode": "IMMEDIATE",
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
    },
}

# How long PostgreSQL lets one process keep it busy, waiting, or in mid-transaction (seconds; 0 is without end).
# Somebody looks at a screen while the web works; a sweep has time; what a person starts by hand (a migration) ends
# when it ends, but never queues up behind a lock with everybody else behind it.
BOUNDS = {"web": (10, 5, 30), "work": (300, 30, 300), "hand": (0, 30, 0)}


def bounds(role: str) -> str:
    """The libpq options for a process of this role."""
    statement, lock, idle = BOUNDS[role]
    statement = env.float("KITH_STATEMENT_SECONDS", default=statement)
    seconds = {"statement_timeout": statement, "lock_timeout": lock, "idle_in_transaction_session_timeout": idle}
    return " ".join(f"-c {name}={int(value * 1000)}" for name, value in seconds.items())


# An ASGI server answers each request in a thread of its own, and a connection that lasts would outlive its thread:
# eight callers held 55. The web shares a few of a pool instead; a worker keeps its one.
WEB_POOL = {"min_size": 2, "max_size": 20, "timeout": 10}


def postgres(role: str) -> dict[str, Any]:
    """What DATABASE_URL says, bounded and shared as a process of this role needs it."""
    given: dict[str, Any] = env.db("DATABASE_URL")
    options = {**given.get("OPTIONS", {}), "options": bounds(role)}
    lasting: dict[str, Any] = {"CONN_MAX_AGE": 600, "CONN_HEALTH_CHECKS": True}
    if role == "web":
        options["pool"] = WEB_POOL
        lasting["CONN_MAX_AGE"] = 0
    return {**given, **lasting, "OPTIONS": options}


DATABASES: dict[str, dict[str, Any]] = {
    "default": SQLITE if EMBEDDED else postgres(env.str("KITH_ROLE", default="work"))
}

REDIS_URL = env.str("REDIS_URL", default="")
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL}
    if REDIS_URL
    else {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
}

PHOTO_ROOT = DATA_DIR / "photos"
# Where nginx serves PHOTO_ROOT internally (X-Accel-Redirect), e.g. /private-photos/. Empty: Django sends the bytes.
PHOTO_ACCEL_PREFIX = env.str("KITH_PHOTO_ACCEL", default="")
EXPORT_ROOT = DATA_DIR / "exports"
# Bytes that packing somebody's data leaves free on the disk: they belong to people's days.
EXPORT_RESERVE = env.int("KITH_EXPORT_RESERVE", default=500_000_000)
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
