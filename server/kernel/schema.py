"""What drf-spectacular cannot see: every call may be refused, always in the same shape."""

from typing import Any

from shared.codes import Code

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
REFUSAL = {
    "description": "Refused, or (429) to be asked again later",
    "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
}


def describe_problems(result: dict[str, Any], **_: Any) -> dict[str, Any]:
    """Add the problem to the components, and to every operation as what any 4xx says."""
    result.setdefault("components", {}).setdefault("schemas", {})["Problem"] = PROBLEM
    for path in result["paths"].values():
        for operation in path.values():
            operation["responses"].setdefault("4XX", REFUSAL)
    return result
