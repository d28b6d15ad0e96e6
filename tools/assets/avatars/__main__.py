"""Draw the twelve avatars in their four expressions: `python -m tools.assets.avatars`."""

from tools.assets.avatars import tones
from tools.assets.avatars.people import PEOPLE
from tools.assets.avatars.portrait import draw_portrait
from tools.assets.places import ASSETS

LICENCE = """The avatars in this folder were drawn by tools/assets/avatars, which is part of Kith.
They are licensed like Kith itself: AGPL-3.0-or-later.
"""


def main() -> None:
    folder = ASSETS / "avatars"
    folder.mkdir(parents=True, exist_ok=True)
    for person in PEOPLE:
        calm = draw_portrait(person, "calm")
        expressions = {
            "smiling": draw_portrait(person, "smile"),
            "colour": calm,
            "grey": tones.grey(calm),
            "down": tones.down(draw_portrait(person, "down")),
        }
        for name, picture in expressions.items():
            picture.save(folder / f"{person.key}_{name}.png", optimize=True)
    (folder / "LICENSE.txt").write_text(LICENCE)


if __name__ == "__main__":
    main()
