"""What a file holds decides whether it is kept: never its name, and nothing that was made to harm."""

import struct
from contextlib import suppress
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.files import refusals
from app.files.examining import examine
from app.files.kinds import FileKind
from app.wording import Refusal
from tests.files.samples import (
    DOCX,
    GIF,
    HONEST,
    HTML,
    NAMES,
    PDF,
    SVG,
    WORD,
    office,
    open_document,
    png,
    zipped,
)


def kind_of(data: bytes, name: str = "okänd", most: int = 20) -> FileKind:
    return examine(BytesIO(data), name=name, most=most)


@pytest.mark.parametrize("kind", HONEST)
def test_every_honest_kind_is_known_by_what_it_holds(kind: str) -> None:
    assert kind_of(HONEST[kind], NAMES.get(kind, "helt.annat")) == kind


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (HTML, "protokoll.pdf"), (HTML, "anteckningar.txt"), (b"   \n" + HTML, "a.txt"),
        ("\ufeff<html>".encode(), "a.txt"), ("<html>".encode("utf-16"), "a.txt"), (SVG, "bild.png"), (SVG, "bild.txt"),
        (b"#!/bin/sh\nrm -rf /\n", "a.txt"), (b"MZ\x90\x00" + b"\0" * 100, "bild.jpg"), (b"\x7fELF\0\0", "a.csv"),
        (b"@echo off\r\ndel *.*", "start.bat"), (b"alert(1)", "a.js"), (b"Hej", "a.svg"), (b"Hej", "a.html"),
        (b"Hej\0", "a.txt"), (b"\x81\x8d", "a.txt"), (b"<?php echo 1;", "a.txt"),
        (zipped({"hej.txt": b"hej"}), "a.docx"), (zipped({"word/document.xml": b"x"}), "a.docx"),
        (zipped({"setup.exe": b"MZ"}), "a.zip"), (open_document("graphics"), "a.odg"),
        (office(WORD, "word/document.xml", **{"word/start.exe": b"MZ"}), "a.docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "gammal.doc"),
    ],
)  # fmt: skip
def test_pages_drawings_and_programs_are_refused_whatever_they_are_called(data: bytes, name: str) -> None:
    with pytest.raises(refusals.NotThatKind):
        kind_of(data, name)


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.4 och sedan ingenting", png()[:-4], png() + HTML, b"RIFF\xff\xff\xff\x7fWEBPVP8 ", b"GIF89a",
        DOCX[:-30],
        b"PK\x03\x04" + b"\0" * 100, b"PK\x03\x04 inledning" + DOCX,
        zipped({"../../etc/passwd": b"x", "[Content_Types].xml": WORD.encode(), "word/document.xml": b"x"}),
        zipped({"/etc/passwd": b"x", "[Content_Types].xml": WORD.encode(), "word/document.xml": b"x"}),
        zipped({"C:\\x": b"x", "[Content_Types].xml": WORD.encode(), "word/document.xml": b"x"}),
    ],
)  # fmt: skip
def test_what_is_not_whole_or_is_two_files_in_one_is_refused(data: bytes) -> None:
    with pytest.raises(refusals.IsDamaged):
        kind_of(data)


def test_what_grows_without_measure_when_it_is_unpacked_is_refused() -> None:
    with pytest.raises(refusals.UnpacksTooLarge):
        kind_of(office(WORD, "word/document.xml", **{"word/media/a.bin": bytes(30 * 1024 * 1024)}))
    with pytest.raises(refusals.UnpacksTooLarge):
        kind_of(office(WORD, "word/document.xml", **{f"word/{number}.xml": b"" for number in range(5_000)}))


def test_members_that_share_the_same_bytes_are_refused() -> None:
    """A better zip bomb: every entry of the list points to the same large member."""
    body = bytearray(office(WORD, "word/document.xml", **{"a": bytes(range(256)) * 40, "b": b"", "c": b""}))
    with ZipFile(BytesIO(body)) as archive:
        large = archive.getinfo("a")
    place = body.index(b"PK\x01\x02")
    while body[place : place + 4] == b"PK\x01\x02":
        name, extra, comment = struct.unpack("<HHH", body[place + 28 : place + 34])
        body[place + 20 : place + 28] = struct.pack("<II", large.compress_size * 2, large.file_size)
        place += 46 + name + extra + comment
    with pytest.raises(refusals.UnpacksTooLarge):
        kind_of(bytes(body))


def test_macros_and_passwords_are_told_apart() -> None:
    with pytest.raises(refusals.HoldsMacros):
        kind_of(office(WORD, "word/document.xml", **{"word/vbaProject.bin": b"x"}))
    with pytest.raises(refusals.HoldsMacros):
        kind_of(office("application/vnd.ms-word.document.macroEnabled.main+xml", "word/document.xml"))
    with pytest.raises(refusals.HoldsMacros):
        kind_of(open_document("text", **{"Basic/Standard/Module1.xml": b"x"}))
    with pytest.raises(refusals.IsLocked):
        kind_of(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "hemlig.docx")


def test_a_file_has_a_size() -> None:
    with pytest.raises(refusals.IsEmpty):
        kind_of(b"")
    with pytest.raises(refusals.TooLarge):
        kind_of(PDF + b" " * 1024 * 1024, most=1)
    assert kind_of(GIF, most=1) is FileKind.GIF


@given(st.binary(max_size=400), st.sampled_from(["", "PK\x03\x04", "%PDF-", "\x89PNG\r\n\x1a\n", "GIF89a"]), st.text())
def test_any_bytes_are_known_or_refused_in_words(data: bytes, start: str, name: str) -> None:
    whole = start.encode("latin-1") + data
    with suppress(Refusal):
        assert kind_of(whole, name) in FileKind


@given(st.integers(0, len(DOCX) - 1), st.integers(0, 255))
def test_a_document_with_one_byte_changed_never_breaks_the_house(place: int, value: int) -> None:
    body = bytearray(DOCX)
    body[place] = value
    with suppress(Refusal):
        assert kind_of(bytes(body)) is FileKind.DOCX
