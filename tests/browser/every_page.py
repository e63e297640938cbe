"""Every page there is, as everyone who may see it. A page that no stop leads to makes a test fail."""

from tests.browser.every_room import EVERY_ROOM, NO_ROOMS
from tests.browser.places import IN_SIX_WEEKS, NETWORK
from tests.browser.steps import (
    fill,
    follow,
    hand_in,
    on_to,
    open_the_link_shown,
    press,
    see,
)
from tests.browser.stops import Stop, state, stops

ALL = "utomstaende medlem chef samordnare admin"
PLANNERS = "samordnare admin"
CLOSED = "/networks/bibliotekschefsnatverket"

FOR_EVERYONE: list[Stop] = [
    state("sign in", "nobody", "/login"),
    *(state(f"help, {who}", who, "/help") for who in ("nobody", "medlem")),
    state("the accessibility statement", "nobody medlem", "/accessibility"),
    state("how personal data is handled", "nobody medlem", "/privacy"),
    *stops(
        ALL,
        ("start", "/"),
        ("networks", "/networks"),
        ("a network", NETWORK),
        ("its members", f"{NETWORK}/members"),
        ("its meetings", f"{NETWORK}/meetings"),
        ("a meeting", "{meeting}"),
        ("published notes", "{published}/minutes"),
        ("a joint activity", "{occasion}"),
        ("the month", "/calendar"),
        ("my links", "/feeds"),
        ("my actions", "/actions"),
        ("decisions", "/decisions"),
        ("people", "/people"),
        ("a person", "{person}"),
        ("municipalities", "/municipalities"),
        ("a municipality", "/municipalities/hogsby"),
        ("me", "/me"),
    ),
    *stops(
        "medlem admin",
        ("the list of meetings", f"/calendar?view=list&month={IN_SIX_WEEKS}"),
        ("corrected notes", "{corrected}/minutes"),
        ("a joint meeting", "{joint}"),
        ("a cancelled meeting", "{cancelled}"),
        ("a meeting with compounds", "{compound}"),
        ("its notes with compounds", "{compound}/minutes"),
        ("a held meeting", "{published}"),
        ("a meeting being written about", "{written}"),
        ("the roster of another day", f"{NETWORK}/members?on=2020-01-01"),
    ),
    *stops(
        "chef admin",
        ("a closed network", CLOSED),
        ("its members, closed", f"{CLOSED}/members"),
        ("its meetings, closed", f"{CLOSED}/meetings"),
        ("a formal meeting", "{formal}"),
        ("a formal meeting, held", "{decided}"),
        ("minutes", "{decided}/minutes"),
    ),
]

FOR_PLANNERS = stops(
    PLANNERS,
    ("change a network", f"{NETWORK}/edit"),
    ("add a member", f"{NETWORK}/members?add=1&q=bibliotek"),
    ("change a membership", "{membership}/change"),
    ("correct a membership", "{membership}/correct"),
    ("end a membership", "{membership}/end"),
    ("a new meeting", f"{NETWORK}/meetings/new"),
    ("a new activity", f"{NETWORK}/occasions/new"),
    ("read in meetings", f"{NETWORK}/import"),
    ("a draft of a meeting", "{draft}"),
    ("change a meeting", "{meeting}/edit"),
    ("copy a meeting", "{meeting}/copy"),
    ("cancel a meeting", "{meeting}/cancel"),
    ("change an item", "{item}"),
    ("call to a meeting", "{draft}/call"),
    ("throw a draft away", "{draft}/discard"),
    ("write notes", "{written}/minutes/write"),
    ("notes on the wall", "{written}/minutes/wall"),
    ("read notes through before they are published", "{written}/minutes/publish"),
)

FOR_ADMINISTRATORS: list[Stop] = [
    *stops(
        "admin",
        ("administration", "/admin"),
        ("the log", "/admin/log"),
        ("the organisation", "/admin/organisation"),
        ("change the accessibility statement", "/accessibility/edit"),
        ("change how personal data is handled", "/privacy/edit"),
        ("the style guide", "/styleguide"),
        ("focus areas", "/admin/focus-areas"),
        ("a new focus area", "/admin/focus-areas/new"),
        ("change a focus area", "{focus}"),
        ("read in people", "/admin/import/people"),
        ("change a municipality", "/municipalities/hogsby/edit"),
        ("change a library", "{library}"),
        ("a new network", "/networks/new"),
        ("change an activity", "{occasion}/edit"),
        ("cancel an activity", "{occasion}/cancel"),
        ("invite somebody", "/people/new"),
        ("change a person", "{person}/edit"),
        ("make somebody an administrator", "{person}/administrator"),
        ("close an account", "{person}/close"),
    ),
    state("an invitation's link", "admin", "/people/new",
          fill("given_name", "Vikarie"), fill("email", "vikarie@knutpunkt.example"), press("Skapa kontot"),
          shows="Den gäller i"),
    state("behind an invitation's link", "admin", "{person}", press("Ny länk"), open_the_link_shown,
          shows="lösenord", reaches="/welcome/secret"),
    state("people looked through", "admin", "/admin/import/people",
          hand_in("medlemslista-excel.csv"), press("Titta"), shows="Går inte", reaches="/admin/import/people/key"),
    state("people read in", "admin", "/admin/import/people",
          hand_in("medlemslista.xlsx"), press("Titta"), press("Ta med|Läs in"),
          shows="medlemslista.xlsx", reaches="/admin/import/people/key/done"),
    state("meetings looked through", "admin", f"{NETWORK}/import",
          hand_in("outlook-export.ics"), press("Titta"), shows="Trasig post", reaches=f"{NETWORK}/import/key"),
    state("throw a correction away", "admin", "{published}/minutes",
          press("Rätta"), on_to("/../discard"), shows="rättelse", reaches="{published}/minutes/discard"),
    state("make a link anew", "medlem", "/feeds", press("Skapa"), see("Din nya länk"), on_to(""),
          follow("Gör en ny"), shows="gamla adressen", reaches="/feeds/{id}/renew"),
    state("end a link", "medlem", "/feeds", press("Skapa"), see("Din nya länk"), on_to(""), follow("Avsluta"),
          shows="går inte att ångra", reaches="/feeds/{id}/revoke"),
]  # fmt: skip

EVERY_PAGE = [*FOR_EVERYONE, *FOR_PLANNERS, *FOR_ADMINISTRATORS, *EVERY_ROOM]

NO_PAGES = NO_ROOMS | {
    "static": "files",
    "health.show": "a word for machines",
    "feeds.feed": "iCalendar",
    "ical.occasion": "iCalendar",
    "admin.log_csv": "a table for a spreadsheet",
}
"""What answers a GET with something that is no page, and what."""
