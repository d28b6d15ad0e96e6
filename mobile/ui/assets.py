"""Where the committed fonts, icons and pictures lie."""

from pathlib import Path

ASSETS = Path(__file__).resolve().parent.parent / "assets"
