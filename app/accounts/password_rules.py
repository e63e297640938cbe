"""Which passwords are good enough: long, and not made of what anybody would guess first."""

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from app.people.models import Person
from app.wording import N_, Refusal

SHORTEST = 15
LONGEST = 128
ENOUGH_BESIDES = 8
DIFFERENT_BESIDES = 5
"""How many letters and figures, and how many different ones, it needs besides what is easily guessed."""

_COMMON = Path(__file__).with_name("common_passwords.txt")
_OURS = ("knutpunkt", "bibliotekarie", "biblioteket", "bibliotek", "library")
_SIGNS = re.compile(r"[\W_]+")
_YEAR = re.compile(r"(19|20)\d\d")


class WeakPassword(Refusal):
    """The password is too short, too long or too easily guessed (NIST SP 800-63B-4 3.1.1.2, OWASP ASVS 5.0 V6.2)."""


def check(password: str, *, known: frozenset[str] = frozenset()) -> None:
    """Accept a new password or raise WeakPassword. known: words about the person that anybody could try.

    Nothing is asked about capitals, figures or signs: length is what counts.
    """
    text = plain(password)
    if len(text) < SHORTEST:
        raise WeakPassword(N_("Skriv minst %(least)s tecken. Ta gärna fyra ord som inte hör ihop."), least=SHORTEST)
    if len(text) > LONGEST:
        raise WeakPassword(N_("Lösenordet är för långt. Skriv högst %(most)s tecken."), most=LONGEST)
    if len(_unit(_core(text))) < SHORTEST and _unit(_core(text)) != _core(text):
        raise WeakPassword(N_("Lösenordet upprepar samma sak. Ta i stället fyra ord som inte hör ihop."))
    besides = _besides(text, _common() | known)
    if _runs(text) or len(besides) < ENOUGH_BESIDES or len(set(besides)) < DIFFERENT_BESIDES:
        raise WeakPassword(N_("Lösenordet är lätt att gissa. Ta i stället fyra ord som inte hör ihop."))


def words_about(person: Person, *, organisation: str = "") -> frozenset[str]:
    """Return the words about a person that anybody could try: names, e-mail, workplace, organisation."""
    places = [place.name for place in (person.municipality, person.library) if place is not None]
    texts = [person.given_name, person.family_name, person.email, organisation, *places]
    words = (word for text in texts for word in _SIGNS.split(plain(text).casefold()))
    return frozenset(word for word in words if len(word) > 2)


def plain(password: str) -> str:
    """Return the password in one way of writing its letters, however the keyboard put them together (NFKC)."""
    return unicodedata.normalize("NFKC", password)


def _core(text: str) -> str:
    """Fold case and leave out signs, and figures at the ends: Sommar-sommar 2026 is sommarsommar."""
    folded = _SIGNS.sub("", text.casefold())
    return folded.strip("0123456789") or folded


def _unit(text: str) -> str:
    """Return the shortest beginning of a text that, repeated, gives the whole text."""
    length = (text + text).find(text, 1)
    return text[:length]


def _runs(text: str) -> bool:
    """Whether it is one long run along the alphabet or the figures, turning twice at most: abcdefghijklmnopq."""
    steps = [abs(ord(after) - ord(before)) for before, after in pairwise(text)]
    return sum(step > 1 for step in steps) <= 2


def _besides(text: str, guessed: frozenset[str]) -> str:
    """Return the letters and figures that are left when everything easily guessed is taken out, the longest first."""
    left = text.casefold()
    for word in sorted((word for word in guessed if word in left), key=len, reverse=True):
        left = left.replace(word, " ")
    return _SIGNS.sub("", _YEAR.sub("", left))


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    lines = _COMMON.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#")) | frozenset(_OURS)
