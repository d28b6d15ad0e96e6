"""Make the atlas of answers: the six reactions, the cheers and the wave, one row of square cells."""

import json
from pathlib import Path

from PIL import Image

from tools.assets.places import ASSETS, packages_folder

CELL = 128
COLUMNS = 4
ANSWERS = {
    "proud": "1f929", "clap": "1f44f", "fire": "1f525", "strong": "1f4aa",
    "heart": "2764-fe0f", "laugh": "1f602", "wave": "1f44b", "hug": "1f917",
    "here_for_you": "1f9e1", "tomorrow_together": "1f91d", "take_your_time": "1f331", "let_go": "1f54a-fe0f",
}  # fmt: skip
LICENCE = """Fluent Emoji, copyright (c) Microsoft Corporation, MIT License.
Taken from the npm package @lobehub/fluent-emoji-3d (MIT License).

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
"""


def make_atlas(packages: Path) -> None:
    source = packages / "@lobehub" / "fluent-emoji-3d" / "assets"
    rows = -(-len(ANSWERS) // COLUMNS)
    atlas = Image.new("RGBA", (COLUMNS * CELL, rows * CELL))
    cells = {}
    for index, (kind, code) in enumerate(ANSWERS.items()):
        column, row = index % COLUMNS, index // COLUMNS
        picture = Image.open(source / f"{code}.webp").convert("RGBA")
        # A margin of two pixels keeps a neighbour's edge out of the mipmaps.
        atlas.paste(picture.resize((CELL - 4, CELL - 4), Image.Resampling.LANCZOS), (column * CELL + 2, row * CELL + 2))
        cells[kind] = [column, row]
    target = ASSETS / "emoji"
    atlas.save(target / "answers.png", optimize=True)
    (target / "answers.json").write_text(json.dumps({"cell": CELL, "cells": cells}, indent=1) + "\n")
    (target / "LICENSE-FluentEmoji.txt").write_text(LICENCE)


if __name__ == "__main__":
    make_atlas(packages_folder(__doc__))
