"""What a file is called when it is fetched: the sender's words, without what a file system or a header chokes on."""

import unicodedata
from urllib.parse import quote

from app.files.examining import ending_of
from app.files.kinds import FileKind

LONGEST = 120
_FORBIDDEN = set('<>:"/\\|?*')
_RESERVED = {"con", "prn", "aux", "nul", *(f"{name}{number}" for name in ("com", "lpt") for number in range(1, 10))}


def clean_name(sent: str, kind: FileKind) -> str:
    """Return a file's name on one line, without folders, ending as its kind does."""
    bare = unicodedata.normalize("NFC", sent.replace("\\", "/").rsplit("/", 1)[-1])
    kept = "".join(each for each in bare if each not in _FORBIDDEN and unicodedata.category(each)[0] != "C")
    words = " ".join(kept.split()).strip(" .")
    ending = ending_of(words)
    stem = words[: -len(ending) - 1] if ending in kind.about.endings else words
    ending = ending if ending in kind.about.endings else kind.about.endings[0]
    stem = stem[: LONGEST - len(ending) - 1].strip(" .") or "fil"
    return f"{'_' if stem.lower() in _RESERVED else ''}{stem}.{ending}"


def disposition(name: str) -> str:
    """Return the header that makes a browser save the file under its name (RFC 6266, 4.3; RFC 8187)."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    plain = "".join(each for each in plain if each.isalnum() or each in " -_.,()+") or "fil"
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
