"""What drf-spectacular cannot see: how a call may be refused, always in the same shape, and with which codes."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from drf_spectacular.utils import OpenApiParameter

from server.kernel.problems import CONTENT_TYPE, STATUS
from shared.codes import SENTENCES, Code

REFUSES = "x-refuses"
PROBLEM = {
    "type": "object",
    "description": "Why a request was refused, in one code for programs and in words for people (RFC 9457).",
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "code": {"type": "string", "enum": [code.value for code in Code]},
        "fields": {"type": "object", "additionalProperties": {}, "description": "What is wrong, by field."},
    },
    "required": ["type", "title", "status", "detail", "code"],
}
ALWAYS = (Code.INVALID, Code.TOO_MANY)
WITH_BODY = (Code.TOO_LARGE, Code.UNSUPPORTED)
PLAIN = (*ALWAYS, *WITH_BODY, Code.NOT_AUTHENTICATED, Code.NOT_FOUND, Code.UNAVAILABLE)
"""Refusals that stand alone in most answers: described once."""
UUID7 = "^[0-9a-d][0-9a-f]{7}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"


def refuses(*codes: Code) -> dict[str, Any]:
    """For `extend_schema`: what this call may refuse besides what every call may."""
    return {"extensions": {REFUSES: codes}}


def made_by_phone(name: str) -> OpenApiParameter:
    """An id in a path that the phone made: a UUIDv7."""
    schema = {"type": "string", "format": "uuid", "pattern": UUID7}
    return OpenApiParameter(name, schema, OpenApiParameter.PATH, description="A UUIDv7 made by the phone")


def describe_problems(result: dict[str, Any], **_: Any) -> dict[str, Any]:
    """Add the problem to the components, and to every operation each status it may refuse with, codes included."""
    components = result.setdefault("components", {})
    components.setdefault("schemas", {})["Problem"] = PROBLEM
    components["responses"] = {_named(code): _answer([code]) for code in PLAIN}
    for path in result["paths"].values():
        for method, operation in path.items():
            operation["responses"] |= _refusals(method, operation)
            _demand_body(operation, components["schemas"])
    return result


def _demand_body(operation: dict[str, Any], schemas: dict[str, Any]) -> None:
    """Say that a body must be sent where one of several shapes is: drf-spectacular says so of a single shape only."""
    for media in operation.get("requestBody", {}).get("content", {}).values():
        shapes = [_named_in(schemas, shape) for shape in _named_in(schemas, media["schema"]).get("oneOf", ())]
        if shapes and all(shape.get("required") for shape in shapes):
            operation["requestBody"]["required"] = True


def _named_in(schemas: dict[str, Any], shape: dict[str, Any]) -> dict[str, Any]:
    """The shape itself, or the component it refers to."""
    name = shape.get("$ref", "").rpartition("/")[2]
    return dict(schemas[name]) if name else shape


def _refusals(method: str, operation: dict[str, Any]) -> dict[str, Any]:
    by_status: dict[str, list[Code]] = defaultdict(list)
    for code in sorted({*_of_any(method, operation), *operation.pop(REFUSES, ())}):
        by_status[str(STATUS.get(code, 422))].append(code)
    refusals = {status: _said(codes) for status, codes in sorted(by_status.items())}
    return refusals | {"5XX": _said([Code.UNAVAILABLE])}


def _of_any(method: str, operation: dict[str, Any]) -> Iterable[Code]:
    """What follows from the call itself: it needs somebody signed in, writes, names something, has a body."""
    yield from ALWAYS
    if any(operation.get("security", ())):
        yield Code.NOT_AUTHENTICATED
        if method != "get":
            yield Code.TERMS_TO_ACCEPT
    if "requestBody" in operation:
        yield from WITH_BODY
    if "requestBody" in operation or any(one["in"] == "path" for one in operation.get("parameters", ())):
        yield Code.NOT_FOUND


def _said(codes: list[Code]) -> dict[str, Any]:
    if len(codes) == 1 and codes[0] in PLAIN:
        return {"$ref": f"#/components/responses/{_named(codes[0])}"}
    return _answer(codes)


def _answer(codes: list[Code]) -> dict[str, Any]:
    code = {"type": "object", "properties": {"code": {"type": "string", "enum": [code.value for code in codes]}}}
    problem = {"allOf": [{"$ref": "#/components/schemas/Problem"}, code]}
    sentences = " / ".join(SENTENCES[code] for code in codes)
    return {"description": sentences, "content": {CONTENT_TYPE: {"schema": problem}}}


def _named(code: Code) -> str:
    return code.value.title().replace("_", "")
