"""The pages of seats, joining, rooms, turns, participation and letters, as everyone who may see them."""

from datetime import date, timedelta

from tests.browser.places import NETWORK
from tests.browser.steps import fill, follow, on_to, press, see
from tests.browser.stops import Stop, state, stops

ALL = "utomstaende medlem chef samordnare admin"
PLANNERS = "samordnare admin"
SOON = (date.today() + timedelta(days=80)).isoformat()  # noqa: DTZ011 - the browser's own day

EVERY_ROOM: list[Stop] = [
    state("a forgotten password", "nobody", "/login/forgot"),
    state("a link to switch letters off that is not ours", "nobody medlem", "/mail/off/nothing", status=404),
    *stops(
        ALL,
        ("vacant seats", "/vacancies"),
        ("who takes part where", "/participation"),
        ("who came to its meetings", "/participation/barn-och-unganatverket"),
        ("its seats", f"{NETWORK}/seats"),
        ("its documents", f"{NETWORK}/documents"),
        ("a document", "{document}"),
        ("its mandate", f"{NETWORK}/mandate"),
        ("its turns", f"{NETWORK}/turns"),
    ),
    *stops("utomstaende", ("ask to join", f"{NETWORK}/ask")),
    *stops("medlem samordnare", ("welcome", f"{NETWORK}/welcome"), ("leave", f"{NETWORK}/leave")),
    *stops("medlem samordnare", ("which letters I get", "/me/mail")),
    *stops("medlem admin", ("an older mandate", f"{NETWORK}/mandate/1")),
    *stops(
        "chef samordnare admin",
        ("a municipality's seats", f"{NETWORK}/seats/kalmar"),
        ("appoint somebody", f"{NETWORK}/seats/kalmar/appoint"),
    ),
    *stops(
        PLANNERS,
        ("end a seat", "{seated}"),
        ("answer who wants to join", "{request}"),
        ("add a document", f"{NETWORK}/documents/new"),
        ("a new version of a document", "{document}/replace"),
        ("a new notice", f"{NETWORK}/notices/new"),
        ("change a notice", "{notice}"),
        ("a new mandate", f"{NETWORK}/mandate/edit"),
        ("hand the network over", f"{NETWORK}/handover"),
        ("what is good to know", f"{NETWORK}/handover/edit"),
        ("addresses to write to", "/people/addresses"),
    ),
    *stops(
        "admin",
        ("put a network to rest", f"{NETWORK}/archive"),
        ("letters that wait", "/admin/mail"),
        ("letters that are done", "/admin/mail?pile=done"),
        ("a letter", "{letter}"),
        ("strike all letters", "/admin/mail/strike"),
        ("publish an agenda", "{unpublished}/agenda/publish"),
        ("what somebody hands over", "{person}/handover"),
        ("who is the same person", "{person}/merge"),
    ),
    state("one of two doubles", "admin", "{person}/merge", fill("name", "Kontaktperson Emmaboda"), press("Sök"),
          follow("Kontaktperson Emmaboda"), shows="Emmaboda", reaches="/people/{id}/merge/{id}"),
    state("call to an activity", "samordnare", f"{NETWORK}/occasions/new", fill("title", "Studiebesök i provrummet"),
          fill("first_day", SOON), press("Spara"), see("Studiebesök i provrummet"), on_to("/call"), shows="mejl",
          reaches="/occasions/{id}/call"),
]  # fmt: skip

NO_ROOMS = {
    "rooms.latest": "a file to download",
    "rooms.version": "a file to download",
    "member_sheets.members": "a table for a spreadsheet",
    "directory_sheets.people": "a table for a spreadsheet",
    "directory_sheets.municipalities": "a table for a spreadsheet",
    "participation.as_picture": "a picture",
    "participation.as_workbook": "a table for a spreadsheet",
    "participation.of_network_as_workbook": "a table for a spreadsheet",
    "posted.html": "a letter as a mail program shows it, in a frame of its own",
    "mail_off.ask": "behind a secret that stands in letters only; seen here with a wrong one",
}
