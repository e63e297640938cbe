"""Opens a list that somebody kept in Excel or saved as CSV, told apart by what is in the file, not by its name."""

from app.imports.tables import Cell, Row, Sheet, UnreadableFile
from app.imports.text_table import read_text_table
from app.imports.workbook import read_workbook
from app.wording import N_

__all__ = ["Cell", "Row", "Sheet", "UnreadableFile", "read_sheets"]

MOST_BYTES = 5_000_000

_OLD_EXCEL = N_("Filen är i det gamla Excelformatet (.xls) eller skyddad med lösenord. Spara den som .xlsx eller CSV.")
_OPEN_DOCUMENT = N_("Filen är i formatet OpenDocument (.ods). Spara den som .xlsx eller CSV.")
_OTHER_KINDS = {
    b"\xd0\xcf\x11\xe0": _OLD_EXCEL,
    b"%PDF": N_("Filen är en PDF. Spara listan som .xlsx eller CSV."),
    b"{\\rtf": N_("Filen är ett textdokument. Spara listan som .xlsx eller CSV."),
    b"\x89PNG": N_("Filen är en bild. Spara listan som .xlsx eller CSV."),
    b"\xff\xd8\xff": N_("Filen är en bild. Spara listan som .xlsx eller CSV."),
    b"BEGIN:VC": N_("Filen är en kalender eller ett visitkort. Välj en medlemslista, som .xlsx eller CSV."),
}
_ZIP = b"PK\x03\x04"


def read_sheets(data: bytes, filename: str) -> list[Sheet]:
    """Return the sheets of an .xlsx or .csv file of at most 5 MB, 20 000 rows and 60 columns. Raises UnreadableFile."""
    if not data.strip():
        raise UnreadableFile(N_("Filen %(file)s är tom. Välj en annan."), file=_shown(filename))
    if len(data) > MOST_BYTES:
        raise UnreadableFile(N_("Filen är större än %(most)s MB. Dela upp den."), most=MOST_BYTES // 1_000_000)
    for beginning, reason in _OTHER_KINDS.items():
        if data.startswith(beginning):
            raise UnreadableFile(reason)
    if not data.startswith(_ZIP):
        return [read_text_table(data)]
    if b"application/vnd.oasis.opendocument" in data[:200]:
        raise UnreadableFile(_OPEN_DOCUMENT)
    return read_workbook(data)


def _shown(filename: str) -> str:
    """Return a file's name as it can be said in a sentence, without its folders."""
    return filename.replace("\\", "/").rsplit("/", 1)[-1][:100]
