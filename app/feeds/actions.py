"""What can happen to a calendar link: it is made, used, renewed and revoked."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import func, select, update

from app import clock, db
from app.audit.actions import What, record
from app.feeds.models import Feed, FeedScope
from app.networks.models import Network
from app.people.models import Person
from app.swedish import slug
from app.tokens import hash_token, new_token
from app.wording import N_, Refusal

MOST = 20


class TooManyLinks(Refusal):
    """Nobody needs more links than this."""


class AlreadyMade(Refusal):
    """The same form was sent once before."""


class IsRevoked(Refusal):
    """A revoked link is gone."""


def make(
    person: Person, *, name: str, networks: Sequence[Network] | None, with_cancelled: bool, feed_id: UUID | None = None
) -> tuple[Feed, str]:
    """Make a link to the networks, or to whichever the person belongs to (None), and return it with its secret.

    The secret is told this once. feed_id: the form's own, so that a form sent twice makes one link. Raises TooManyLinks
    and AlreadyMade.
    """
    _wait_turn(person)
    if feed_id is not None and db.session.get(Feed, feed_id) is not None:
        raise AlreadyMade(N_("Länken är redan skapad, och adressen visas bara en gång. Gör en ny länk om du behöver."))
    if _how_many(person) >= MOST:
        raise TooManyLinks(
            N_("Du har redan %(most)s kalenderlänkar. Avsluta först en som du inte använder."), most=MOST
        )
    token = new_token()
    feed = Feed(
        id=feed_id or uuid4(), person=person, name=name, slug=slug(name), token_hash=hash_token(token),
        scope=FeedScope.MINE if networks is None else FeedScope.CHOSEN, with_cancelled=with_cancelled,
    )  # fmt: skip
    feed.networks = list(networks or ())
    db.session.add(feed)
    db.session.flush()
    _log(What.FEED_MADE, feed, person)
    return feed, token


def revoke(feed: Feed, *, by: Person) -> None:
    """Let the link end at once: whoever has it is told that it is gone. Twice is as once."""
    if feed.revoked_at is None:
        feed.revoked_at = clock.now()
        db.session.flush()
        _log(What.FEED_REVOKED, feed, by)


def renew(feed: Feed, *, by: Person) -> tuple[Feed, str]:
    """Make another link to the same, with a secret of its own, and revoke the old one. Raises IsRevoked."""
    _wait_turn(by)
    db.session.refresh(feed)
    if feed.revoked_at is not None:
        raise IsRevoked(N_("Länken är redan avslutad. Skapa en ny i stället."))
    revoke(feed, by=by)
    networks = None if feed.scope is FeedScope.MINE else feed.networks
    return make(by, name=feed.name, networks=networks, with_cancelled=feed.with_cancelled)


def note_used(feed_id: UUID, *, program: str, at: datetime) -> None:
    """Note that a program has fetched the feed, in a transaction of its own."""
    with db.apart() as own:
        own.execute(update(Feed).where(Feed.id == feed_id).values(used_at=at, used_by=program))


def _wait_turn(person: Person) -> None:
    """Let two windows of the same person make links one after the other."""
    db.session.execute(select(Person.id).where(Person.id == person.id).with_for_update())


def _how_many(person: Person) -> int:
    live = select(func.count()).select_from(Feed).where(Feed.person_id == person.id, Feed.revoked_at.is_(None))
    return db.session.scalars(live).one()


def _log(what: What, feed: Feed, by: Person) -> None:
    record(what, by=(by.id, by.name), subject=feed.name, subject_id=feed.id)
