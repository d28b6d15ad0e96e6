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

DATABASES: dict[str, dict[str, Any]] = {"default": SQLITE if EMBEDDED else env.db("DATABASE_URL")}
# An ASGI server answers each request in a thread of its own, and a connection that lasts would outlive its thread:
# eight callers held 55. The web shares a few of a pool instead; a worker keeps its one.
WEB_POOL = {"min_size": 2, "max_size": 20, "timeout": 10}
if not EMBEDDED:
    shares = env.str("KITH_ROLE", default="work") == "web"
    DATABASES["default"]["CONN_MAX_AGE"] = 0 if shares else 600
    if shares:
        DATABASES["default"].setdefault("OPTIONS", {})["pool"] = WEB_POOL
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True

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
