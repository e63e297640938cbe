"""Reads one row of a member list, and collects everything in it that cannot be taken."""

from datetime import date

from app.imports.dates import NotADate, read_date
from app.imports.fields import formula_error, lost_letters, plain_text, read_address, split_name, split_networks
from app.imports.headings import Column, Headings
from app.imports.tables import Cell
from app.wording import N_, Message

LONGEST_TEXT = 200

ROLES = {
    "member": "medlem member",
    "coordinator": "samordnare sammankallande coordinator convener",
    "chair": "ordförande chair chairperson",
    "secretary": "sekreterare secretary",
    "guest": "gäst guest",
}
STANDINGS = {"ordinary": "ordinarie ordinary representative", "deputy": "ersättare suppleant deputy substitute"}
_UNTIL_FURTHER_NOTICE = {"tills vidare", "tillsvidare", "t.v.", "tv", "until further notice", "-", "–", "9999-12-31"}


class RowReader:
    """Reads the cells of a row by the meaning of their columns. What is wrong ends up in reasons, never in a guess."""

    def __init__(self, cells: tuple[Cell, ...], headings: Headings) -> None:
        self._cells = cells
        self._headings = headings
        self.reasons: list[Message] = []

    def text(self, column: Column, *, name: bool = False, keep_lines: bool = False) -> str:
        """Return the text of a column, "" if there is none or if it cannot be used."""
        text = plain_text(self._cell(column), keep_lines=keep_lines)
        title = self._headings.titles.get(column, "")
        if formula_error(text):
            broken = N_("Kolumnen %(column)s har ett formelfel: %(text)s. Skriv värdet i rutan i stället.")
            return self._refuse(broken, column=title, text=text[:20])
        if lost_letters(text, name=name):
            lost = N_("”%(text)s” i kolumnen %(column)s har tappat bokstäver. Spara som .xlsx eller ”CSV UTF-8”.")
            self._refuse(lost, column=title, text=text[:80])
        if len(text) > LONGEST_TEXT and not keep_lines:
            long = N_("Kolumnen %(column)s har mer än %(most)s tecken. Korta texten.")
            return self._refuse(long, column=title, most=LONGEST_TEXT)
        return text

    def name(self) -> tuple[str, str]:
        """Return given and family name, from two columns or from one."""
        before = len(self.reasons)
        given, family = self.text(Column.GIVEN_NAME, name=True), self.text(Column.FAMILY_NAME, name=True)
        if not given and not family:
            given, family = split_name(self.text(Column.NAME, name=True))
        if not given and not family and len(self.reasons) == before:
            self._refuse(N_("Namnet saknas. Skriv förnamn och efternamn."))
        return given, family

    def address(self) -> str:
        """Return the e-mail address in small letters."""
        before = len(self.reasons)
        address, mistake = read_address(self.text(Column.EMAIL))
        if mistake is not None and len(self.reasons) == before:
            self.reasons.append(mistake)
        return address

    def networks(self) -> tuple[str, ...]:
        """Return the networks that the row names, each once."""
        names = split_networks(self.text(Column.NETWORKS, keep_lines=True))
        if any(len(name) > LONGEST_TEXT for name in names):
            self._refuse(N_("Ett nätverk har ett namn med mer än %(most)s tecken. Korta det."), most=LONGEST_TEXT)
        return names

    def choice(self, column: Column, words: dict[str, str]) -> str:
        """Return the value that a word stands for, "" if the cell is empty."""
        word = self.text(column)
        value = next((value for value, known in words.items() if word.casefold() in known.split()), "")
        if word and not value:
            known = ", ".join(known.split()[0] for known in words.values())
            unknown = N_("”%(word)s” i kolumnen %(column)s är okänt. Skriv något av: %(known)s.")
            self._refuse(unknown, word=word[:50], column=self._headings.titles[column], known=known)
        return value

    def period(self) -> tuple[date | None, date | None]:
        """Return the first and the last day."""
        starts_on = self._date(Column.STARTS_ON)
        ends_on = self._date(Column.ENDS_ON)
        if starts_on and ends_on and ends_on < starts_on:
            backwards = N_("Slutdatumet %(end)s ligger före startdatumet %(start)s. Rätta det som är fel.")
            self._refuse(backwards, end=ends_on.isoformat(), start=starts_on.isoformat())
        return starts_on, ends_on

    def anything(self) -> str:
        """Return the first text of the row, to know it by when it has neither name nor address."""
        return next(filter(None, map(plain_text, self._cells)), "")[:LONGEST_TEXT]

    def _date(self, column: Column) -> date | None:
        ends = column is Column.ENDS_ON
        text = self.text(column).removesuffix(" 00:00:00")
        if ends and text.casefold() in _UNTIL_FURTHER_NOTICE:
            return None
        try:
            return read_date(text, last_of_month=ends)
        except NotADate as refusal:
            self.reasons.append(refusal.message)
            return None

    def _cell(self, column: Column) -> Cell:
        place = self._headings.places.get(column)
        return None if place is None or place >= len(self._cells) else self._cells[place]

    def _refuse(self, text: str, /, **values: object) -> str:
        self.reasons.append(Message(text, **values))
        return ""
