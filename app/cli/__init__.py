"""Commands, each a thin door to an action."""

from flask import Flask


def install(app: Flask) -> None:
    """Add our commands to `flask --app wsgi`."""
    from app.cli.demo import demo
    from app.cli.files import files_check
    from app.cli.imports import imports
    from app.cli.init import init
    from app.cli.worker import worker

    for command in (init, demo, imports, worker, files_check):
        app.cli.add_command(command)
