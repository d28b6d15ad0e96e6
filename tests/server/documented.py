"""Every answer that any test gets through a door is one the committed schema names: its status, and its code."""

import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from django.urls import Resolver404

SCHEMA = Path(__file__).resolve().parents[2] / "schema.yml"
PLACE = re.compile(r"<(?:\w+:)?(\w+)>")


def assert_documented(method: str, answer: Any) -> None:
    """Methods that a path does not offer (405) and paths nobody has are not in the schema."""
    try:
        path = "/" + PLACE.sub(r"{\1}", answer.resolver_match.route)
    except Resolver404:
        return
    operation = _schema()["paths"].get(path, {}).get(method)
    if operation is None or answer.status_code >= 500:
        return
    assert str(answer.status_code) in operation["responses"], f"{method} {path} answers {answer.status_code}"
    if answer.status_code >= 400:
        code, known = answer.json()["code"], _codes(operation["responses"][str(answer.status_code)])
        assert code in known, f"{method} {path} answers {answer.status_code} {code}, the schema knows {known}"


def _codes(response: dict[str, Any]) -> list[str]:
    if "$ref" in response:
        response = _schema()["components"]["responses"][response["$ref"].rpartition("/")[2]]
    _, own = response["content"]["application/problem+json"]["schema"]["allOf"]
    return list(own["properties"]["code"]["enum"])


@cache
def _schema() -> dict[str, Any]:
    return dict(yaml.safe_load(SCHEMA.read_text()))
