"""Where settings come from: environment variables, with defaults for the embedded way of running."""

from pathlib import Path

import environ

ROOT = Path(__file__).resolve().parents[3]

env = environ.Env()
DATA_DIR = Path(env.str("KITH_DATA_DIR", default=str(ROOT / "var")))
EMBEDDED = not env.str("DATABASE_URL", default="")

if EMBEDDED:
    # The database file and the admin's pictures live here; a deployment brings its own places.
    (DATA_DIR / "static").mkdir(parents=True, exist_ok=True)
