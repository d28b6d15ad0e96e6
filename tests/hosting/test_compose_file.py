"""What docker-compose.yml and the Dockerfiles promise, read without Docker."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.arch.sources import ROOT
from tests.hosting.composition import COMPOSE, FILLED, MissingVariableError, composition

SERVICES = composition(FILLED)["services"]
LASTING = [name for name, service in SERVICES.items() if service["restart"] != "no"]
OURS = [name for name, service in SERVICES.items() if service["image"] == "kith-server"]
OPTIONAL = {"KITH_METRICS_TOKEN", "SECRET_KEY_FALLBACKS"}
SMALL_MACHINE = 2000
"""Megabytes."""


def program(name: str) -> str:
    return str(Path(sys.executable).parent / name)


def test_it_is_what_compose_reads() -> None:
    command = [program("check-jsonschema"), "--builtin-schema", "vendor.compose-spec", str(COMPOSE)]
    checked = subprocess.run(command, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout


@pytest.mark.parametrize("dockerfile", ["Dockerfile", "deploy/proxy/Dockerfile"])
def test_the_images_are_built_as_one_should(dockerfile: str) -> None:
    checked = subprocess.run(
        [program("hadolint"), dockerfile], cwd=ROOT, capture_output=True, text=True, check=False
    )  # fmt: skip
    assert checked.returncode == 0, checked.stdout


@pytest.mark.parametrize("name", SERVICES)
def test_nothing_runs_as_root_or_may_more_than_it_needs(name: str) -> None:
    service = SERVICES[name]
    assert service["user"].split(":")[0] not in {"", "0", "root"}
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service.get("cap_add", []) == (["NET_BIND_SERVICE"] if name == "proxy" else [])
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert not service.get("privileged")
    assert "mem_limit" in service
    assert service["logging"]["options"]["max-size"]


@pytest.mark.parametrize("name", LASTING)
def test_what_lasts_is_watched_and_comes_back(name: str) -> None:
    service = SERVICES[name]
    assert service["restart"] == "unless-stopped"
    assert service["healthcheck"]["test"][0].startswith("CMD")
    assert service["stop_grace_period"]


def test_all_of_it_fits_a_small_machine() -> None:
    assert sum(int(SERVICES[name]["mem_limit"].removesuffix("m")) for name in LASTING) <= SMALL_MACHINE


def test_only_the_proxy_is_reached_from_outside() -> None:
    assert [name for name, service in SERVICES.items() if "ports" in service] == ["proxy"]
    for name in ("database", "redis", "beat", "migrate", "backup"):
        assert SERVICES[name]["networks"] == ["inside"]
    assert composition(FILLED)["networks"]["inside"] == {"internal": True}


def test_the_proxy_reads_photos_and_never_writes_them() -> None:
    mounts = {name: [mount for mount in service.get("volumes", []) if mount.startswith("photos:")]
              for name, service in SERVICES.items()}  # fmt: skip
    assert mounts["proxy"] == ["photos:/photos:ro"]
    assert {name for name, found in mounts.items() if found} == {"proxy", "web", "worker", "backup"}


def test_every_server_is_told_the_same() -> None:
    told = [{key: value for key, value in SERVICES[name]["environment"].items() if key != "KITH_PULSE_FILE"}
            for name in OURS]  # fmt: skip
    assert all(one == told[0] for one in told)
    assert told[0]["SECRET_KEY_FALLBACKS"] == FILLED["SECRET_KEY_FALLBACKS"]


def test_one_major_of_postgresql() -> None:
    (server,) = re.findall(r"postgres:(\d+)", SERVICES["database"]["image"])
    (client,) = re.findall(r"postgresql-client-(\d+)", (ROOT / "Dockerfile").read_text())
    debian = {"bookworm": "15"}
    (release,) = re.findall(r"python:3\.11-slim-(\w+)", (ROOT / "Dockerfile").read_text())
    assert server == client == debian[release], "what CI installs is what this Debian has"


@pytest.mark.parametrize("name", [name for name in FILLED if name not in OPTIONAL])
def test_a_forgotten_setting_is_said_before_anything_starts(name: str) -> None:
    with pytest.raises(MissingVariableError, match=name):
        composition(FILLED | {name: ""})


def test_the_example_names_every_setting_and_keeps_no_secret() -> None:
    example = dict(line.split("=", 1) for line in (ROOT / ".env.example").read_text().splitlines()
                   if line and not line.startswith("#"))  # fmt: skip
    assert set(FILLED) <= set(example)
    assert {
        example[name]
        for name in ("SECRET_KEY", "SECRET_KEY_FALLBACKS", "POSTGRES_PASSWORD", "KITH_METRICS_TOKEN", "EMAIL_URL")
    } == {""}


def test_commands_exist() -> None:
    """A command that is misspelt would be found on the day of the installation."""
    for name in OURS:
        assert shutil.which(SERVICES[name]["command"][0], path=str(Path(sys.executable).parent)), name


def test_the_build_takes_in_nothing_private() -> None:
    lines = (ROOT / ".dockerignore").read_text().splitlines()
    kept = {line.removeprefix("!") for line in lines if line.startswith("!")}
    assert "*" in lines
    assert kept == {"LICENSE", "manage.py", "requirements.lock", "server", "shared", "deploy", "mobile/assets"}


def copied(dockerfile: Path) -> Any:
    return re.findall(r"^COPY (?!--)(.+) \S+$", dockerfile.read_text(), re.M)


def test_what_the_image_copies_is_there() -> None:
    for sources in copied(ROOT / "Dockerfile"):
        for source in sources.split():
            assert (ROOT / source).exists(), source
