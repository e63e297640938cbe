"""Finds the networks that a row of a member list names, or says why it can't."""

from app.imports.member_list import MemberRow
from app.imports.member_places import LONGEST_NAME, said
from app.imports.member_register import Register
from app.imports.member_state import NetworkSlot
from app.imports.member_terms import Wanted
from app.networks.kinds import Role, Standing
from app.wording import N_, Message


def networks_of(row: MemberRow, register: Register) -> tuple[list[NetworkSlot], list[Message]]:
    """Return the networks a row names, each once, and what to say of those that are not here."""
    found: list[NetworkSlot] = []
    missing: list[Message] = []
    for name in filter(None, map(said, row.networks)):
        slot = register.network(name)
        if slot is None and register.create_missing and len(name) <= LONGEST_NAME:
            slot = register.add_network(name)
        if slot is None:
            missing.append(_no_network(name, register.network_like(name)))
        elif slot not in found:
            found.append(slot)
    return found, missing


def _no_network(name: str, like: str | None) -> Message:
    if len(name) > LONGEST_NAME:
        return Message(N_("Nätverkets namn har mer än %(most)s tecken. Korta det."), most=LONGEST_NAME)
    if like:
        return Message(N_("Nätverket ”%(name)s” finns inte här. Menar du %(like)s?"), name=name, like=like)
    return Message(N_("Nätverket ”%(name)s” finns inte här. Välj att skapa det som saknas."), name=name)


def wanted_of(row: MemberRow, networks: list[NetworkSlot]) -> list[Wanted]:
    """Return what the row says the person is in each of the networks."""
    role = Role(row.role) if row.role else Role.MEMBER
    standing = Standing(row.standing) if row.standing else None
    return [Wanted(each, role, standing, row.starts_on, row.ends_on) for each in networks]
