"""Called by python-for-android: it writes the manifest from a template that has no room for receivers and providers.

Stands alone: it is loaded by its path, where Kith can't be imported.
"""

from pathlib import Path

ENDS = "</application>"
PIECES = "manifest_application.xml"


def after_apk_build(_toolchain: object) -> None:
    """The manifest is written and Gradle hasn't read it yet; the working folder is the distribution's."""
    pieces = (Path(__file__).parent / PIECES).read_text()
    manifest = Path("src/main/AndroidManifest.xml")
    manifest.write_text(with_pieces(manifest.read_text(), pieces))


def with_pieces(manifest: str, pieces: str) -> str:
    """The manifest with our receiver and provider; one that has them already stays as it is."""
    if pieces in manifest:
        return manifest
    before, ends, after = manifest.rpartition(ENDS)
    if not ends:
        raise ValueError("This manifest has no application: python-for-android's template has changed.")
    return f"{before}{pieces}{ends}{after}"
