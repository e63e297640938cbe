"""The list of people, put together from what its address asks for."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from flask import request, url_for

from app.accounts.current import me
from app.directory.people_sought import ORDERS, Account, Sought
from app.networks.kinds import Role
from app.networks.models import Network
from app.networks.queries import networks_to_choose
from app.people.policy import can_manage_people
from app.places.models import Library, Municipality
from app.places.queries import municipalities_with_libraries
from app.web.lists import Asked, asked_of

FILTERS = ("name", "municipality", "library", "network", "role", "account")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be chosen in the form over the list."""

    municipalities: Sequence[Municipality]
    networks: Sequence[Network]
    accounts: Sequence[Account]
    """How accounts are is for those who look after them."""
    roles: Sequence[Role] = tuple(Role)


def asked_for() -> tuple[Asked, Sought, Choices]:
    """Return what the request's address asks of the list, in words and in things, and what else can be chosen."""
    asked = asked_of(url_for("directory.people"), _with_old_words(), filters=FILTERS, orders=ORDERS)
    accounts = tuple(Account) if can_manage_people(me()) else ()
    choices = Choices(municipalities_with_libraries(), networks_to_choose(me()), accounts)
    wanted = asked.filters
    place = _one(choices.municipalities, "slug", wanted.get("municipality"))
    sought = Sought(
        name=wanted.get("name", ""),
        municipality=place,
        library=_library(choices.municipalities, wanted.get("library")),
        network=_one(choices.networks, "slug", wanted.get("network")),
        role=_one(choices.roles, "value", wanted.get("role")),
        account=_one(choices.accounts, "value", wanted.get("account")),
    )
    return asked, sought, choices


def _with_old_words() -> dict[str, str]:
    """Return the address's values; closed=1 is how closed accounts were once asked for."""
    given = request.args.to_dict()
    return given | {"account": Account.CLOSED.value} if given.get("closed") == "1" else given


def _one(choices: Sequence[T], name: str, value: str | None) -> T | None:
    return next((each for each in choices if value and getattr(each, name) == value), None)


def _library(places: Sequence[Municipality], value: str | None) -> Library | None:
    return next((each for place in places for each in place.libraries if str(each.id) == value), None)
