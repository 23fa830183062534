"""The API's description of itself, for those who are logged in and for the client that is generated from it."""

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from parley.api.models import content

MESSAGE_TYPES = ("Content", "SendableContent")


def install(app: FastAPI) -> None:
    """Answer it at /api/openapi.json, with the core's message types in it."""

    def described() -> dict[str, Any]:
        if app.openapi_schema is None:
            schema = get_openapi(title=app.title, version=app.version, routes=app.routes)
            schema = _with_references(schema)
            schema["components"]["schemas"] |= content.schemas()
            app.openapi_schema = schema
        return app.openapi_schema

    app.openapi = described  # type: ignore[method-assign]

    @app.get("/api/openapi.json", include_in_schema=False)
    async def openapi() -> dict[str, Any]:
        """The OpenAPI document."""
        return app.openapi()


def _with_references(node: Any) -> Any:
    """A field that is titled as one of the message types becomes a reference to it."""
    if isinstance(node, dict):
        if node.get("type") == "object" and node.get("title") in MESSAGE_TYPES:
            return {"$ref": f"#/components/schemas/{node['title']}"}
        return {key: _with_references(value) for key, value in node.items()}
    if isinstance(node, list):
        return [_with_references(each) for each in node]
    return node
