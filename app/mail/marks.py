"""What people have written, marked in a letter's texts, so that its HTML says which language it is (WCAG 2.2, 3.1.2).

A letter's texts are plain. The marks are two noncharacters: code points for use inside a program, which stand in
nobody's text (Unicode, section 23.7).
"""

from markupsafe import Markup, escape

from app.web.i18n import LANGUAGES, language

_BEGINS, _ENDS = "\ufdd0", "\ufdd1"
_NONE = str.maketrans("", "", _BEGINS + _ENDS)
_SPANS = str.maketrans({_BEGINS: f'<span lang="{LANGUAGES[0]}">', _ENDS: "</span>"})


def written(text: str) -> str:
    """Return what somebody wrote, marked where the letter around it is in another language."""
    own = unmarked(text)
    return own if not own or language() == LANGUAGES[0] else f"{_BEGINS}{own}{_ENDS}"


def unmarked(text: str) -> str:
    """Return a text as it is read: for headers, titles and plain text."""
    return text.translate(_NONE)


def as_markup(text: str) -> Markup:
    """Return a text as HTML, what people wrote in a span with its language."""
    return Markup(str(escape(text)).translate(_SPANS))  # noqa: S704 - escaped, and the spans are ours
