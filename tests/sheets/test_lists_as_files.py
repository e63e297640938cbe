"""What is taken along opens in a spreadsheet as it was, and never runs."""

from io import BytesIO

from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from app.sheets.cells import harmless
from app.sheets.workbook import Sheet, workbook

TEXTS = st.text(st.characters(codec="utf-8"), max_size=40)


@given(TEXTS, st.lists(st.tuples(TEXTS, TEXTS, st.integers(0, 10**6)), max_size=5))
def test_any_words_make_a_workbook_without_formulas(title: str, rows: list[tuple[str, str, int]]) -> None:
    book = load_workbook(BytesIO(workbook([Sheet(title, ["Ett", "=Två", "Tre"], rows)])))
    cells = list(book.worksheets[0].iter_rows())
    assert len(cells) == len(rows) + 1
    assert "f" not in {cell.data_type for row in cells for cell in row}
    assert [row[2].value for row in cells[1:]] == [row[2] for row in rows]


@given(TEXTS)
def test_what_begins_a_formula_gets_an_apostrophe(words: str) -> None:
    cell = harmless(words)
    assert cell.lstrip()[:1] not in {"=", "+", "-", "@"} or cell[:1] == "'"
