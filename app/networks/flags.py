"""The flags of the networks: twelve colours and twelve signs, each pair in use once."""

from collections.abc import Collection

from app.wording import N_

COLOURS = {
    1: N_("Skiffer"),
    2: N_("Tegelröd"),
    3: N_("Bärnsten"),
    4: N_("Plommon"),
    5: N_("Blå"),
    6: N_("Violett"),
    7: N_("Grön"),
    8: N_("Oliv"),
    9: N_("Vinröd"),
    10: N_("Havsgrön"),
    11: N_("Cerise"),
    12: N_("Brun"),
}
SIGNS = {
    1: N_("Fyrkant"),
    2: N_("Skiva"),
    3: N_("Sol"),
    4: N_("Rutor"),
    5: N_("Två band"),
    6: N_("Hörn"),
    7: N_("Kors"),
    8: N_("Romb"),
    9: N_("Hyllor"),
    10: N_("Dubbelpil"),
    11: N_("Snedkors"),
    12: N_("Fyra prickar"),
}


def free_pair(taken: Collection[tuple[int, int]]) -> tuple[int, int]:
    """Return a colour and a sign that no network has: one of the twelve drawn as a pair first, then other pairs.

    When all are taken, the first.
    """
    drawn = [(number, number) for number in COLOURS]
    mixed = [(1 + (sign + shift - 1) % 12, sign) for shift in range(1, 12) for sign in SIGNS]
    return next((pair for pair in drawn + mixed if pair not in taken), drawn[0])
