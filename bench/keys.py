"""What the benchmark needs to reach the county: a feed of everything, a meeting, a signed-in cookie, some pages."""

from sqlalchemy import select

from app import create_app, db
from app.accounts.sign_ins import begin_sign_in
from app.feeds.actions import make
from app.meetings.models import AgendaItem
from app.occasions.models import Occasion
from app.people.models import Person


def main() -> None:
    app = create_app()
    with app.app_context():
        member, coordinator = (_person(name) for name in ("medlem", "samordnare"))
        feed, token = make(member, name="Alla möten", networks=None, with_cancelled=True)
        db.session.flush()
        print(f"/feeds/{token}/{feed.slug}.ics")
        ahead = (
            select(Occasion).where(Occasion.id.in_(select(AgendaItem.meeting_id))).order_by(Occasion.starts_at.desc())
        )
        occasion = db.session.scalars(ahead.limit(1)).one()
        print(occasion.path)
        print(_cookie(app, begin_sign_in(coordinator)))
        slug = occasion.lead.slug
        past = db.session.scalars(select(Occasion).order_by(Occasion.starts_at).limit(1)).one()
        network = f"/networks/{slug}"
        pages = ("/", "/networks", network, f"{network}/members", f"{network}/meetings", "/calendar", "/actions",
                 "/decisions", "/people", f"{past.path}/minutes")  # fmt: skip
        print("\n".join(pages))
        db.session.commit()


def _person(name: str) -> Person:
    return db.session.scalars(select(Person).where(Person.email == f"{name}@knutpunkt.example")).one()


def _cookie(app: object, token: str) -> str:
    """The session cookie of somebody who has just signed in."""
    from flask.sessions import SecureCookieSessionInterface

    serializer = SecureCookieSessionInterface().get_signing_serializer(app)  # type: ignore[arg-type]
    assert serializer is not None
    return f"knutpunkt={serializer.dumps({'_user_id': token, '_fresh': True, 'csrf_token': '0' * 40})}"


if __name__ == "__main__":
    main()
