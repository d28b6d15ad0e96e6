"""Starts the app: `python -m mobile.main [--server URL] [--data-dir DIR] [--dark]`.

KITH_SERVER and KITH_DATA_DIR stand in for the options; KITH_SESSION_TOKEN signs a demonstration in.
"""

import argparse
import os
import platform
import sys
from pathlib import Path

from mobile.api.line import TOKEN
from mobile.app_core import build_core
from mobile.device.desktop.clips import DesktopClips
from mobile.device.desktop.clock import DesktopClock
from mobile.device.desktop.codes import desktop_codes
from mobile.device.desktop.language import desktop_language
from mobile.device.desktop.secrets import FileSecrets
from mobile.device.desktop.share import DesktopShare
from mobile.device.protocols import Device, Machine
from mobile.later import later
from mobile.ui.app import KithApp
from mobile.ui.clipboard import copy_text
from mobile.ui.safe_area import SAFE_AREA
from mobile.ui.sounds import KivyPlayer

_ANDROID = "mobile.device.android"
build_machine = later(f"{_ANDROID}.machine", "build_machine")
load_libraries = later(f"{_ANDROID}.platform", "load_libraries")
let_go_of_java = later(f"{_ANDROID}.platform", "let_go_of_java")

DEFAULT_SERVER = "http://127.0.0.1:8000"


def parse_arguments(arguments: list[str] | None = None) -> argparse.Namespace:
    """The command line, the environment standing in for what is not said."""
    parser = argparse.ArgumentParser(prog="python -m mobile.main", description="The Kith phone app.")
    parser.add_argument("--server", default=os.environ.get("KITH_SERVER", DEFAULT_SERVER), help="address of the server")
    parser.add_argument("--data-dir", type=Path, default=_data_dir(), help="where this phone keeps its memory")
    parser.add_argument("--invite", default="", help="a friend's link, or the code in it")
    parser.add_argument("--dark", action="store_true", help="night colours")
    return parser.parse_args(arguments)


def _data_dir() -> Path:
    named = os.environ.get("KITH_DATA_DIR") or os.environ.get("ANDROID_PRIVATE")
    if named:
        return Path(named)
    share = os.environ.get("XDG_DATA_HOME")
    return (Path(share) if share else Path.home() / ".local" / "share") / "kith"


def main() -> None:
    """Build everything once and open the window; returns when it is closed."""
    chosen = parse_arguments()
    if not _has_display():
        sys.exit("There is no display to open Kith's window on. In a browser, Kith is at the server's own address.")
    chosen.data_dir.mkdir(parents=True, exist_ok=True)
    machine = _machine(chosen.data_dir)
    SAFE_AREA.top, SAFE_AREA.bottom = machine.bars
    # Taken out of the environment, so that nothing this process starts can read it.
    token = os.environ.pop("KITH_SESSION_TOKEN", "")
    device = machine.device
    if token:
        device.secrets.put(TOKEN, token)
    core = build_core(
        data_dir=chosen.data_dir, transport_or_base_url=chosen.server, device=device, clock=machine.clock
    )  # fmt: skip
    link = chosen.invite or (device.links.first() if device.links else "")
    KithApp(core, dark=chosen.dark, link=link).run()


def _has_display() -> bool:
    """Without one, SDL on Linux would open a window that nobody can see; whoever names a driver means it."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER", "ANDROID_ARGUMENT")
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in named)


def _machine(data_dir: Path) -> Machine:
    """What this runs on, decided here and nowhere else."""
    if "ANDROID_ARGUMENT" in os.environ:
        libraries = load_libraries()
        let_go_of_java(libraries.jnius)
        android: Machine = build_machine(libraries, data_dir)
        return android
    secrets = FileSecrets(data_dir / "secrets.json")
    name, downloads = f"Kith on {platform.system() or 'a phone'}", Path.home() / "Downloads"
    device = Device(
        secrets=secrets, name=name, player=KivyPlayer(), downloads=downloads, clips=DesktopClips(),
        share=DesktopShare(copy_text), codes=desktop_codes(), language=desktop_language(os.environ),
    )  # fmt: skip
    return Machine(device, DesktopClock(), bars=(0.0, 0.0))


if __name__ == "__main__":
    main()
