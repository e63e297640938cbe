"""Finding what stands on the pages that everyone may read."""

from sqlalchemy import select

from app import clock, db
from app.statements.kinds import Page
from app.statements.models import Statement
from app.statements.said import Said
from app.statements.shipped import SHIPPED_ON, shipped


def said_on(page: Page) -> Said:
    """Return what stands on a page: what was last saved, or what was shipped."""
    kept = db.session.scalars(select(Statement).where(Statement.page == page)).one_or_none()
    if kept is None:
        return Said(page, shipped(page), revision=0, changed_on=SHIPPED_ON)
    day = kept.changed_at.astimezone(clock.zone()).date()
    return Said(page, {**shipped(page), **kept.answers}, kept.revision, changed_on=day, changed_by=kept.changed_by)
