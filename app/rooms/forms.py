"""What is asked about a document, a link, a notice, a mandate, and what is handed over."""

from datetime import date
from urllib.parse import urlsplit

from wtforms import BooleanField, HiddenField, StringField
from wtforms.validators import StopValidation, ValidationError

from app.files.forms import UploadField
from app.rooms.mandates import Wording
from app.web.fields import DayField
from app.web.forms import Form, long_text, text
from app.wording import N_


class HoldingForm(Form):
    """A file or a link, one of them."""

    file = UploadField(N_("Fil"))
    link = text(N_("Länk"), most=2_000)

    def validate_link(self, field: StringField) -> None:
        """Ask for one of the two, and for a whole address."""
        if field.data and self.file.was_sent:
            raise ValidationError(N_("Välj en fil eller skriv en länk, inte båda."))
        if not field.data and not self.file.was_sent:
            raise ValidationError(N_("Välj en fil eller skriv en länk."))
        if field.data and not _is_address(field.data):
            raise ValidationError(N_("Klistra in hela adressen, med https:// först."))


class DocumentForm(HoldingForm):
    """A new document or link."""

    title = text(N_("Rubrik"), most=200)
    is_pinned = BooleanField(N_("Nåla fast överst"))

    def validate_title(self, field: StringField) -> None:
        """A link needs a title; a file has its name."""
        if not field.data and self.link.data:
            raise StopValidation(N_("Skriv vad länken leder till."))

    @property
    def called(self) -> str:
        """What it is to be called: its title, or the file's name without its ending."""
        return self.title.data or self.file.sent_name.rpartition(".")[0][:200] or self.file.sent_name[:200]


class DescribeForm(Form):
    """What a document is called, and whether it stands first."""

    title = text(N_("Rubrik"), needed=N_("Skriv vad det är."), most=200)
    is_pinned = BooleanField(N_("Nåla fast överst"))


class NoticeForm(Form):
    """A few words until a day."""

    words = long_text(N_("Anslag"), needed=N_("Skriv vad alla behöver veta."), most=1_500)
    until = DayField(N_("Sista dagen det står uppe"), needed=N_("Skriv till vilken dag."))

    @property
    def last_day(self) -> date:
        """The last day it stands, when nothing was mistaken."""
        assert self.until.data is not None  # noqa: S101 - the field asks for it
        return self.until.data


class SeenForm(Form):
    """A form that knows which version one began from."""

    seen = HiddenField(default="0")

    @property
    def began_from(self) -> int:
        """The version's number; -1, which none has, when the form has been tampered with."""
        typed = str(self.seen.data or "0")
        return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 9 else -1


class MandateForm(SeenForm):
    """A new version of the mandate."""

    words = long_text(N_("Uppdraget"), needed=N_("Skriv vad nätverket ska göra."))
    decided_by = text(N_("Beslutat av"), most=200)
    valid_from = DayField(N_("Gäller från och med"), needed=N_("Skriv från vilken dag."))
    why = long_text(N_("Vad är ändrat, och varför?"), most=1_000)

    def wording(self) -> Wording:
        """Return what was written, when nothing was mistaken."""
        assert self.valid_from.data is not None  # noqa: S101 - the field asks for it
        return Wording(self.words.data or "", self.decided_by.data or "", self.valid_from.data, self.why.data or "")


class HandoverForm(SeenForm):
    """What the next coordinator should know."""

    words = long_text(N_("Att veta"))


def _is_address(typed: str) -> bool:
    try:
        parts = urlsplit(typed)
    except ValueError:
        return False
    return parts.scheme in ("https", "http") and bool(parts.hostname) and not any(each.isspace() for each in typed)
