"""The demo county's rooms: documents and links, a notice, a mandate in two versions, turn lists."""

from datetime import timedelta
from io import BytesIO
from typing import Any

from app import clock
from app.demo.people import County
from app.files.actions import keep_row
from app.files.kinds import FileKind
from app.files.shelf import Shelf
from app.networks.kinds import Role
from app.networks.models import Network
from app.people.models import Person
from app.rooms import actions, handovers, mandates, notices
from app.rooms.actions import Holding
from app.rotation import actions as rotation
from app.rotation.kinds import TurnKind
from app.rotation.queries import those_who_could


def load_rooms(county: County, rows: dict[str, Any], *, shelf: Shelf | None) -> None:
    """Load what lies in the rooms. shelf: where files are kept; without one only links are loaded."""
    for slug, row in rows.items():
        network = county.networks[slug]
        by = next(each.person for each in network.memberships if each.role is Role.COORDINATOR)
        _mandate(network, row["mandate"], by)
        for each in row["document"]:
            with clock.held_at(clock.now() + timedelta(weeks=each["weeks"])):
                _document(network, each, by, shelf)
        for each in row["notice"]:
            notices.write_notice(network, each["text"], until=clock.today() + timedelta(weeks=each["weeks"]), by=by)
        handovers.tell(network, row["handover"], seen=0, by=by)
        for kind in map(TurnKind, row["turns"]):
            with clock.held_at(clock.now() - timedelta(days=1)):
                rotation.start(network, kind, those_who_could(network, kind, list(county.places.values())))


def _mandate(network: Network, versions: list[dict[str, Any]], by: Person) -> None:
    for seen, row in enumerate(versions):
        day = clock.today() + timedelta(weeks=row["weeks"])
        wording = mandates.Wording(row["text"], row["decided_by"], day, row.get("why", ""))
        with clock.held_at(clock.now() + timedelta(weeks=row["weeks"])):
            mandates.write_mandate(network, wording, seen=seen, by=by)


def _document(network: Network, row: dict[str, Any], by: Person, shelf: Shelf | None) -> None:
    if "link" in row:
        actions.add_document(network, row["title"], Holding(link=row["link"]), by=by)
        return
    if shelf is None:
        return
    texts = [row[name] for name in ("before", "text") if name in row]
    first, *later = (_kept(shelf, row["name"], each) for each in texts)
    document = actions.add_document(network, row["title"], first, is_pinned=row.get("pinned", False), by=by)
    for each in later:
        actions.replace_document(document, each, by=by)


def _kept(shelf: Shelf, name: str, text: str) -> Holding:
    kind = FileKind.CSV if name.endswith(".csv") else FileKind.TEXT
    return Holding(file=keep_row(shelf.keep(BytesIO(text.encode("utf-8-sig"))), kind=kind, name=name))
