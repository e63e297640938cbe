"""Networks' names where there is little room: over a narrow column, in a tile."""

import re

_BEGINNING = re.compile(
    r"^(?:arbetsgruppen|arbetsgrupp|nätverket|nätverk|gruppen|grupp) (?:för|om|kring) (?=\w)", re.IGNORECASE
)
_ENDING = re.compile(r"(?<=\w{3})[- ]?nätverk(et)?$")
_LINK = re.compile(r"(?<=[bcdfghjklmnpqrtvxz])s$")
_PARTS = re.compile(
    r"(?<=\w{4})(?=(?:lighet|bibliotek|chef|grupp|språk|arbete|transport|samverkan)\w*)|(?<=biblio)(?=tek)|(?<=mer)(?=öpp)",
    re.IGNORECASE,
)
_SOFT_HYPHEN = "\u00ad"
_FITS = 20  # letters, in a cell on a phone


def short_name(name: str) -> str:
    """Return a network's name without what kind it is: Tillgänglighetsnätverket becomes Tillgänglighet.

    Arbetsgruppen för fjärrlån becomes Fjärrlån.
    """
    bare = _BEGINNING.sub("", name)
    if bare != name:
        return bare[0].upper() + bare[1:]
    stem = _ENDING.sub("", name)
    if stem == name:
        return name
    return stem if name[len(stem)] in " -" else _LINK.sub("", stem)


def narrow_name(name: str) -> str:
    """Return the same with soft hyphens, so that a long word breaks where its parts meet."""
    return _PARTS.sub(_SOFT_HYPHEN, short_name(name))


def smallest_name(name: str) -> str:
    """Return the same for a cell on a phone: of a long name that joins two things the first, Fjärrlån m.m."""
    short = short_name(name)
    first, _, second = short.partition(" och ")
    fits = not second or len(short) <= _FITS or first.endswith("-")
    return narrow_name(name) if fits else f"{_PARTS.sub(_SOFT_HYPHEN, first)} m.m."
