"""How templates are read: Flask's own way, with less to do for what a page does hundreds of times."""

from collections.abc import Callable, MutableMapping
from types import FunctionType, MethodType
from typing import Any

from flask import Flask
from flask import templating as flask_templating
from jinja2.runtime import Context as JinjaContext

_PLAIN = (FunctionType, MethodType)


def install(app: Flask) -> None:
    """Read this application's templates so. Before anybody asks for its jinja_env."""
    app.jinja_environment = Environment


class Context(JinjaContext):
    """Calls a plain function at once."""

    def call(self, obj: Callable[..., Any], /, *arguments: Any, **named: Any) -> Any:
        """Call what a template calls. Jinja looks twice whether it asks for the context; no plain function does."""
        if type(obj) not in _PLAIN or hasattr(obj, "jinja_pass_arg"):
            return super().call(obj, *arguments, **named)
        named.pop("_loop_vars", None)
        named.pop("_block_vars", None)
        return obj(*arguments, **named)


class Environment(flask_templating.Environment):
    """The globals themselves where a template has none of its own.

    Jinja wraps them in a ChainMap, which every import and include of a page then looks through: 4 % of a page.
    """

    context_class = Context

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return what a template knows without being told."""
        return super().make_globals(d) if d else self.globals
