"""The benchmark still runs: one round of each figure, on little data. How fast it was is nobody's business here."""

import json
import subprocess
import sys
from pathlib import Path

from tests.arch.sources import ROOT
from tools.stage import offscreen_environment


def test_every_figure_is_measured_and_printed(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bench", "--only", "app", "--rounds", "1", "--out", str(tmp_path)],
        env=offscreen_environment() | {"SCALE": "small"}, cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    names = {line.split()[1] for line in done.stdout.splitlines() if line.startswith("bench ")}
    assert names == {
        "app_first_frame_vs_bare_kivy", "app_scroll_fps_vs_bare_list", "app_memory_vs_bare_list",
        "today_from_store_vs_select",
    }  # fmt: skip
    told = json.loads((tmp_path / "app.json").read_text())
    assert {one["name"] for one in told} == names
    assert all(one["min"] <= one["median"] <= one["max"] for one in told)
