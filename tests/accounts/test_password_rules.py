"""Which passwords are good enough."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.accounts import passwords
from app.accounts.local_paths import local_path
from app.accounts.password_rules import WeakPassword, check, plain, words_about
from app.organisation.models import Organisation
from app.people.models import Person
from app.places.models import Municipality

ALICE = Person(
    given_name="Alice",
    family_name="Åberg-Ek",
    email="alice.aberg@hogsby.example",
    municipality=Municipality(name="Högsby", slug="hogsby"),
)
KNOWN = words_about(ALICE, organisation=Organisation(name="Biblioteksutveckling").name)


@pytest.mark.parametrize(
    "password",
    [
        "kaffe tåg regnrock elva",
        "mossagitarronsdagsbuss",
        "83756201946283756",
        "ÅÄÖ är tre bokstäver i slutet",
        "                kaffe på perrongen",
        "🙂 fyra glada gubbar på rad 🙂",
        "alice tycker om varm choklad",
    ],
)
def test_long_and_unexpected_is_enough(password: str) -> None:
    check(password, known=KNOWN)


@pytest.mark.parametrize(
    ("password", "told"),
    [
        ("fjorton tecken", "minst 15 tecken"),
        ("", "minst 15 tecken"),
        ("x" * 129, "högst 128 tecken"),
        ("passwordpassword1", "upprepar"),
        ("hej hej hej hej hej", "upprepar"),
        ("aaaaaaaaaaaaaaaaaaaa", "upprepar"),
        ("1234567890123456", "lätt att gissa"),
        ("abcdefghijklmnopqrs", "lätt att gissa"),
        ("qwertyuiopåasdfghjklöä", "lätt att gissa"),
        ("1qaz2wsx3edc4rfv", "lätt att gissa"),
        ("Lösenord12345678!", "lätt att gissa"),
        ("Sommar2026-Hösten2026", "lätt att gissa"),
        ("Bibliotek2026Knutpunkt!", "lätt att gissa"),
        ("AliceÅbergEk20261224", "lätt att gissa"),
        ("hogsby.bibliotek.2026", "lätt att gissa"),
        ("Biblioteksutveckling1", "lätt att gissa"),
        ("correct horse battery staple", "lätt att gissa"),
        ("knutpunkt-knutpunkt", "upprepar"),
    ],
)
def test_what_anybody_would_try_first_is_refused_in_words(password: str, told: str) -> None:
    with pytest.raises(WeakPassword, match=told):
        check(password, known=KNOWN)


@given(
    st.lists(st.sampled_from("kaffe tåg regnrock elva mossa gitarr buss lingon sten".split()), min_size=4, unique=True)
)
def test_four_words_that_do_not_belong_together_always_do(words: list[str]) -> None:
    check(" ".join([*words, "ficklampa"]), known=KNOWN)


@given(st.text(max_size=200), st.frozensets(st.text(min_size=3, max_size=8), max_size=4))
def test_any_text_is_accepted_or_refused_in_words(password: str, known: frozenset[str]) -> None:
    with pytest.raises(WeakPassword) if len(plain(password)) < 15 else suppress(WeakPassword):
        check(password, known=known)


def test_a_password_is_the_same_however_its_letters_are_put_together() -> None:
    kept = passwords.hash_password("kaffe på fjället")
    assert passwords.is_right(kept, "kaffe pa\u030a fja\u0308llet")
    assert not passwords.is_right(kept, "kaffe pa fjallet")


def test_every_letter_of_a_long_password_counts() -> None:
    longest = "åtta ord på rad " * 8
    kept = passwords.hash_password(longest)
    assert len(longest) == 128
    assert not passwords.is_right(kept, longest[:-1])
    assert not passwords.is_right(kept, longest + "x")


@pytest.mark.parametrize("kept", [None, "", "x", "$argon2id$v=19$broken"])
def test_nothing_fits_where_there_is_no_password(kept: str | None) -> None:
    assert not passwords.is_right(kept, "a password that nobody has")
    assert not passwords.is_right(kept, "")


@given(st.text())
def test_the_way_on_is_always_a_path_here(address: str) -> None:
    path = local_path(address)
    assert path.startswith("/")
    assert not path.startswith("//")
    assert "\\" not in path


@pytest.mark.parametrize("address", ["/", "/networks?kind=a&b=c", "/meetings/x#agenda", "/å"])
def test_a_path_here_is_kept(address: str) -> None:
    assert local_path(address) == address


@pytest.mark.parametrize(
    "address", [None, "", "x", "//x.example", "/\\x.example", "/\n/x", "https:/x", "/logout", "/language"]
)
def test_anything_else_leads_to_the_start_page(address: str | None) -> None:
    assert local_path(address) == "/"
