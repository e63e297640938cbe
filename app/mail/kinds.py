"""The kinds of letters there are, who wants which, and how far a letter has come."""

from enum import StrEnum

from app.wording import N_


class Kind(StrEnum):
    """What a letter is about."""

    INVITATION = "invitation"
    RESET = "reset"
    MEETING_CALLED = "meeting-called"
    MEETING_MOVED = "meeting-moved"
    MEETING_CANCELLED = "meeting-cancelled"
    AGENDA_PUBLISHED = "agenda-published"
    MINUTES_PUBLISHED = "minutes-published"
    JOIN_REQUESTED = "join-requested"
    JOINED = "joined"
    APPROVED = "approved"
    DECLINED = "declined"
    VACANCY = "vacancy"
    HANDOVER = "handover"

    @property
    def label(self) -> str:
        """What lists and choices call it."""
        return {
            Kind.INVITATION: N_("Inbjudan till ett konto"),
            Kind.RESET: N_("Nytt lösenord"),
            Kind.MEETING_CALLED: N_("Kallelser till möten"),
            Kind.MEETING_MOVED: N_("Flyttade möten"),
            Kind.MEETING_CANCELLED: N_("Inställda möten"),
            Kind.AGENDA_PUBLISHED: N_("Nya dagordningar"),
            Kind.MINUTES_PUBLISHED: N_("Nya anteckningar och protokoll"),
            Kind.JOIN_REQUESTED: N_("Någon vill gå med"),
            Kind.JOINED: N_("Någon har gått med eller lämnat"),
            Kind.APPROVED: N_("Du är med i ett nätverk"),
            Kind.DECLINED: N_("Svar på din fråga om att gå med"),
            Kind.VACANCY: N_("Lediga platser i kommunen"),
            Kind.HANDOVER: N_("Platser och åtgärder att lämna över"),
        }[self]

    @property
    def is_optional(self) -> bool:
        """Whether a person may do without it. What one has asked for oneself, and what saves a trip, always comes."""
        return self in _OPTIONAL

    @property
    def is_per_network(self) -> bool:
        """Whether the choice is made network by network."""
        return self in _PER_NETWORK

    @property
    def is_for_coordinators(self) -> bool:
        """Whether only those who coordinate a network get it."""
        return self in {Kind.JOIN_REQUESTED, Kind.JOINED}


_PER_NETWORK = frozenset(
    {
        Kind.MEETING_CALLED, Kind.MEETING_MOVED, Kind.MEETING_CANCELLED, Kind.AGENDA_PUBLISHED, Kind.MINUTES_PUBLISHED,
        Kind.JOIN_REQUESTED, Kind.JOINED, Kind.APPROVED, Kind.DECLINED,
    }
)  # fmt: skip
_OPTIONAL = frozenset(
    {
        Kind.MEETING_CALLED, Kind.AGENDA_PUBLISHED, Kind.MINUTES_PUBLISHED, Kind.JOINED, Kind.VACANCY,
    }
)  # fmt: skip


class State(StrEnum):
    """How far a letter has come."""

    WAITING = "waiting"
    SENT = "sent"
    FAILED = "failed"
    DROPPED = "dropped"
    SHOWN = "shown"

    @property
    def label(self) -> str:
        """What the administrator's page calls it."""
        return {
            State.WAITING: N_("Väntar"),
            State.SENT: N_("Skickat"),
            State.FAILED: N_("Gick inte fram"),
            State.DROPPED: N_("Behövdes inte längre"),
            State.SHOWN: N_("Skulle ha skickats"),
        }[self]
