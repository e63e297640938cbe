"""What can happen to the pages that everyone may read: an administrator saves one."""

from collections.abc import Mapping

from sqlalchemy import select

from app import clock, db
from app.audit.actions import What, record
from app.people.models import Person
from app.statements.kinds import Page
from app.statements.models import Statement
from app.statements.rules import must_hold_together
from app.turns import Names, wait_for_turn
from app.wording import N_, Refusal


class SavedMeanwhile(Refusal):
    """Another administrator has saved the page since it was opened."""


def save(page: Page, answers: Mapping[str, str], *, by: Person, seen: int) -> Statement:
    """Save a page whole. seen is the revision that the writer began from, 0 for what was shipped.

    Saving without a change is worth something too: it says that the page was gone through today.
    Raises SavedMeanwhile, ShortcomingsMissing, ShortcomingsLeft or NotYetAssessed.
    """
    must_hold_together(page, answers)
    wait_for_turn(Names.STATEMENTS)
    found = select(Statement).where(Statement.page == page).execution_options(populate_existing=True)
    kept = db.session.scalars(found).one_or_none() or Statement(page=page, revision=0)
    if seen != kept.revision:
        raise SavedMeanwhile(
            N_("Någon annan sparade medan du skrev. Ditt står kvar: för in det du vill ha av det andra och spara igen.")
        )
    kept.answers, kept.revision = dict(answers), kept.revision + 1
    kept.changed_at, kept.changed_by = clock.now(), by.name
    db.session.add(kept)
    db.session.flush()
    record(What.STATEMENT_CHANGED, by=(by.id, by.name), subject=page.label, version=kept.revision)
    return kept
