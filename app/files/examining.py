"""What a file is, told by what it holds. Nothing is unpacked, drawn or run to find out.

Refused: pages, drawings and programs (HTML, SVG, scripts, executables), whatever they are called. Looking for viruses
is not done here; an antivirus program on the server watches the folder (docs/administration.md).
"""

import codecs
import re
from typing import BinaryIO

from app.files.kinds import FileKind
from app.files.refusals import IsDamaged, IsEmpty, IsLocked, NotThatKind, TooLarge
from app.files.zipped import kind_of_zip

MEGABYTE = 1024 * 1024
_AT_ONCE = 64 * 1024
_TAIL = 2048
_TEXT_ENDINGS = {"": FileKind.TEXT, "txt": FileKind.TEXT, "md": FileKind.TEXT, "log": FileKind.TEXT}
_TABLE_ENDINGS = {"csv": FileKind.CSV, "tsv": FileKind.CSV}
_MARKUP = re.compile(r"\s*(<[!?/a-z]|#!|%!PS)", re.IGNORECASE)
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")
_MARKS = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}


def examine(stream: BinaryIO, *, name: str, most: int) -> FileKind:
    """Return what a file is. most: how many megabytes it may be. The stream is left at its beginning.

    Raises IsEmpty, TooLarge, NotThatKind, IsDamaged, IsLocked, HoldsMacros or UnpacksTooLarge.
    """
    size = stream.seek(0, 2)
    if size == 0:
        raise IsEmpty
    if size > most * MEGABYTE:
        raise TooLarge(most)
    try:
        return _kind(stream, size, ending_of(name))
    finally:
        stream.seek(0)


def ending_of(name: str) -> str:
    """Return what a name ends in after its last full stop, in lower case; nothing when it has none."""
    stem, dot, ending = name.rpartition(".")
    return ending.strip().lower() if dot and stem else ""


def _kind(stream: BinaryIO, size: int, ending: str) -> FileKind:
    head, tail = _ends(stream, size)
    if head.startswith(b"PK\x03\x04"):
        return kind_of_zip(stream, size)
    if head.startswith(b"%PDF-"):
        return _ended(FileKind.PDF, b"%%EOF" in tail)
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return _ended(FileKind.PNG, head[12:16] == b"IHDR" and tail.endswith(b"IEND\xaeB`\x82"))
    if head.startswith(b"\xff\xd8\xff"):
        return _ended(FileKind.JPEG, size > 100)
    if head.startswith((b"GIF87a", b"GIF89a")):
        return _ended(FileKind.GIF, size > 20)
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return _ended(FileKind.WEBP, int.from_bytes(head[4:8], "little") + 8 in (size, size - 1, size + 1))
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):  # an encrypted .docx, or one of the formats before 2007
        raise IsLocked if ending in ("docx", "xlsx", "pptx") else NotThatKind
    return _text(stream, ending)


def _ends(stream: BinaryIO, size: int) -> tuple[bytes, bytes]:
    stream.seek(0)
    head = stream.read(64)
    stream.seek(max(0, size - _TAIL))
    return head, stream.read(_TAIL)


def _ended(kind: FileKind, is_whole: bool) -> FileKind:
    if not is_whole:
        raise IsDamaged
    return kind


def _text(stream: BinaryIO, ending: str) -> FileKind:
    """Return that it is text or a table, when every byte is text and it is not a page, a drawing or a script."""
    kind = (_TEXT_ENDINGS | _TABLE_ENDINGS).get(ending)
    if kind is None:
        raise NotThatKind
    stream.seek(0)
    start = stream.read(4)
    encodings = [encoding for mark, encoding in _MARKS.items() if start.startswith(mark)] or ["utf-8", "cp1252"]
    if not any(_reads_as(stream, each) for each in encodings):
        raise NotThatKind
    return kind


def _reads_as(stream: BinaryIO, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    stream.seek(0)
    is_first = True
    try:
        while chunk := stream.read(_AT_ONCE):
            words = decoder.decode(chunk)
            if _CONTROL.search(words) or (is_first and _MARKUP.match(words.lstrip("\ufeff"))):
                return False
            is_first = False
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True
