"""Kith's processes as a deployment starts them: with an environment and nothing else."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
SECRET = "Zr8vQm1xTt0kPqYw3LbNc7HsJd5FgUe9Ra2VoXi6MyKzBnWp4Cl"
DEPLOYED = {
    "DATABASE_URL": "postgres://kith@nowhere.invalid/kith",
    "REDIS_URL": "redis://nowhere.invalid/0",
    "SECRET_KEY": SECRET,
    "ALLOWED_HOSTS": "kith.example",
    "PUBLIC_URL": "https://kith.example",
    "TRUSTED_PROXY_COUNT": "1",
    "EMAIL_URL": "smtp+tls://kith:secret@mail.example.org:587",
}
"""A deployment that has set everything it should."""


def start(folder: Path, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run Python with these words and this environment, and nothing of the present one."""
    known = {"PATH": os.environ["PATH"], "KITH_DATA_DIR": str(folder), **environment}
    return subprocess.run(
        [sys.executable, *command], cwd=ROOT, env=known, capture_output=True, text=True, check=False, timeout=60
    )
