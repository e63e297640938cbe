"""What a zip is, by its list of contents: an office document, or nothing that is kept. Its members are not unpacked.

Two small members are read, and no more of them than a bound: the one where an office document says what it is.
"""

import re
import struct
import zlib
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from app.files.kinds import FileKind
from app.files.refusals import HoldsMacros, IsDamaged, IsLocked, NotThatKind, UnpacksTooLarge

MOST_MEMBERS = 5_000
MOST_UNPACKED = 500 * 1024 * 1024
MOST_RATIO = 400
"""How many times larger a member over ten megabytes may be when it is unpacked; deflate itself stops at 1032."""
MOST_READ = 1024 * 1024

_OFFICE = {
    b"wordprocessingml.document.main+xml": (FileKind.DOCX, "word/document.xml"),
    b"spreadsheetml.sheet.main+xml": (FileKind.XLSX, "xl/workbook.xml"),
    b"presentationml.presentation.main+xml": (FileKind.PPTX, "ppt/presentation.xml"),
}
_OPEN = {each.about.media_type.encode(): each for each in (FileKind.ODT, FileKind.ODS, FileKind.ODP)}
_MACROS = re.compile(r"(^|/)vbaProject\.bin$|^(Basic|Scripts)/.", re.IGNORECASE)
_PROGRAM = re.compile(r"\.(exe|dll|com|scr|bat|cmd|ps1|vbs|js|jse|wsf|hta|msi|jar|lnk|sh)$", re.IGNORECASE)
_OUTSIDE = re.compile(r"^[/\\]|^[a-z]:|(^|[/\\])\.\.([/\\]|$)|\x00", re.IGNORECASE)


def kind_of_zip(stream: BinaryIO, size: int) -> FileKind:
    """Return which office document a zip is. Raises NotThatKind, IsDamaged, IsLocked, HoldsMacros, UnpacksTooLarge."""
    try:
        with ZipFile(stream) as archive:
            members = archive.infolist()
            _must_be_in_order(members, size)
            kind = _open_document(archive, members) or _office(archive, {each.filename for each in members})
    except (BadZipFile, EOFError, OSError, ValueError, RuntimeError, struct.error, zlib.error):
        raise IsDamaged from None
    if kind is None:
        raise NotThatKind
    _must_be_harmless(members)
    return kind


def _must_be_in_order(members: list[ZipInfo], size: int) -> None:
    """Refuse a list of contents that is made to overwhelm whoever unpacks it."""
    if not members or min(each.header_offset for each in members) != 0:
        raise IsDamaged  # something stands before the first member: two files in one
    if any(each.flag_bits & 0x1 for each in members):
        raise IsLocked
    if len(members) > MOST_MEMBERS or sum(each.file_size for each in members) > MOST_UNPACKED:
        raise UnpacksTooLarge
    swollen = (each for each in members if each.file_size > 10 * 1024 * 1024)
    if any(each.file_size > MOST_RATIO * each.compress_size for each in swollen):
        raise UnpacksTooLarge
    if sum(each.compress_size for each in members) > size:
        raise UnpacksTooLarge  # members that share the same bytes: https://www.bamsoftware.com/hacks/zipbomb/
    names = [each.filename for each in members]
    if len(set(names)) != len(names) or any(_OUTSIDE.search(each) for each in names):
        raise IsDamaged
    if any(each.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for each in members):
        raise IsDamaged


def _open_document(archive: ZipFile, members: list[ZipInfo]) -> FileKind | None:
    """OpenDocument 1.3, part 2, 3.3: the first member is called mimetype, lies unpacked and says what it is."""
    first = members[0]
    if first.filename != "mimetype" or first.compress_type != ZIP_STORED:
        return None
    return _OPEN.get(_beginning(archive, "mimetype").strip())


def _office(archive: ZipFile, names: set[str]) -> FileKind | None:
    """ECMA-376, part 2, 10.1: [Content_Types].xml says what each part is."""
    if "[Content_Types].xml" not in names:
        return None
    types = _beginning(archive, "[Content_Types].xml")
    if b"macroEnabled" in types:
        raise HoldsMacros
    return next((kind for told, (kind, part) in _OFFICE.items() if told in types and part in names), None)


def _beginning(archive: ZipFile, name: str) -> bytes:
    with archive.open(name) as member:
        return member.read(MOST_READ)


def _must_be_harmless(members: list[ZipInfo]) -> None:
    names = [each.filename for each in members]
    if any(_MACROS.search(each) for each in names):
        raise HoldsMacros
    if any(_PROGRAM.search(each) for each in names):
        raise NotThatKind
