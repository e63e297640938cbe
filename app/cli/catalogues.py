"""Keeping the English catalogue complete: collects the Swedish texts, or checks that every one has its English."""

import re
import sys
from io import BytesIO
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

APP = Path(__file__).parents[1]
PO = APP / "translations" / "en" / "LC_MESSAGES" / "messages.po"
KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2), "N_": None}


def collected() -> Catalog:
    """Return every text of the code and the templates, in the order they stand."""
    catalogue = Catalog(locale="en", project="Knutpunkt", charset="utf-8", fuzzy=False)
    for folder, kinds in ((APP, [("**.py", "python")]), (APP.parent / "templates", [("**.html", "jinja2")])):
        options = {"**.html": {"trimmed": "true", "silent": "false"}}
        for name, _line, text, comments, context in extract_from_dir(folder, kinds, options, keywords=KEYWORDS):
            catalogue.add(text, None, [(f"{folder.name}/{name}", 0)], auto_comments=comments, context=context)
    return catalogue


def known() -> Catalog:
    """Return the English catalogue as it is in the repository."""
    return read_po(BytesIO(PO.read_bytes()), locale="en") if PO.exists() else Catalog(locale="en")


def lacking() -> list[str]:
    """Return what is wrong with the catalogue, a line each: texts without English, and values that went missing."""
    have = known()
    found = []
    for message in collected():
        if not message.id:
            continue
        english = have.get(message.id, message.context)
        if english is None or not english.string or (isinstance(english.string, tuple) and not all(english.string)):
            found.append(f"utan engelska: {message.id!r}")
        elif _values(message.id) != _values(english.string):
            found.append(f"värdena skiljer sig: {message.id!r} -> {english.string!r}")
    return found


def main(words: list[str]) -> int:
    """Collect, or check."""
    if words == ["--check"]:
        wrong = lacking()
        print("\n".join(wrong[:40]), file=sys.stderr)
        return 1 if wrong else 0
    catalogue = known()
    catalogue.update(collected(), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    PO.parent.mkdir(parents=True, exist_ok=True)
    with PO.open("wb") as file:
        write_po(file, catalogue, width=120, omit_header=False, include_lineno=False, sort_output=True)
    return 0


def _values(text: object) -> set[str]:
    joined = " ".join(text) if isinstance(text, tuple | list) else str(text)
    return set(re.findall(r"%\(\w+\)", joined))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
