"""A real installation: its tables, its organisation and its first administrator."""

import click
from flask.cli import with_appcontext
from sqlalchemy import func, select

from app import db, schema
from app.accounts.invitations import invite
from app.cli.settings import settings
from app.organisation.models import Organisation
from app.people.addresses import address_mistake, clean_address
from app.people.models import Person


@click.command()
@click.option("--name", prompt="Administratörens namn", help="The first administrator's name.")
@click.option("--email", prompt="Administratörens e-post", help="The first administrator's address.")
@click.option("--organisation", default="Biblioteksutveckling", show_default=True, help="Whose intranet it is.")
@with_appcontext
def init(name: str, email: str, organisation: str) -> None:
    """Start a real installation, with no demo data."""
    schema.upgrade(db.engine())
    if db.session.scalar(select(func.count()).select_from(Person)):
        raise click.ClickException("Databasen har redan personer. Ingenting är ändrat.")
    address = clean_address(email)
    mistake = address_mistake(address)
    if mistake is not None:
        raise click.ClickException(str(mistake))
    given, _, family = name.strip().rpartition(" ")
    names = (given, family) if given else (family, "")
    person = Person(given_name=names[0], family_name=names[1], email=address, is_administrator=True)
    db.session.add_all([Organisation(name=organisation, contact_email=address), person])
    db.session.flush()
    token = invite(person, by=person)
    db.session.commit()
    click.echo("Installationen är klar. Öppna länken inom 14 dagar och välj lösenord:")
    click.echo(f"  {settings().base_url}/welcome/{token}")
