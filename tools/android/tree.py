"""Lay out what buildozer packs: `python -m tools.android.tree --host kith.example [--to var/android]`.

`app/` gets the phone's code, the ground floor and a launcher under the name python-for-android starts; beside it lie
buildozer.spec and what it names. HOST is the Kith this package talks to, and whose invitations open it.
"""

import argparse
import re
import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "mobile" / "packaging"
PLACEHOLDER = "kith.example"
_HOST = re.compile(r"(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}")
_LAUNCHER = '''"""Starts Kith. Written by tools/android/tree.py: python-for-android starts a file of this name."""

import os

os.environ.setdefault("KIVY_NO_ARGS", "1")
os.environ.setdefault("KITH_SERVER", "https://{host}")

from mobile.main import main  # noqa: E402 (Kivy reads its environment when it is imported)

main()
'''


def lay_out(target: Path, host: str) -> None:
    """Whatever was laid out there before is replaced; what buildozer built beside it stays and is used once more."""
    for name in ("app", "packaging"):
        shutil.rmtree(target / name, ignore_errors=True)
    for package in ("mobile", "shared"):
        leave_out = shutil.ignore_patterns("__pycache__", "packaging")
        shutil.copytree(ROOT / package, target / "app" / package, ignore=leave_out)
    (target / "app" / "main.py").write_text(_LAUNCHER.format(host=host))
    shutil.copytree(PACKAGING, target / "packaging", ignore=shutil.ignore_patterns("__pycache__", "buildozer.spec"))
    spec = (PACKAGING / "buildozer.spec").read_text()
    (target / "buildozer.spec").write_text(spec.replace(PLACEHOLDER, host))


def host_name(text: str) -> str:
    """A host as it stands in an invitation: no scheme, port or path. It goes into files that others read as code."""
    if not _HOST.fullmatch(text):
        raise argparse.ArgumentTypeError(f"{text!r} is no host name, like kith.example")
    return text


def main() -> None:
    parser = argparse.ArgumentParser(description="Lay out what buildozer packs.")
    parser.add_argument("--host", required=True, type=host_name, help="the Kith this package talks to")
    parser.add_argument("--to", type=Path, default=ROOT / "var" / "android")
    chosen = parser.parse_args()
    lay_out(chosen.to, chosen.host)
    print(f"{chosen.to} is ready. On a machine with Android's SDK and NDK: cd {chosen.to} && buildozer android debug")


if __name__ == "__main__":
    main()
