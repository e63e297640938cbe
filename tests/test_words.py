"""What is said to people is said in whole sentences, calmly, with no word of machinery (docs/design.md, Words)."""

import re

from app.cli.catalogues import known

TEXTS = sorted({text for each in known() for text in ([each.id] if isinstance(each.id, str) else each.id) if text})
SHOUTED = re.compile(r"!|\b(tyvärr|ops|oj då|ogiltig\w*|entitet\w*|framgångsrikt|vänligen)\b", re.IGNORECASE)
SENTENCES = re.compile(r"[.?] [A-ZÅÄÖ]")
ENDED = re.compile(r"([.?:…]|\)s)[”)]?$")


def test_nothing_is_shouted_and_nobody_is_blamed() -> None:
    assert [text for text in TEXTS if SHOUTED.search(text)] == []


def test_what_is_said_in_two_sentences_ends_with_a_full_stop() -> None:
    in_two = [text for text in TEXTS if SENTENCES.search(text.replace("kl. ", "").replace("v. ", ""))]
    assert len(in_two) > 100
    assert [text for text in in_two if not ENDED.search(text) and not text.endswith("flask --app wsgi init")] == []
