"""The demo county's networks and who belongs to them."""

from datetime import date, timedelta
from typing import Any

from app import clock, db
from app.demo.people import County
from app.joining.models import JoinRequest
from app.networks.kinds import Admission, NetworkKind, RecordForm, Role, Standing, Visibility
from app.networks.models import Membership, Network
from app.people.models import Person


def load_networks(county: County, text: dict[str, Any]) -> None:
    """Load the networks with their members; the working group's commission ends with next year."""
    for row in text["network"]:
        network = Network(
            name=row["name"], slug=row["slug"], kind=NetworkKind(row.get("kind", "network")),
            record_form=RecordForm(row.get("record", "notes")), visibility=Visibility(row.get("visibility", "open")),
            purpose=row["purpose"], meetings_per_year=row["year"],
            colour=row["flag"], sign=row["flag"], admission=Admission(row.get("admission", "request")),
        )  # fmt: skip
        network.ordinary_seats, network.deputy_seats = row.get("seats", (1, 0))
        if network.kind is NetworkKind.WORKING_GROUP:
            network.ends_on = date(clock.today().year + 2, 12, 31)
        network.focus_areas = [county.focus[number - 1] for number in row["focus"]]
        network.memberships = _memberships(county, row)
        county.networks[network.slug] = network
    db.session.add_all(county.networks.values())


def _memberships(county: County, row: dict[str, Any]) -> list[Membership]:
    people, since = county.people, clock.today() - timedelta(days=30)
    found = [_member(people[name], Role.COORDINATOR, since) for name in row["coordinators"]]
    if "chair" in row:
        found.append(_member(people[row["chair"]], Role.CHAIR, since))
        found.append(_member(people[row["secretary"]], Role.SECRETARY, since))
    if row.get("managers") == "all":
        found += [_member(people[f"chef.{slug}"], Role.MEMBER, since, Standing.ORDINARY) for slug in county.places]
    for number, slug in enumerate(row.get("contacts", [])):
        start = since + timedelta(days=37 * (number % 5))
        found.append(_member(people[f"kontakt.{slug}"], Role.MEMBER, start, Standing.ORDINARY))
    for slug in row.get("deputies", []):
        found.append(_member(people[f"ersattare.{slug}"], Role.MEMBER, since, Standing.DEPUTY))
    for slug, days in row.get("left", []):  # a seat that has been vacant for some time
        gone = _member(people[f"kontakt.{slug}"], Role.MEMBER, since, Standing.ORDINARY)
        gone.ends_on = since + timedelta(days=430 - days)  # the demo's memberships begin 430 days ago
        found.append(gone)
    found += [_member(people[name], Role.MEMBER, since) for name in row.get("members", [])]
    found += [_member(people[name], Role.GUEST, since) for name in row.get("guests", [])]
    if row["slug"] == "barn-och-unganatverket":  # somebody who has left: the roster of that day still knows
        left = _member(people["tidigare.medlem.1"], Role.MEMBER, since, Standing.ORDINARY)
        left.ends_on = since + timedelta(days=180)
        found.append(left)
    return found


def _member(person: Person, role: Role, since: date, standing: Standing | None = None) -> Membership:
    place = person.municipality_id
    return Membership(person=person, role=role, standing=standing, municipality_id=place, starts_on=since)


def ask_to_join(county: County, text: dict[str, Any]) -> None:
    """Let somebody wait for an answer."""
    for row in text["network"]:
        for name, days, message in row.get("asking", []):
            asked = clock.now() - timedelta(days=days)
            network, person = county.networks[row["slug"]], county.people[name]
            db.session.add(JoinRequest(network=network, person=person, message=message, asked_at=asked))
