"""The phone app as a window beside the demo server, where there is a display and its packages can be had."""

import os
import subprocess  # nosec B404  # starts the app beside the demo, with fixed words
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
INSTALL_SECONDS = 600


class AppWindow:
    """One run of the app, in its own process and environment."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    @staticmethod
    def can_open() -> bool:
        """Whether there is a display to open a window on."""
        return sys.platform in {"darwin", "win32"} or bool(
            os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
        )

    @staticmethod
    def install() -> bool:
        """Make the app's environment; False when its packages cannot be had here."""
        command = ["make", "--no-print-directory", ".venv-app/ready"]
        return subprocess.run(command, cwd=ROOT, timeout=INSTALL_SECONDS, check=False).returncode == 0  # nosec B603  # noqa: S603  (fixed words)

    def open(self, *, server: str, folder: Path, token: str) -> None:
        """Open the window, signed in with this session token."""
        environment = {**os.environ, "KITH_SESSION_TOKEN": token}
        command = [
            str(ROOT / ".venv-app/bin/python"),
            "-m",
            "mobile.main",
            "--server",
            server,
            "--data-dir",
            str(folder),
        ]
        self._process = subprocess.Popen(command, cwd=ROOT, env=environment)  # nosec B603  # noqa: S603  (fixed words)

    def close(self) -> None:
        """End the window if it is still open."""
        if self._process and self._process.poll() is None:
            self._process.terminate()
            self._process.wait(timeout=10)
