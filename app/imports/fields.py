"""Reads the single fields of a list: text, names, addresses, networks, municipalities."""

import difflib
import re
import unicodedata
from collections.abc import Iterable
from datetime import datetime

from app.imports.tables import Cell
from app.people.addresses import address_mistake, clean_address
from app.wording import Message

_INVISIBLE = {"Cc", "Cf", "Cs", "Co"}
_FORMULA_ERROR = re.compile(
    r"#(REF!|N/A|VALUE!|NAME\?|DIV/0!|NUM!|NULL!|SPILL!|CALC!|FIELD!|GETTING_DATA|"
    r"REFERENS!|SAKNAS!|VÄRDEFEL!|NAMN\?|DIVISION/0!|OGILTIGT!|SKÄRNING!|#+)",
    re.IGNORECASE,
)
_UTF8_READ_AS_WINDOWS = re.compile("Ã[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|Â[\xa0-\xbf]|â€")
_NAMES_A_GROUP = re.compile(r"nätverk|grupp|network|group", re.IGNORECASE)


def plain_text(cell: Cell, *, keep_lines: bool = False) -> str:
    """Return a cell as one line of visible text; a whole number has no decimals, whatever Excel made of it."""
    if isinstance(cell, datetime):
        cell = cell.isoformat(sep=" ")
    elif isinstance(cell, float) and cell.is_integer():
        cell = f"{cell:.0f}"
    lines = re.split(r"[\r\n\v\f\x85\u2028\u2029]+", "" if cell is None else str(cell))
    return ("\n" if keep_lines else " ").join(_one_line(line) for line in lines).strip()


def _one_line(text: str) -> str:
    visible = (letter for letter in text.replace("\t", " ") if unicodedata.category(letter) not in _INVISIBLE)
    return " ".join(unicodedata.normalize("NFC", "".join(visible)).split())


def formula_error(text: str) -> bool:
    """Say whether a cell holds one of Excel's errors instead of a value, in English or Swedish."""
    return _FORMULA_ERROR.match(text) is not None


def lost_letters(text: str, *, name: bool = False) -> bool:
    """Say whether letters were lost on the way: U+FFFD, UTF-8 read as Windows-1252 ("Ã¶"), "?" inside a name."""
    return "\ufffd" in text or _UTF8_READ_AS_WINDOWS.search(text) is not None or (name and "?" in text)


def split_name(text: str) -> tuple[str, str]:
    """Return given and family name: divided at the last space, or turned round if written "Family, Given"."""
    family, comma, given = text.partition(",")
    if comma:
        return given.strip(), family.strip()
    given, _, family = text.rpartition(" ")
    return (given, family) if given else (family, "")


def read_address(text: str) -> tuple[str, Message | None]:
    """Return an e-mail address in small letters, and why it cannot be one, or None."""
    address = clean_address(text)
    return address, address_mistake(address)


def split_networks(text: str) -> tuple[str, ...]:
    """Return the networks of a cell, parted by semicolons or lines; by commas only where each part names a group."""
    names = [name.strip() for name in re.split(r"[;\n]", text)]
    parted: list[str] = []
    for name in names:
        parts = [part.strip() for part in name.split(",")]
        parted += parts if all(_NAMES_A_GROUP.search(part) for part in parts) else [name]
    once: dict[str, str] = {}
    for name in filter(None, parted):
        once.setdefault(name.casefold(), name)
    return tuple(once.values())


def municipality_key(text: str) -> tuple[str, ...]:
    """Return what a municipality may be called, to compare by: ("hultsfreds", "hultsfred") for "Hultsfreds kommun".

    Two names mean the same municipality when they have a key in common.
    """
    name = re.sub(r" (kommun|municipality)\Z", "", plain_text(text).casefold())
    without_genitive = name.removesuffix("s")
    return (name,) if without_genitive in ("", name) else (name, without_genitive)


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name that is most like the one typed, to ask "did you mean", or None if none is near."""
    by_key = {other.casefold(): other for other in known}
    found = difflib.get_close_matches(name.casefold()[:200], by_key, n=1, cutoff=0.6)
    return by_key[found[0]] if found else None
