"""Sign-ins that last on the server, one-time links, wishes for a new password, and failed tries."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app import clock
from app.accounts.kinds import Purpose
from app.db import Model, WithId
from app.people.models import Person


class SignIn(WithId, Model):
    """One device on which a person is signed in. Gone from the table, dead in the browser."""

    __tablename__ = "sign_ins"

    person_id: Mapped[UUID] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    token_hash: Mapped[str] = mapped_column(unique=True)
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    seen_at: Mapped[datetime] = mapped_column(default=clock.now)
    stays: Mapped[bool] = mapped_column(default=False)
    """Whether the person asked to stay signed in on this device."""
    device: Mapped[str] = mapped_column(default="")
    """What the browser calls itself, in a few words."""
    person: Mapped[Person] = relationship()


class Invitation(WithId, Model):
    """A one-time link with which somebody opens their account, or chooses a new password. Only its hash is kept."""

    __tablename__ = "invitations"

    person_id: Mapped[UUID] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), index=True)
    purpose: Mapped[Purpose] = mapped_column(default=Purpose.INVITATION)
    token_hash: Mapped[str] = mapped_column(unique=True)
    """Of a link that goes by mail: of a secret that nobody knows, until the letter is written."""
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    by_mail: Mapped[bool] = mapped_column(default=False)
    sent_at: Mapped[datetime | None]
    """When the letter with the link was last written, to be sent at once."""
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    """When it died unused: a newer one was made, a password was chosen, or the account was closed."""
    invited_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))
    person: Mapped[Person] = relationship(foreign_keys=person_id)

    def is_valid_at(self, moment: datetime) -> bool:
        """Whether the link opens the account at that moment."""
        return self.used_at is None and self.ended_at is None and moment < self.expires_at

    @property
    def letter_key(self) -> str:
        """What the letter with the link is known by in the outbox."""
        return f"link:{self.id}"


class ResetWish(WithId, Model):
    """Somebody has asked for a new password, at an address that may be known here or not; answered by the worker.

    The page writes the same row whatever the address, so that nobody learns from it who has an account.
    """

    __tablename__ = "reset_wishes"

    email: Mapped[str]
    asked_at: Mapped[datetime] = mapped_column(default=clock.now, index=True)


class FailedSignIn(WithId, Model):
    """A try to sign in that failed; counted so that guessing is slow."""

    __tablename__ = "failed_sign_ins"

    account: Mapped[str] = mapped_column(index=True)
    """A hash of the address that was typed, whether or not it is known here."""
    address: Mapped[str] = mapped_column(index=True)
    """The network address the try came from."""
    at: Mapped[datetime] = mapped_column(default=clock.now, index=True)
