"""What a name becomes when it is sorted in Swedish order, shortened to initials or put in a web address."""

import re
import unicodedata

LONGEST_KEY = 255
LONGEST_SLUG = 60

# å, ä and ö become the three ASCII characters after z. Unicode's CLDR counts æ as ä; ø, ő and œ as ö; ü and ű as y.
_MARKED = {"a\u030a": "{", "a\u0308": "|", "o\u0308": "}", "o\u030b": "}", "u\u0308": "y", "u\u030b": "y"}
_MARKED_LETTER = re.compile("|".join(_MARKED))

# Letters that Unicode does not take apart, the Sami ŋ and ŧ among them, go by the nearest plain ones.
_NEAREST = {
    "þ": "th",
    "đ": "d",
    "ð": "d",
    "ł": "l",
    "ħ": "h",
    "ı": "i",
    "ĸ": "k",
    "ŋ": "n",
    "ŧ": "t",
    "ǥ": "g",
    "ʒ": "z",
}
_SORTED_AS = str.maketrans(_NEAREST | {"æ": "|", "ø": "}", "œ": "}"})
_WRITTEN_AS = str.maketrans(_NEAREST | {"æ": "ae", "ø": "o", "œ": "oe"})

_NUMBER = re.compile(r"\d+")
_NOT_IN_AN_ADDRESS = re.compile(r"[^a-z0-9]+")
_MODIFIER_APOSTROPHE = "\u02bc"
_IGNORED = "\0"


def sort_key(text: str) -> str:
    """Return a key whose plain byte order is Swedish order: a space first, numbers by value, a to z, å, ä, ö.

    Case, accents and punctuation make no difference; texts that differ only so get the same key. Latin letters give
    ASCII, other scripts come after ö. At most 255 characters. Letters follow Unicode CLDR's collation for sv, except
    that ę and ô go by e and o, as names from abroad are looked for here.
    """
    letters = _MARKED_LETTER.sub(lambda found: _MARKED[found.group()], _taken_apart(text)).translate(_SORTED_AS)
    numbered = _NUMBER.sub(lambda found: _by_value(found.group()), _without_marks(letters))
    return " ".join(numbered.replace(_IGNORED, "").split())[:LONGEST_KEY].rstrip()


def initials(name: str) -> str:
    """Return two capitals for an avatar: of the first and last word, or of the only word; "?" without letters."""
    words = [word for word in ("".join(filter(str.isalpha, part)) for part in _composed(name).split()) if word]
    if not words:
        return "?"
    pair = words[0][0] + words[-1][0] if len(words) > 1 else words[0][:2]
    return pair.upper()[:2]


def slug(name: str) -> str:
    """Return the name as part of a web address: a-z, 0-9 and single hyphens, at most 60; "natverk" if none is left."""
    plain = _without_marks(unicodedata.normalize("NFKD", name).casefold().translate(_WRITTEN_AS))
    return _NOT_IN_AN_ADDRESS.sub("-", plain).strip("-")[:LONGEST_SLUG].strip("-") or "natverk"


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _taken_apart(text: str) -> str:
    """Fold case and part letters from marks. Signs go twice: NFKD makes spaces of some and brackets of others."""
    folded = unicodedata.normalize("NFKD", _without_signs(text)).casefold()
    return _without_signs(unicodedata.normalize("NFKD", folded))


def _without_signs(text: str) -> str:
    """Put a stop in place of punctuation, symbols and controls: they are ignored, but still part two numbers."""
    return "".join(map(_letter_space_or_stop, text))


def _letter_space_or_stop(character: str) -> str:
    if character.isspace():
        return " "
    ignored = character == _MODIFIER_APOSTROPHE or unicodedata.category(character)[0] in "PSC"
    return _IGNORED if ignored else character


def _without_marks(text: str) -> str:
    return "".join(character for character in text if not unicodedata.combining(character))


def _by_value(digits: str) -> str:
    """Pad a number to eight figures. A longer one follows all those (":" comes after "9"), the longest last."""
    figures = "".join(str(unicodedata.decimal(digit)) for digit in digits).lstrip("0")
    return figures.zfill(8) if len(figures) <= 8 else f":{min(len(figures), 999):03}{figures}"
