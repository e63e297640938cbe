"""Networks' names where there is little room: over a narrow column, in a tile."""

import re

_ENDING = re.compile(r"(?<=\w{3})[- ]?nätverk(et)?$")
_LINK = re.compile(r"(?<=[bcdfghjklmnpqrtvxz])s$")
_PARTS = re.compile(
    r"(?<=\w{4})(?=(?:lighet|bibliotek|chef|grupp|språk|arbete|transport|samverkan)\w*)|(?<=biblio)(?=tek)|(?<=mer)(?=öpp)",
    re.IGNORECASE,
)
_SOFT_HYPHEN = "\u00ad"


def short_name(name: str) -> str:
    """Return a network's name without the word network: Tillgänglighetsnätverket becomes Tillgänglighet."""
    stem = _ENDING.sub("", name)
    if stem == name:
        return name
    return stem if name[len(stem)] in " -" else _LINK.sub("", stem)


def narrow_name(name: str) -> str:
    """Return the same with soft hyphens, so that a long word breaks where its parts meet."""
    return _PARTS.sub(_SOFT_HYPHEN, short_name(name))
