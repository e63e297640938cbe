"""Commands, each a thin door to an action."""

from importlib import import_module

import click
from flask import Flask
from flask.cli import AppGroup

DOORS = {
    "init": ("init", "init"),
    "demo": ("demo", "demo"),
    "import": ("imports", "imports"),
    "worker": ("worker", "worker"),
    "files-check": ("files", "files_check"),
}
"""Each command's name, and where it is: its module here and what it is called there."""


class Commands(AppGroup):
    """Our commands, read when one is meant: a server needs neither the demo county nor the readers of files."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands."""
        return sorted({*super().list_commands(ctx), *DOORS})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of that name, if there is one."""
        if cmd_name not in DOORS:
            return super().get_command(ctx, cmd_name)
        module, name = DOORS[cmd_name]
        command: click.Command = getattr(import_module(f"app.cli.{module}"), name)
        return command


def install(app: Flask) -> None:
    """Add our commands to `flask --app wsgi`."""
    app.cli = Commands(app.name)
