"""Letters as their readers get them, for tests of what they say."""

from types import SimpleNamespace

from sqlalchemy import select

from app import db
from app.mail.kinds import Kind
from app.mail.letters import Errand, Letter, write
from app.mail.models import Posted
from app.mail.outbox import Receiver


def letter(world: SimpleNamespace, kind: Kind) -> Letter | None:
    """Write the only letter of a kind, as the worker would."""
    db.session.remove()
    posted = db.session.scalars(select(Posted).where(Posted.kind == kind)).one()
    receiver = Receiver(posted.person_id, posted.email, posted.name)
    errand = Errand(kind, receiver, posted.about, posted.network_id, "secret", "http://knutpunkt.example")
    with world.app.test_request_context():
        return write(errand)


def said(world: SimpleNamespace, kind: Kind) -> str:
    """Return all that the only letter of a kind says, part by part."""
    found = letter(world, kind)
    assert found is not None
    facts = [f"{name}: {value}" for name, value in found.facts]
    button = [found.button.label, found.button.url] if found.button else []
    text = " | ".join([found.subject, *found.paragraphs, found.quote, *facts, *button, found.why])
    return text.replace("\N{NO-BREAK SPACE}", " ")
