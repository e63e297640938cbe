"""Networks of library staff and their memberships."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Column, ForeignKey, Index, Table
from sqlalchemy.orm import Mapped, mapped_column, relationship, validates

from app import clock
from app.db import Model, SortKey, WithId
from app.focus.models import FocusArea
from app.networks.kinds import Admission, NetworkKind, RecordForm, Role, Standing, Visibility
from app.people.models import Person
from app.places.models import Municipality
from app.swedish import sort_key

network_focus_areas = Table(
    "network_focus_areas",
    Model.metadata,
    Column("network_id", ForeignKey("networks.id", ondelete="CASCADE"), primary_key=True),
    Column("focus_area_id", ForeignKey("focus_areas.id", ondelete="CASCADE"), primary_key=True),
)


class Network(WithId, Model):
    """A group of people across municipalities: a network, a working group or the managers' group."""

    __tablename__ = "networks"

    slug: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str] = mapped_column(unique=True)
    sort_key: Mapped[str] = mapped_column(SortKey, index=True)
    kind: Mapped[NetworkKind] = mapped_column(default=NetworkKind.NETWORK)
    visibility: Mapped[Visibility] = mapped_column(default=Visibility.OPEN)
    record_form: Mapped[RecordForm] = mapped_column(default=RecordForm.NOTES)
    admission: Mapped[Admission] = mapped_column(default=Admission.REQUEST)
    ordinary_seats: Mapped[int] = mapped_column(default=1)
    deputy_seats: Mapped[int] = mapped_column(default=0)
    """How many seats each municipality has in it; none at all where nobody represents a municipality."""
    purpose: Mapped[str] = mapped_column(default="")
    """One sentence: what it is for."""
    meetings_per_year: Mapped[int | None]
    ends_on: Mapped[date | None]
    """The last day of a working group's commission."""
    colour: Mapped[int] = mapped_column(default=1)
    sign: Mapped[int] = mapped_column(default=1)
    """Colour and sign of its flag, 1 to 12 each; the pair is unique."""
    calendar_revision: Mapped[int] = mapped_column(default=0)
    """Rises whenever anything its calendar shows has changed."""
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    archived_at: Mapped[datetime | None]
    focus_areas: Mapped[list[FocusArea]] = relationship(secondary=network_focus_areas, order_by=FocusArea.position)
    memberships: Mapped[list["Membership"]] = relationship(back_populates="network")

    @validates("name")
    def _name(self, _: str, name: str) -> str:
        self.sort_key = sort_key(name)
        return name

    @property
    def path(self) -> str:
        """Where its page is, after the installation's address."""
        return f"/networks/{self.slug}"

    def roles_of(self, person: Person, *, on: date | None = None) -> set[Role]:
        """The roles the person has on a day (today if none is given)."""
        day = on or clock.today()
        return {each.role for each in self.memberships if each.person_id == person.id and each.is_active_on(day)}

    def has_role(self, person: Person, *roles: Role) -> bool:
        """Whether the person has one of the roles today."""
        return not self.roles_of(person).isdisjoint(roles)

    def has_member(self, person: Person) -> bool:
        """Whether the person belongs to it today, in any role."""
        return bool(self.roles_of(person))

    def members_on(self, day: date) -> list[Person]:
        """Who belongs to it on a day, each once; guests, who only read, are not counted."""
        found = [each.person for each in self.memberships if each.role is not Role.GUEST and each.is_active_on(day)]
        return list(dict.fromkeys(found))


class Membership(WithId, Model):
    """A role that a person has in a network from one day to another.

    Never overwritten: a change ends one row and begins another. An end before the start is a membership that never took
    effect; it is kept, since it was once promised.
    """

    __tablename__ = "memberships"
    __table_args__ = (
        Index("ix_memberships_network_person", "network_id", "person_id"),
        # Holds all that a feed asks of a person's roles, so that the rows themselves need not be read.
        Index("ix_memberships_of_person", "person_id", "network_id", "role", "starts_on", "ends_on"),
    )

    network_id: Mapped[UUID] = mapped_column(ForeignKey("networks.id", ondelete="CASCADE"))
    person_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"))
    role: Mapped[Role] = mapped_column(default=Role.MEMBER)
    standing: Mapped[Standing | None]
    """Whether the person represents the municipality or stands in, where that is settled."""
    municipality_id: Mapped[UUID | None] = mapped_column(ForeignKey("municipalities.id"), index=True)
    """Which municipality's seat it fills; it stays although the person moves on, until somebody hands the seat over."""
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]
    """The last day, if it has an end."""
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    created_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))
    ended_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))
    network: Mapped[Network] = relationship(back_populates="memberships")
    person: Mapped[Person] = relationship(foreign_keys=person_id)
    municipality: Mapped[Municipality | None] = relationship()

    def is_active_on(self, day: date) -> bool:
        """Whether it is in force that day."""
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)

    @property
    def never_applied(self) -> bool:
        """Whether it was struck: it ends before it starts."""
        return self.ends_on is not None and self.ends_on < self.starts_on
