"""A name survives as people wrote it, and says nothing to a file system, a header or a page."""

import re
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.files.kinds import FileKind
from app.files.names import clean_name, disposition


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("Årsplan 2027.pdf", "Årsplan 2027.pdf"), ("../../etc/passwd", "passwd.pdf"),
        ("C:\\Users\\bo\\plan.PDF", "plan.pdf"), ("plan.exe", "plan.exe.pdf"), ("", "fil.pdf"), (".pdf", "pdf.pdf"),
        ("a\r\nSet-Cookie: x=1.pdf", "aSet-Cookie x=1.pdf"), ("\u202efdp.exe", "fdp.exe.pdf"), ("CON.pdf", "_CON.pdf"),
        ('"><script>.pdf', "script.pdf"), ("x" * 300 + ".pdf", "x" * 116 + ".pdf"), ("...", "fil.pdf"),
    ],
)  # fmt: skip
def test_a_name_is_made_safe(sent: str, kept: str) -> None:
    assert clean_name(sent, FileKind.PDF) == kept


@given(st.text(), st.sampled_from(FileKind))
def test_any_name_becomes_one_line_with_the_right_ending(sent: str, kind: FileKind) -> None:
    name = clean_name(sent, kind)
    assert len(name) <= 120
    assert name.rsplit(".", 1)[1] in kind.about.endings
    assert not re.search(r'[\x00-\x1f<>:"/\\|?*]', name)
    assert clean_name(name, kind) == name


@given(st.text(), st.sampled_from(FileKind))
def test_the_header_is_plain_and_gives_the_whole_name_back(sent: str, kind: FileKind) -> None:
    name = clean_name(sent, kind)
    header = disposition(name)
    found = re.fullmatch(r'attachment; filename="([A-Za-z0-9 _.,()+-]+)"; filename\*=UTF-8\'\'(\S+)', header)
    assert found is not None
    assert unquote(found[2]) == name
