"""The manifest's pieces, the icons and the folder that buildozer packs."""

import argparse
import os
import subprocess
import sys
from configparser import ConfigParser
from pathlib import Path
from xml.etree import ElementTree

import pytest
from django.urls import resolve
from PIL import Image

from mobile.device.android import lending
from mobile.packaging import hook
from tests.packaging.sources import ANDROID, PACKAGING, ROOT
from tools.android.tree import host_name, lay_out

NAMES = 'xmlns:android="http://schemas.android.com/apk/res/android"'
OF = "{http://schemas.android.com/apk/res/android}"
PIECES = (PACKAGING / "manifest_application.xml").read_text()
ALLOWED = {
    "mobile", "shared", "httpx", "httpcore", "h11", "anyio", "idna", "certifi", "PIL", "tzdata", "typing_extensions",
    "sniffio",
}  # fmt: skip
HTTPX_TRIES = {
    "click",
    "rich",
    "pygments",
    "markdown_it",
    "mdurl",
    "brotli",
    "brotlicffi",
    "zstandard",
    "h2",
    "socksio",
}
"""What httpx uses where it happens to be installed, and does without."""
DESKTOP_TRIES = {"zxingcpp"}
"""What a desktop has and a phone does without; it was imported only because it is installed here."""


def parsed(pieces: str) -> ElementTree.Element:
    return ElementTree.fromstring(f"<all {NAMES}>{pieces}</all>")


def names(element: ElementTree.Element, tag: str) -> set[str]:
    return {one.attrib[f"{OF}name"] for one in element.iter(tag)}


# The manifest
def test_the_receiver_hears_everything_after_which_alarms_are_gone() -> None:
    (receiver,) = parsed(PIECES).findall("receiver")
    assert receiver.attrib[f"{OF}exported"] == "false"
    heard = {name.rpartition(".")[2] for name in names(receiver, "action")}
    assert heard == {
        "BOOT_COMPLETED", "MY_PACKAGE_REPLACED", "TIMEZONE_CHANGED", "TIME_SET",
        "SCHEDULE_EXACT_ALARM_PERMISSION_STATE_CHANGED",
    }  # fmt: skip
    java = receiver.attrib[f"{OF}name"].replace(".", "/")
    assert (PACKAGING / "java" / f"{java}.java").is_file()


def test_the_provider_lends_one_folder_to_whom_it_is_granted() -> None:
    (provider,) = parsed(PIECES).findall("provider")
    assert (provider.attrib[f"{OF}exported"], provider.attrib[f"{OF}grantUriPermissions"]) == ("false", "true")
    spec = ConfigParser()
    spec.read(PACKAGING / "buildozer.spec")
    package = f"{spec['app']['package.domain']}.{spec['app']['package.name']}"
    assert provider.attrib[f"{OF}authorities"] == f"{package}{lending.FILES}"
    (paths,) = provider.findall("meta-data")
    named = paths.attrib[f"{OF}resource"].removeprefix("@xml/")
    lent = ElementTree.parse(PACKAGING / "res" / "xml" / f"{named}.xml").getroot()
    assert [(one.tag, one.attrib["path"]) for one in lent] == [("files-path", f"{lending.FOLDER}/")]


def test_links_open_at_the_path_where_invitations_stand() -> None:
    (link,) = parsed((PACKAGING / "intent_filters.xml").read_text()).findall("intent-filter")
    (path,) = [data.attrib[f"{OF}pathPrefix"] for data in link.iter("data") if f"{OF}pathPrefix" in data.attrib]
    assert resolve(f"{path}abc").kwargs == {"token": "abc"}
    assert names(link, "category") == {"android.intent.category.DEFAULT", "android.intent.category.BROWSABLE"}
    assert link.attrib[f"{OF}autoVerify"] == "true"


def test_the_hook_puts_them_into_the_application_once() -> None:
    manifest = f"<manifest {NAMES}><application><activity/></application></manifest>"
    whole = hook.with_pieces(manifest, PIECES)
    application = ElementTree.fromstring(whole).find("application")
    assert application is not None
    assert [one.tag for one in application] == ["activity", "receiver", "provider"]
    assert hook.with_pieces(whole, PIECES) == whole
    with pytest.raises(ValueError, match="template has changed"):
        hook.with_pieces("<manifest/>", PIECES)


def test_the_hook_finds_the_manifest_where_it_is_written(tmp_path: Path) -> None:
    written = tmp_path / "src" / "main" / "AndroidManifest.xml"
    written.parent.mkdir(parents=True)
    written.write_text(f"<manifest {NAMES}><application></application></manifest>")
    run = "import runpy, sys; runpy.run_path(sys.argv[1])['after_apk_build'](None)"
    subprocess.run([sys.executable, "-I", "-c", run, PACKAGING / "hook.py"], cwd=tmp_path, check=True)
    assert "AlarmReceiver" in written.read_text()


# Pictures
@pytest.mark.parametrize(
    ("name", "size"),
    [("icons/icon.png", 512), ("icons/foreground.png", 432), ("icons/background.png", 432),
     ("icons/presplash.png", 768), ("res/drawable-xxxhdpi/kith_notice.png", 96)],
)  # fmt: skip
def test_icons_have_the_sizes_android_wants(name: str, size: int) -> None:
    with Image.open(PACKAGING / name) as picture:
        assert picture.size == (size, size)
    assert (PACKAGING / name).stat().st_size < 60_000


def test_what_may_be_cut_off_holds_nothing() -> None:
    with Image.open(PACKAGING / "icons" / "foreground.png") as picture:
        drawn = picture.getchannel("A").getbbox()
    with Image.open(PACKAGING / "icons" / "background.png") as picture:
        assert picture.mode == "RGB"
    # The middle 66 of 108 dp are never cut.
    assert drawn is not None
    assert min(drawn[:2]) >= 432 * 21 / 108
    assert max(drawn[2:]) <= 432 * 87 / 108


def test_a_notice_s_sign_is_white_and_nothing() -> None:
    with Image.open(PACKAGING / "res" / "drawable-xxxhdpi" / "kith_notice.png") as picture:
        colours = picture.convert("RGBA").getcolors(96 * 96) or []
    assert {colour[:3] for _, colour in colours if colour[3] > 200} == {(255, 255, 255)}


# What is packed
@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("android")
    lay_out(folder, "kith.example.org")
    return folder


def test_the_package_talks_to_the_host_whose_links_open_it(tree: Path) -> None:
    spec = ConfigParser()
    spec.read(tree / "buildozer.spec")
    assert spec["app"]["android.manifest_placeholders"] == '[kithHost:"kith.example.org"]'
    assert "${kithHost}" in (tree / "packaging" / "intent_filters.xml").read_text()
    for key in ("p4a.hook", "icon.filename", "android.add_src", "android.manifest.intent_filters"):
        assert (tree / spec["app"][key]).exists(), key
    assert not (tree / "app" / "mobile" / "packaging").exists()


@pytest.mark.parametrize("host", ["https://kith.example", "kith.example:8000", "kith", 'a.b"];evil', "kith.example/i"])
def test_a_host_is_a_host(host: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError):
        host_name(host)
    assert host_name("kith.example") == "kith.example"


def test_the_launcher_starts_the_app_with_its_server(tree: Path, tmp_path: Path) -> None:
    stage = tmp_path / "app"
    (stage / "mobile").mkdir(parents=True)
    (stage / "mobile" / "__init__.py").touch()
    (stage / "mobile" / "main.py").write_text("import os\ndef main(): print(os.environ['KITH_SERVER'])\n")
    (stage / "main.py").write_text((tree / "app" / "main.py").read_text())
    plain = {key: value for key, value in os.environ.items() if not key.startswith(("KITH_", "KIVY_"))}
    done = subprocess.run([sys.executable, "main.py"], cwd=stage, env=plain, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "https://kith.example.org"


def test_what_is_packed_needs_nothing_that_is_not(tree: Path) -> None:
    """Below the screens, which need Kivy: everything is really imported, as optimised as on a phone."""
    modules = [
        ".".join(path.relative_to(tree / "app").with_suffix("").parts)
        for package in ("mobile", "shared") for path in sorted((tree / "app" / package).rglob("*.py"))
        if "ui" not in path.parts and path.name != "main.py" and path.stem != "__init__"
    ]  # fmt: skip
    run = (
        "import sys, importlib; sys.path.insert(0, sys.argv[1]); before = set(sys.modules)\n"
        "for name in sys.argv[2:]: importlib.import_module(name)\n"
        "print(*{name.partition('.')[0] for name in set(sys.modules) - before})"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-OO", "-c", run, tree / "app", *modules], capture_output=True, text=True, check=True
    )  # fmt: skip
    # Python's own notes about how it was built go by a name of their own.
    loaded = {name for name in done.stdout.split() if not name.startswith("_")} - sys.stdlib_module_names
    assert loaded - ALLOWED - HTTPX_TRIES - DESKTOP_TRIES == set()
    assert loaded >= {"mobile", "shared", "httpx", "PIL"}


def test_jnius_is_named_in_one_module() -> None:
    trees = {path for path in (ROOT / "mobile").rglob("*.py") if "import_module" in path.read_text()}
    assert trees == {ANDROID / "platform.py", ROOT / "mobile" / "later.py"}
    assert [path for path in trees if '"jnius"' in path.read_text()] == [ANDROID / "platform.py"]
