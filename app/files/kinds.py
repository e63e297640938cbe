"""The kinds of files that may be kept. What a file holds decides, never what it is called."""

from enum import StrEnum
from typing import NamedTuple

from app.wording import N_


class About(NamedTuple):
    """How a kind is sent, what its names end in (the first is given to those that lack one), and what it is called."""

    media_type: str
    endings: tuple[str, ...]
    label: str


class FileKind(StrEnum):
    """What a file is."""

    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"
    PPTX = "pptx"
    ODT = "odt"
    ODS = "ods"
    ODP = "odp"
    PNG = "png"
    JPEG = "jpeg"
    GIF = "gif"
    WEBP = "webp"
    TEXT = "text"
    CSV = "csv"

    @property
    def about(self) -> About:
        """All that is said of it."""
        return _ABOUT[self]

    @property
    def label(self) -> str:
        """What people call it."""
        return _ABOUT[self].label


_OFFICE = "application/vnd.openxmlformats-officedocument"
_OPEN = "application/vnd.oasis.opendocument"

_ABOUT = {
    FileKind.PDF: About("application/pdf", ("pdf",), N_("PDF")),
    FileKind.DOCX: About(f"{_OFFICE}.wordprocessingml.document", ("docx",), N_("Word")),
    FileKind.XLSX: About(f"{_OFFICE}.spreadsheetml.sheet", ("xlsx",), N_("Excel")),
    FileKind.PPTX: About(f"{_OFFICE}.presentationml.presentation", ("pptx",), N_("PowerPoint")),
    FileKind.ODT: About(f"{_OPEN}.text", ("odt",), N_("OpenDocument, text")),
    FileKind.ODS: About(f"{_OPEN}.spreadsheet", ("ods",), N_("OpenDocument, kalkyl")),
    FileKind.ODP: About(f"{_OPEN}.presentation", ("odp",), N_("OpenDocument, presentation")),
    FileKind.PNG: About("image/png", ("png",), N_("Bild")),
    FileKind.JPEG: About("image/jpeg", ("jpg", "jpeg"), N_("Bild")),
    FileKind.GIF: About("image/gif", ("gif",), N_("Bild")),
    FileKind.WEBP: About("image/webp", ("webp",), N_("Bild")),
    FileKind.TEXT: About("text/plain", ("txt", "md", "log"), N_("Text")),
    FileKind.CSV: About("text/csv", ("csv", "tsv"), N_("CSV")),
}
ACCEPT = ",".join(f".{ending}" for about in _ABOUT.values() for ending in about.endings if ending != "log")
"""What a browser's file chooser offers; a convenience, not a guard."""
