"""Taking turns: of two who claim the same name at the same moment, the second is told so in words."""

from enum import StrEnum
from zlib import crc32

from sqlalchemy import func, select

from app import db


class Names(StrEnum):
    """Kinds of names of which each is given once. Whoever needs several turns takes them in this order."""

    FOCUS_AREAS = "focus areas"
    NETWORKS = "networks"
    PEOPLE = "people"
    PLACES = "places"
    STATEMENTS = "statements"


def wait_for_turn(*names: Names) -> None:
    """Let one at a time look whether a name is free and take it; the turn ends with the transaction.

    SQLite's writers stand in line anyway. On PostgreSQL it is an advisory lock (its manual, section 13.3.5).
    """
    if db.engine().dialect.name == "postgresql":
        for each in sorted(names):
            db.session.execute(select(func.pg_advisory_xact_lock(crc32(each.encode()))))
