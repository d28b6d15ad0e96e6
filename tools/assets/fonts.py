"""Copy the text face and the hand of letters, and cut the icon face down to the icons the app draws, twice."""

import json
import shutil
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

from tools.assets.places import ASSETS, packages_folder

WEIGHTS = ("500Medium", "600SemiBold", "700Bold", "800ExtraBold")
# What a habit may carry, then what the screens themselves use.
HABIT_ICONS = """
    star directions_run directions_walk directions_bike pool fitness_center self_improvement spa hiking
    menu_book auto_stories edit_note brush draw palette music_note piano code language school translate
    water_drop restaurant nutrition eco local_florist pets savings cleaning_services bedtime alarm sunny
    favorite psychology smoke_free no_drinks phone_disabled stylus
"""
SCREEN_ICONS = """
    home groups group person person_add photo_camera photo_library image folder add close check check_circle
    arrow_back arrow_upward arrow_forward chevron_left chevron_right expand_more history edit send replay refresh
    cloud_off cloud_upload delete flag logout dns mail key visibility opacity wb_sunny wb_twilight hourglass_bottom
    schedule play_arrow more_horiz favorite waving_hand celebration ios_share lock notifications volunteer_activism
    link content_copy group_add block lightbulb touch_app error info light_mode dark_mode desktop_windows download
    movie qr_code_2 visibility_off archive calendar_month devices tune
"""


def copy_text_face(packages: Path) -> None:
    source = packages / "@expo-google-fonts" / "plus-jakarta-sans"
    target = ASSETS / "fonts"
    for weight in WEIGHTS:
        shutil.copy(source / weight / f"PlusJakartaSans_{weight}.ttf", target / f"PlusJakartaSans-{weight[3:]}.ttf")
    shutil.copy(source / "LICENSE_FONT", target / "LICENSE-PlusJakartaSans.txt")


def copy_hand(packages: Path) -> None:
    """What letters are written in."""
    source, target = packages / "@expo-google-fonts" / "caveat", ASSETS / "fonts"
    shutil.copy(source / "600SemiBold" / "Caveat_600SemiBold.ttf", target / "Caveat-SemiBold.ttf")
    shutil.copy(source / "LICENSE_FONT", target / "LICENSE-Caveat.txt")


def cut_icon_face(packages: Path) -> None:
    source = packages / "@material-symbols" / "font-400"
    target = ASSETS / "icons"
    codepoints = _codepoints(source / "material-symbols-rounded.woff2")
    for fill, name in ((0, "outline"), (1, "filled")):
        font = instancer.instantiateVariableFont(TTFont(source / "material-symbols-rounded.woff2"), {"FILL": fill})
        font.flavor = None
        options = subset.Options()
        options.layout_features = []
        cutter = subset.Subsetter(options)
        cutter.populate(unicodes=codepoints.values())
        cutter.subset(font)
        font.save(target / f"MaterialSymbolsRounded-{name}.ttf")
    (target / "codepoints.json").write_text(json.dumps(codepoints, indent=1, sort_keys=True) + "\n")
    shutil.copy(source / "LICENSE", target / "LICENSE-MaterialSymbols.txt")


def _codepoints(path: Path) -> dict[str, int]:
    by_name: dict[str, int] = {}
    for codepoint, name in TTFont(path).getBestCmap().items():
        by_name.setdefault(name, codepoint)
    wanted = sorted({*HABIT_ICONS.split(), *SCREEN_ICONS.split()})
    missing = [name for name in wanted if name not in by_name]
    if missing:
        raise SystemExit(f"no such icons: {', '.join(missing)}")
    return {name: by_name[name] for name in wanted}


if __name__ == "__main__":
    folder = packages_folder(__doc__)
    copy_text_face(folder)
    copy_hand(folder)
    cut_icon_face(folder)
