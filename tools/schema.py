"""Writes schema.yml, the API's description, from the code; with --check, says whether the committed one is current."""

import os
import sys
from io import StringIO
from pathlib import Path

import django
from django.core.management import call_command

SCHEMA = Path(__file__).resolve().parents[1] / "schema.yml"


def describe() -> str:
    """The API's OpenAPI description as YAML. A warning from the generator is an error."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "server.project.settings")
    django.setup()
    out = StringIO()
    call_command("spectacular", validate=True, fail_on_warn=True, stdout=out)
    return out.getvalue()


def main() -> int:
    text = describe()
    if "--check" not in sys.argv:
        SCHEMA.write_text(text)
        return 0
    if SCHEMA.read_text() != text:
        print("schema.yml is not current: run `make schema` and commit it")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
