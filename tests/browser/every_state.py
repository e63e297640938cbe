"""The pages' other states: empty, mistaken, refused, overtaken, full of long words, in the other language."""

from tests.browser.places import NETWORK
from tests.browser.steps import (
    choose,
    fill,
    follow,
    hand_in,
    hand_in_text,
    leave_out,
    meanwhile,
    on_to,
    press,
    see,
    switch_language,
    tell,
    unfold,
)
from tests.browser.stops import Stop, state, stops

TOO_LONG = "ett ord till " * 20
ENGLISH = "kontakt.nybro"  # somebody of their own, since the choice stays

EMPTY: list[Stop] = [
    *stops(
        "utomstaende admin",
        ("a network with nothing in it", "{empty}"),
        ("no members", "{empty}/members"),
        ("no meetings", "{empty}/meetings"),
        ("no decision found", "/decisions?q=finnsinte"),
        ("nobody found", "/people?name=finnsinte"),
        ("an empty month", "/calendar?month=2031-07"),
        ("an empty list of meetings", "/calendar?view=list&month=2031-07"),
        ("the calendar of one network", "/calendar?n=mik-natverket"),
    ),
    state("no people to read in", "admin", "/admin/import/people", hand_in_text("tom.csv", "Namn;E-post\n"),
          press("Titta"), shows="fil"),
    *stops("samordnare", ("begin to write", "{meeting}/minutes/write")),
    state("nothing written yet", "medlem", "{meeting}/minutes", status=404),
    state("notes that are not published", "medlem", "{written}/minutes", status=404),
]  # fmt: skip

LONG = stops(
    "admin",
    ("a network of long words", "{wordy}"),
    ("its members, long", "{wordy}/members"),
    ("its meetings, long", "{wordy}/meetings"),
    ("change it, long", "{wordy}/edit"),
    ("a meeting of long words", "{wordy_meeting}"),
    ("change it, with a long name", "{wordy_meeting}/edit"),
    ("call to it, long", "{wordy_meeting}/call"),
    ("copy a meeting with compounds", "{compound}/copy"),
)

MISTAKEN: list[Stop] = [
    state("refused at the door", "nobody", "/login", fill("email", "medlem@knutpunkt.example"),
          fill("password", "fel lösenord, tyvärr"), press("Logga in"), shows="hör inte ihop"),
    state("a spent link", "nobody", "/welcome/nothing", status=404),
    state("nowhere", "nobody medlem", "/nowhere", status=404),
    state("not for me to change", "medlem", f"{NETWORK}/edit", status=403),
    state("hidden from me", "utomstaende", "/networks/bibliotekschefsnatverket", status=404),
    state("a draft hidden from me", "medlem", "{draft}", status=404),
    state("a network without a name", "admin", "/networks/new", press("Skapa"), shows="Skriv"),
    state("a meeting without a name", "samordnare", f"{NETWORK}/meetings/new", fill("title", ""),
          fill("first_day", ""), press("Kalla"), shows="Skriv"),
    state("an activity without anything", "samordnare", f"{NETWORK}/occasions/new", press("Lägg"), shows="Skriv"),
    state("a meeting ends before it begins", "samordnare", "{meeting}/edit", fill("to_time", "01:00"),
          press("Spara"), shows="före|efter"),
    state("an item without a name", "samordnare", "{meeting}", press("Lägg till"), shows="Skriv vad punkten"),
    state("an item with too long a name", "samordnare", "{item}", fill("title", TOO_LONG), press("Spara"),
          shows="för långt"),
    state("nobody to add", "samordnare", f"{NETWORK}/members?add=1", press("Lägg till"), shows="Välj vem"),
    state("a membership that changes nothing", "samordnare", "{membership}/change", press("Ändra"),
          shows="Så är det redan"),
    state("a membership with no last day", "samordnare", "{membership}/end", fill("ends_on", ""), press("Avsluta"),
          shows="Skriv den sista dagen"),
    state("a membership that ends too soon", "samordnare", "{membership}/correct", fill("ends_on", "2001-01-01"),
          press("Rätta"), shows="före|efter|innan"),
    state("nobody to invite", "admin", "/people/new", press("Skapa"), shows="Skriv"),
    state("a wrong password", "medlem", "/me", fill("password", "fel"), fill("new_password", "kort"),
          press("Byt lösenord"), shows="lösenord"),
    state("a calendar that is none", "samordnare", f"{NETWORK}/import", hand_in_text("fel.ics", "inte en kalender"),
          press("Titta"), shows="kalender"),
    state("no file", "samordnare", f"{NETWORK}/import", press("Titta"), shows="Välj"),
    state("a chosen link without networks", "medlem", "/feeds", choose("scope", "chosen"), press("Skapa"),
          shows="Välj"),
]  # fmt: skip

MINUTES = "{written}/minutes/write"
OVERTAKEN: list[Stop] = [
    state("the network was changed meanwhile", "samordnare", f"{NETWORK}/edit",
          meanwhile(fill("purpose", "Det en kollega skrev."), press("Spara"), see("Det en kollega skrev")),
          fill("purpose", "Det jag skrev."), press("Spara"), shows="Så står det nu: Det en kollega skrev"),
    state("the meeting was changed meanwhile", "samordnare", "{joint}/edit",
          meanwhile(fill("description", "Det en kollega skrev."), press("Spara"), see("Det en kollega skrev")),
          fill("description", "Det jag skrev."), press("Spara"), shows="Det en kollega skrev"),
    state("the activity was changed meanwhile", "admin", "{occasion}/edit",
          meanwhile(fill("description", "Det en kollega skrev."), press("Spara"), see("Det en kollega skrev")),
          fill("description", "Det jag skrev."), press("Spara"), shows="Det en kollega skrev"),
    state("the item was changed meanwhile", "samordnare", "{item}",
          meanwhile(fill("description", "Det en kollega skrev."), press("Spara"), see("Dagordning")),
          fill("description", "Det jag skrev."), press("Spara"), shows="Så står det nu"),
    state("the notes were written meanwhile", "samordnare", MINUTES,
          meanwhile(fill("text", "Det en kollega skrev."), press("Spara"), see("Sparat|Sparade")),
          fill("text", "Det jag skrev."), press("Spara"), shows="Det en kollega skrev"),
    state("who came was changed meanwhile", "samordnare", MINUTES,
          meanwhile(fill("guests", "En gäst"), press("Spara närvaro"), see("Närvaron är sparad")),
          fill("guests", "En annan gäst"), press("Spara närvaro"), shows="Någon annan har ändrat närvaron"),
    state("the notes were changed before they were published", "samordnare", "{written}/minutes/publish",
          meanwhile(on_to("/../write"), fill("text", "Det kollegan lade till."), press("Spara"), see("Sparat|Sparade")),
          press("Publicera"), shows="Någon skrev i utkastet"),
    state("a correction was thrown away meanwhile", "admin", "{decided}/minutes", press("Rätta"), see("Anteckningar"),
          meanwhile(on_to("/../discard"), press("Kasta"), see("bortkastad")),
          fill("text", "Det jag skrev."), press("Spara"), shows="Det är inte sparat"),
]  # fmt: skip

SERIES = (fill("first_day", "2027-03-31"), choose("rhythm", "monthly_by_weekday"), fill("count", "6"))
DONE: list[Stop] = [
    state("the dates of a series", "samordnare admin", f"{NETWORK}/meetings/new", *SERIES, press("Kalla"),
          shows="Kalla till"),
    state("a series with no date left", "samordnare", f"{NETWORK}/meetings/new", *SERIES, fill("count", "2"),
          press("Kalla"), see("Kalla till"), leave_out("days", 0), leave_out("days", 1), press("Kalla"),
          shows="Välj"),
    state("a series too long", "samordnare", f"{NETWORK}/meetings/new", *SERIES, fill("count", "999"),
          press("Kalla"), shows="mellan 2 och 60"),
    state("an item taken away", "samordnare", "{draft}", press("Ta bort"), shows="Ångra"),
    state("an answer given", "medlem", "{meeting}", press("På plats"), shows="På plats"),
    state("an action done", "medlem", "/actions", press("Klart"), shows="Ångra"),
    state("a link just made", "medlem", "/feeds", press("Skapa"), shows="Outlook"),
    state("a decision being written", "samordnare", MINUTES, unfold("Nytt beslut"), press("Lägg till beslut"),
          shows="Skriv"),
    state("an action being written", "samordnare", MINUTES, unfold("Ny åtgärd"), press("Lägg till åtgärd"),
          shows="Skriv"),
    state("calendar read with refusals, people too", "samordnare", f"{NETWORK}/import", hand_in("outlook-export.ics"),
          press("Titta"), shows="Trasig post"),
    state("the log of one kind", "admin", "/admin/log", tell("what", "invited"), press("Visa"), shows="Logg"),
    state("in English", ENGLISH, "/", switch_language, shows="Next meeting"),
    *stops(ENGLISH, ("a meeting in English", "{meeting}"), ("a network in English", NETWORK),
           ("the calendar in English", "/calendar"), ("a person's page in English", "/me"),
           ("links in English", "/feeds"), ("help in English", "/help"), ("notes in English", "{published}/minutes")),
    state("a link to somebody from a list", "medlem", "/people", follow("Kontaktperson Emmaboda"), shows="Emmaboda"),
]  # fmt: skip

EVERY_STATE = [*EMPTY, *LONG, *MISTAKEN, *OVERTAKEN, *DONE]
