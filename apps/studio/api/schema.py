"""What the OpenAPI schema says beyond the views: how every operation refuses."""

from typing import Any

ERROR = {
    "type": "object",
    "required": ["code", "message", "advice"],
    "properties": {
        "code": {"type": "string", "description": "stays the same; for programs"},
        "message": {"type": "string", "description": "what happened; for people"},
        "advice": {"type": "string", "description": "what to do about it"},
        "localized": {
            "type": "object",
            "properties": {"message": {"type": "string"}, "advice": {"type": "string"}},
            "description": "message and advice in the language of Accept-Language",
        },
        "fields": {
            "type": "object",
            "additionalProperties": True,
            "description": "with code `invalid`: what is wrong, by field",
        },
    },
}
ANSWER = {
    "description": "Refused.",
    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}},
}
METHODS = {"get", "post", "patch", "put", "delete"}


def tell_refusals(result: dict[str, Any], **_: Any) -> dict[str, Any]:
    """Give every operation the one answer by which all of them refuse."""
    result.setdefault("components", {}).setdefault("schemas", {})["Error"] = ERROR
    for path in result["paths"].values():
        for method in METHODS & path.keys():
            path[method]["responses"]["default"] = ANSWER
    return result
