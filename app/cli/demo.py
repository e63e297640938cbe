"""Loading the demo county, or a synthetic one of a given size."""

import click
from flask.cli import with_appcontext
from sqlalchemy import func, select

from app import db, schema
from app.cli.settings import settings
from app.demo.county import load_county
from app.demo.password import demo_password
from app.demo.synthetic import Size, load_synthetic
from app.files.shelf import Shelf
from app.people.models import Person


@click.command()
@click.option("--networks", type=click.IntRange(1, 500), help="How many networks a synthetic county has.")
@click.option("--people", type=click.IntRange(1, 20_000), default=400, show_default=True, help="How many people.")
@click.option("--meetings", type=click.IntRange(0, 50_000), default=2_000, show_default=True, help="How many meetings.")
@click.option("--seed", type=int, default=1, show_default=True, help="The same seed gives the same county.")
@with_appcontext
def demo(networks: int | None, people: int, meetings: int, seed: int) -> None:
    """Load the demo county, or a synthetic one of the given size; refuses a database that holds other data."""
    schema.upgrade(db.engine())
    if db.session.scalar(select(func.count()).select_from(Person)):
        raise click.ClickException("Databasen innehåller redan data. Demon läses bara in i en tom databas.")
    password = demo_password(settings().instance)
    if networks is None:
        shelf = Shelf(settings().instance / "files")
        load_county(password=password, host_name=settings().public_host, shelf=shelf)
    else:
        size = Size(networks=networks, people=people, meetings=meetings)
        load_synthetic(size, seed=seed, password=password, host_name=settings().public_host)
    db.session.commit()
    click.echo("Demon är inläst.")
