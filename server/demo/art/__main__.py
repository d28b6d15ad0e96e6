"""Write samples: `python -m server.demo.art --out DIR` saves each subject on a few days as JPEG."""

import argparse
from pathlib import Path

from . import SUBJECTS, draw_photo


def main() -> None:
    """Read the arguments and write the pictures."""
    parser = argparse.ArgumentParser(prog="python -m server.demo.art", description="Write sample photos.")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")
    parser.add_argument("--subject", choices=SUBJECTS, action="append", help="all of them when left out")
    parser.add_argument("--days", type=int, nargs="+", default=[1, 7, 20, 30])
    chosen = parser.parse_args()
    chosen.out.mkdir(parents=True, exist_ok=True)
    for subject in chosen.subject or SUBJECTS:
        for day in chosen.days:
            path = chosen.out / f"{subject}_{day:02}.jpg"
            draw_photo(subject, day).save(path, quality=92)
            print(path)


if __name__ == "__main__":
    main()
