"""Files made up for tests: honest ones of every kind, and their hostile relatives."""

import struct
import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
SLIDES = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF" + b"\x00" * 200 + b"\xff\xd9"
GIF = b"GIF89a\x01\x00\x01\x00\x80\x00\x00" + b"\x00" * 30 + b";"
WEBP = b"RIFF" + struct.pack("<I", 26) + b"WEBPVP8 " + b"\x00" * 18
HTML = b"<!doctype html><script>alert(1)</script>"
SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'


def png() -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")


def zipped(members: dict[str, bytes], *, stored: tuple[str, ...] = ()) -> bytes:
    body = BytesIO()
    with ZipFile(body, "w", ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(ZipInfo(name), data, ZIP_STORED if name in stored else ZIP_DEFLATED)
    return body.getvalue()


def office(main: str, part: str, **more: bytes) -> bytes:
    types = f'<Types><Override PartName="/{part}" ContentType="{main}"/></Types>'.encode()
    return zipped({"[Content_Types].xml": types, part: b"<x/>", **more})


def open_document(kind: str, **more: bytes) -> bytes:
    kind = f"application/vnd.oasis.opendocument.{kind}"
    return zipped({"mimetype": kind.encode(), "content.xml": b"<x/>", **more}, stored=("mimetype",))


DOCX = office(WORD, "word/document.xml")
HONEST = {
    "pdf": PDF, "jpeg": JPEG, "gif": GIF, "webp": WEBP, "png": png(), "docx": DOCX,
    "xlsx": office(SHEET, "xl/workbook.xml"), "pptx": office(SLIDES, "ppt/presentation.xml"),
    "odt": open_document("text"), "ods": open_document("spreadsheet"), "odp": open_document("presentation"),
    "text": "Hej på dig, å ä ö".encode(), "csv": "Kommun;Barn\nHögsby;3\n".encode("cp1252"),
}  # fmt: skip
NAMES = {"text": "a.txt", "csv": "a.csv"}
