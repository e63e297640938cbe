"""The words for kinds of networks, roles and records."""

from enum import StrEnum

from app.wording import N_


class NetworkKind(StrEnum):
    """What sort of group it is."""

    NETWORK = "network"
    WORKING_GROUP = "working-group"
    MANAGERS_GROUP = "managers-group"

    @property
    def label(self) -> str:
        """What people call it."""
        return {
            NetworkKind.NETWORK: N_("Nätverk"),
            NetworkKind.WORKING_GROUP: N_("Arbetsgrupp"),
            NetworkKind.MANAGERS_GROUP: N_("Chefsgrupp"),
        }[self]


class Visibility(StrEnum):
    """Who may know of it: all staff, or its members only."""

    OPEN = "open"
    CLOSED = "closed"

    @property
    def label(self) -> str:
        """What people call it."""
        return {Visibility.OPEN: N_("Öppet för alla som loggar in"), Visibility.CLOSED: N_("Bara för medlemmar")}[self]


class Admission(StrEnum):
    """How somebody becomes a member."""

    OPEN = "open"
    REQUEST = "request"
    APPOINTMENT = "appointment"

    @property
    def label(self) -> str:
        """What people call it."""
        return {
            Admission.OPEN: N_("Alla får gå med"),
            Admission.REQUEST: N_("Man ber att få gå med"),
            Admission.APPOINTMENT: N_("Kommunens bibliotekschef utser"),
        }[self]


class RecordForm(StrEnum):
    """What it writes at its meetings."""

    NOTES = "notes"
    MINUTES = "minutes"

    @property
    def label(self) -> str:
        """What people call it."""
        return {RecordForm.NOTES: N_("Minnesanteckningar"), RecordForm.MINUTES: N_("Protokoll")}[self]


class Role(StrEnum):
    """What a person is in a network."""

    MEMBER = "member"
    COORDINATOR = "coordinator"
    CHAIR = "chair"
    SECRETARY = "secretary"
    GUEST = "guest"

    @property
    def label(self) -> str:
        """What people call it."""
        return {
            Role.MEMBER: N_("Medlem"),
            Role.COORDINATOR: N_("Samordnare"),
            Role.CHAIR: N_("Ordförande"),
            Role.SECRETARY: N_("Sekreterare"),
            Role.GUEST: N_("Gäst, läser"),
        }[self]


class Standing(StrEnum):
    """Whether somebody represents the municipality or stands in."""

    ORDINARY = "ordinary"
    DEPUTY = "deputy"

    @property
    def label(self) -> str:
        """What people call it."""
        return {Standing.ORDINARY: N_("Ordinarie"), Standing.DEPUTY: N_("Ersättare")}[self]
