"""The repository stands alone: locks name no address, nothing names a machine."""

import re
import subprocess

from tests.arch.sources import ROOT


def _tracked() -> list[str]:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
    return listed.stdout.splitlines()


def test_locks_are_hashed_and_name_no_address() -> None:
    locks = sorted(ROOT.glob("requirements*.lock"))
    assert len(locks) == 4
    for lock in locks:
        text = lock.read_text()
        assert not re.search(r"(https?|file)://", text), lock.name
        assert "--hash=sha256:" in text, lock.name


def test_no_tracked_file_is_large() -> None:
    large = [name for name in _tracked() if (ROOT / name).is_file() and (ROOT / name).stat().st_size > 1_000_000]
    assert large == []


def test_no_tracked_text_names_a_home_or_a_machine() -> None:
    pattern = re.compile(r"(?<![A-Za-z0-9_.])/(?:root|home/[a-z]+|Users/[A-Za-z]+)/")
    named = [name for name in _tracked() if name.endswith((".py", ".md", ".toml", ".yml", "Makefile", "run"))
             and (ROOT / name).is_file() and pattern.search((ROOT / name).read_text())]  # fmt: skip
    assert named == []
