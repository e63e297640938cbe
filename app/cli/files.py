"""Going through the files: is each there, and as it was kept? After a backup was put back, for instance."""

import click
from flask.cli import with_appcontext

from app.cli.settings import settings
from app.files.queries import not_as_kept
from app.files.shelf import Shelf


@click.command("files-check")
@with_appcontext
def files_check() -> None:
    """Say which files are missing on disk, or hold something else than what was kept; fail if there are any."""
    found = list(not_as_kept(Shelf(settings().instance / "files")))
    for stored, is_missing in found:
        click.echo(f"{stored.id} {stored.name}: {'saknas' if is_missing else 'är ändrad'}")
    click.echo("Alla filer är som de sparades." if not found else f"{len(found)} filer är inte som de sparades.")
    if found:
        raise SystemExit(1)
