"""Names stand where a Swedish reader looks for them, whatever the database thinks of letters."""

import random
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.swedish import initials, slug, sort_key

MUNICIPALITIES = (
    *("Borgholm", "Emmaboda", "Hultsfred", "Högsby", "Kalmar", "Mönsterås"),
    *("Mörbylånga", "Nybro", "Oskarshamn", "Torsås", "Vimmerby", "Västervik"),
)
TEXTS = st.text(max_size=400)
LATIN = st.text(st.characters(max_codepoint=0x17F, exclude_characters="µ"), max_size=400)
PLAIN = st.text("abcxyz ", max_size=300)


def test_the_twelve_municipalities_stand_in_swedish_order() -> None:
    shuffled = random.Random(12).sample(MUNICIPALITIES, k=12)
    assert tuple(sorted(shuffled, key=sort_key)) == MUNICIPALITIES


@pytest.mark.parametrize(
    "names",
    [
        ["Zetterberg", "Åberg", "Äng", "Öberg"],
        ["Möte 2", "Möte 10", "Möte 99999999", "Möte 100000000", "Möte 1000000000", "Möte a"],
        ["Ek Zara", "Ekberg Anna"],
        ["Sund", "Şunda", "Sunde"],
        ["Xu", "Yb", "Übo", "Yz"],
        ["Cb", "Čc", "Cd"],
        ["2026-05-01", "2026-05-10", "2026-11-02"],
        ["Ö", "Жук"],
    ],
)
def test_each_stands_before_the_next(names: list[str]) -> None:
    keys = [sort_key(name) for name in names]
    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *[("Idé", "ide"), ("ÅBERG", "åberg"), ("A\u030aberg", "Åberg"), ("Æbler", "äbler"), ("Østen", "östen")],
        *[("Barn- och unga", "barn och  unga"), ("Möte 02", "Möte 2"), ("Möte ２", "Möte 2"), ("{|}~", "")],
        *[("O´Neill", "O'Neill"), ("Müller", "Myller"), ("Šimko", "Simko"), ("Muñoz", "Munoz"), ("Möte\t2", "Möte 2")],
    ],
)
def test_what_readers_see_as_one_has_one_place(one: str, other: str) -> None:
    assert sort_key(one) == sort_key(other)


@given(LATIN)
def test_the_key_of_latin_text_is_printable_ascii(text: str) -> None:
    assert re.fullmatch(r"[ 0-9:a-z{|}]*", sort_key(text))


@given(TEXTS)
def test_any_text_has_a_short_key_that_any_database_can_keep(text: str) -> None:
    key = sort_key(text)
    assert len(key) <= 255
    assert key == key.strip()
    assert not any(unicodedata.category(character)[0] in "C" for character in key)


@given(LATIN, LATIN)
def test_bytes_stand_in_the_same_order_as_the_keys(one: str, other: str) -> None:
    first, second = sort_key(one), sort_key(other)
    assert (first < second) == (first.encode() < second.encode())


@given(TEXTS)
def test_case_makes_no_difference(text: str) -> None:
    assert sort_key(text) == sort_key(text.casefold())


@given(PLAIN)
def test_a_plain_key_is_its_own_key(text: str) -> None:
    assert sort_key(sort_key(text)) == sort_key(text)


@given(st.integers(0, 10**30), st.integers(0, 10**30))
def test_numbers_stand_by_value(one: int, other: int) -> None:
    assert (sort_key(f"Möte {one} a") < sort_key(f"Möte {other} a")) == (one < other)


def test_a_number_too_long_to_count_with_still_has_a_place() -> None:
    assert sort_key("7" * 5000) > sort_key("7" * 400)


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        *[("Samordnare Barn", "SB"), ("Ann-Sofie von Ek", "AE"), ("Åsa Öst", "ÅÖ"), ("gäst", "GÄ"), ("A", "A")],
        *[("Tidigare medlem 1", "TM"), ("", "?"), ("1 2", "?"), ("O\u0308rjan Ek", "ÖE"), ("(Kalmar) “Bo”", "KB")],
    ],
)
def test_initials_are_of_the_first_and_last_word(name: str, letters: str) -> None:
    assert initials(name) == letters


@given(TEXTS)
def test_initials_are_never_more_than_two(name: str) -> None:
    assert 1 <= len(initials(name)) <= 2


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("Barn- och unganätverket", "barn-och-unganatverket"),
        ("MIK-nätverket", "mik-natverket"),
        ("  Ångström & Ærø  2027 ", "angstrom-aero-2027"),
        ("", "natverk"),
        ("Сеть", "natverk"),
        ("å" * 59 + " öl", "a" * 59),
    ],
)
def test_the_web_address_of_a_name(name: str, address: str) -> None:
    assert slug(name) == address


@given(TEXTS)
def test_a_web_address_is_plain_and_stays_as_it_is(name: str) -> None:
    assert re.fullmatch(r"(?=.{1,60}$)[a-z0-9]+(-[a-z0-9]+)*", slug(name))
    assert slug(slug(name)) == slug(name)
