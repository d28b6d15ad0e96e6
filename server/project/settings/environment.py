"""Where settings come from: environment variables, with defaults for the embedded way of running."""

import os
import secrets
import tempfile
from pathlib import Path

import environ

ROOT = Path(__file__).resolve().parents[3]

env = environ.Env()
DATA_DIR = Path(env.str("KITH_DATA_DIR", default=str(ROOT / "var")))
EMBEDDED = not env.str("DATABASE_URL", default="")

if EMBEDDED:
    # The database file and the admin's pictures live here; a deployment brings its own places.
    (DATA_DIR / "static").mkdir(parents=True, exist_ok=True)


def kept(name: str, *, length: int = 48) -> str:
    """A secret of this embedded Kith, made of so many random bytes at its first start and kept with its data."""
    place = DATA_DIR / name
    if not place.exists():
        handle, written = tempfile.mkstemp(dir=DATA_DIR)
        os.write(handle, secrets.token_urlsafe(length).encode())
        os.close(handle)
        Path(written).replace(place)
    return place.read_text()
