"""What an e-mail address looks like when it can be used."""

import re

from app.wording import N_, Message

LONGEST_ADDRESS = 254  # RFC 5321 section 4.5.3.1.3, as its erratum 1690 reads it

_LOCAL_PART = re.compile(r"[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*\Z")
_DOMAIN = re.compile(r"[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+\Z")
_LETTERS_BEFORE = N_("E-postadressen ”%(address)s” har å, ä, ö eller liknande före @. Skriv adressen utan dem.")
_LETTERS_AFTER = N_("E-postadressen ”%(address)s” har å, ä, ö eller liknande efter @. Skriv adressen utan dem.")


def clean_address(text: str) -> str:
    """Return an address as it is kept: in small letters, without white space or a mailto: before it."""
    return text.strip().casefold().removeprefix("mailto:").strip()


def address_mistake(address: str) -> Message | None:
    """Return what is wrong with a cleaned address and how to mend it, or None."""
    if not address:
        return Message(N_("Skriv e-postadressen."))
    shown = address[:80]
    local, _, domain = address.partition("@")
    if address.count("@") != 1 or not local or not domain:
        one_sign = N_("E-postadressen ”%(address)s” ska ha precis ett @, som i namn@kommun.example.")
        return Message(one_sign, address=shown)
    if not address.isascii():
        return Message(_LETTERS_BEFORE if domain.isascii() else _LETTERS_AFTER, address=shown)
    if len(address) > LONGEST_ADDRESS or not (_LOCAL_PART.match(local) and _DOMAIN.match(domain)):
        return Message(
            N_("E-postadressen ”%(address)s” är inte skriven som en adress, till exempel namn@kommun.example."),
            address=shown,
        )
    return None
