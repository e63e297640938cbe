"""Writing in the log, in the same transaction as what it tells of."""

from enum import StrEnum
from uuid import UUID

from app import db
from app.audit.models import AuditEntry
from app.wording import N_


class What(StrEnum):
    """What the log knows to tell of."""

    SIGNED_IN = "signed-in"
    SIGN_IN_REFUSED = "sign-in-refused"
    SIGNED_OUT = "signed-out"
    PASSWORD_CHANGED = "password-changed"  # noqa: S105 - a word, not a password
    RESET_ASKED = "reset-asked"
    INVITED = "invited"
    ACCOUNT_OPENED = "account-opened"
    ACCOUNT_CLOSED = "account-closed"
    PEOPLE_MERGED = "people-merged"
    ADMINISTRATOR_CHANGED = "administrator-changed"
    MANAGER_CHANGED = "manager-changed"
    MEMBERSHIP_CHANGED = "membership-changed"
    HANDED_OVER = "handed-over"
    NETWORK_CHANGED = "network-changed"
    MEETING_CALLED = "meeting-called"
    MEETING_CANCELLED = "meeting-cancelled"
    MINUTES_PUBLISHED = "minutes-published"
    FEED_MADE = "feed-made"
    FEED_REVOKED = "feed-revoked"
    IMPORTED = "imported"
    EXPORTED = "exported"
    STATEMENT_CHANGED = "statement-changed"
    MAIL_CHANGED = "mail-changed"
    REFUSED = "refused"

    @property
    def label(self) -> str:
        """What the log page calls it."""
        return _LABELS[self]


_LABELS = {
    What.SIGNED_IN: N_("Loggade in"),
    What.SIGN_IN_REFUSED: N_("Inloggning nekades"),
    What.SIGNED_OUT: N_("Loggade ut"),
    What.PASSWORD_CHANGED: N_("Bytte lösenord"),
    What.RESET_ASKED: N_("Bad om nytt lösenord"),
    What.INVITED: N_("Bjöd in"),
    What.ACCOUNT_OPENED: N_("Öppnade sitt konto"),
    What.ACCOUNT_CLOSED: N_("Stängde ett konto"),
    What.PEOPLE_MERGED: N_("Slog ihop två personer"),
    What.ADMINISTRATOR_CHANGED: N_("Ändrade vem som administrerar"),
    What.MANAGER_CHANGED: N_("Ändrade vem som är bibliotekschef"),
    What.MEMBERSHIP_CHANGED: N_("Ändrade ett medlemskap"),
    What.HANDED_OVER: N_("Lämnade över"),
    What.NETWORK_CHANGED: N_("Ändrade ett nätverk"),
    What.MEETING_CALLED: N_("Kallade till ett möte"),
    What.MEETING_CANCELLED: N_("Ställde in ett möte"),
    What.MINUTES_PUBLISHED: N_("Publicerade anteckningar"),
    What.FEED_MADE: N_("Skapade en kalenderlänk"),
    What.FEED_REVOKED: N_("Avslutade en kalenderlänk"),
    What.IMPORTED: N_("Läste in en fil"),
    What.EXPORTED: N_("Hämtade en lista"),
    What.STATEMENT_CHANGED: N_("Sparade en öppen sida"),
    What.MAIL_CHANGED: N_("Ändrade utskicken"),
    What.REFUSED: N_("Nekades"),
}


def record(
    what: What, *, by: tuple[UUID | None, str], subject: str = "", subject_id: UUID | None = None, **details: str | int
) -> None:
    """Add a line to the log. by is the actor's id and name; details are short values, never secrets."""
    db.session.add(
        AuditEntry(
            what=what.value, actor_id=by[0], actor=by[1], subject=subject[:300], subject_id=subject_id, details=details
        )
    )
