"""The workflow that builds the package elsewhere: its form, and that it says it was never run here."""

import subprocess
import sys
from pathlib import Path

import yaml

from tests.packaging.sources import ROOT

WORKFLOW = ROOT / ".github" / "workflows" / "android.yml"


def test_it_has_the_form_of_a_workflow_and_says_what_it_is() -> None:
    checker = Path(sys.executable).with_name("check-jsonschema")
    told = subprocess.run(
        [checker, "--builtin-schema", "vendor.github-workflows", WORKFLOW], capture_output=True, text=True, check=False
    )  # fmt: skip
    assert told.returncode == 0, told.stdout
    assert WORKFLOW.read_text().startswith("# Never run here")


def test_it_is_started_by_hand_and_may_only_read() -> None:
    workflow = yaml.safe_load(WORKFLOW.read_text())
    # YAML reads the word "on" as true.
    assert list(workflow[True]) == ["workflow_dispatch"]
    assert workflow["permissions"] == {"contents": "read"}
    runs = [step["run"] for step in workflow["jobs"]["package"]["steps"] if "run" in step]
    assert not any("${{" in run for run in runs)
    assert any("python -m tools.android.tree" in run for run in runs)
