"""What is said of letters when something was done."""

from flask_babel import ngettext


def by_letter(letters: int) -> str:
    """Return how many get a letter, as a sentence; nothing when nobody does."""
    return ngettext("%(num)d person får ett mejl.", "%(num)d personer får ett mejl.", letters) if letters else ""


def said(*sentences: str) -> str:
    """Return what is said, one sentence after another; what is empty is not said."""
    return " ".join(each for each in sentences if each)
