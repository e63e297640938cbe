"""Compares what a row of a member list says of a person with what is known, and with earlier rows."""

from dataclasses import replace

from app.imports.member_list import MemberRow
from app.imports.member_places import Places, said
from app.imports.member_state import Facts, PersonDraft
from app.imports.outcomes import Change
from app.wording import N_, Message

_MOST = {N_("Förnamn"): 80, N_("Efternamn"): 80, N_("Titel"): 120, N_("Telefon"): 40}


def facts_said(row: MemberRow, places: Places) -> Facts:
    """Return what the row says of the person. A cell left empty says nothing; a library says its municipality too."""
    given, family = said(row.given_name), said(row.family_name)
    return Facts(
        given_name=given or family,
        family_name=family if given else "",
        title=said(row.title),
        phone=said(row.phone),
        municipality=places.municipality or (places.library.municipality if places.library else None),
        library=places.library,
    )


def mistakes(told: Facts, draft: PersonDraft) -> list[Message]:
    """Return why what a row says of a person can't be taken: too long, at odds with an earlier row, account closed."""
    texts = zip(_MOST.items(), (told.given_name, told.family_name, told.title, told.phone), strict=True)
    reasons = [
        Message(N_("%(field)s har mer än %(most)s tecken. Korta texten."), field=Message(label), most=most)
        for (label, most), text in texts
        if len(text) > most
    ]
    reasons += [
        _contradiction(*draft.said[label]) for label, text in told.shown().items() if _at_odds(text, label, draft)
    ]
    if draft.person is not None and not draft.person.is_open:
        closed = N_("%(name)s har inget öppet konto. Öppna kontot först.")
        reasons.append(Message(closed, name=draft.person.name))
    return reasons


def merged(known: Facts, told: Facts) -> Facts:
    """Return what is known once a row has been taken. Who moves to another municipality leaves the library there."""
    place = told.municipality or known.municipality
    kept = known.library if known.library is not None and known.library.municipality is place else None
    return replace(
        known,
        given_name=told.given_name or known.given_name,
        family_name=told.family_name or known.family_name,
        title=told.title or known.title,
        phone=told.phone or known.phone,
        municipality=place,
        library=told.library or kept,
    )


def changes(before: Facts, after: Facts) -> tuple[Change, ...]:
    """Return what differs, in words."""
    old = before.shown()
    return tuple(Change(label, old[label], text) for label, text in after.shown().items() if text != old[label])


def _at_odds(text: str, label: str, draft: PersonDraft) -> bool:
    return bool(text) and label in draft.said and draft.said[label][1] != text


def _contradiction(where: Message, earlier: str) -> Message:
    told = N_("För samma e-postadress står det ”%(earlier)s” på %(where)s. Låt raderna säga samma sak.")
    return Message(told, earlier=earlier, where=where)
