"""Where assets come from and where they go."""

import argparse
from pathlib import Path

ASSETS = Path(__file__).resolve().parents[2] / "mobile" / "assets"


def packages_folder(description: str) -> Path:
    """The `node_modules` folder named on the command line."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--packages", type=Path, required=True, metavar="NODE_MODULES")
    return parser.parse_args().packages
