"""All tables, and bringing a database's tables up to date."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, MetaData

from app.db import Model

FEATURES_WITH_TABLES = (
    "audit", "files", "mail", "places", "organisation", "people", "accounts", "focus", "networks", "joining",
    "occasions", "ical", "feeds", "meetings", "followup", "minutes", "statements", "rooms", "rotation", "merging",
)  # fmt: skip


def metadata() -> MetaData:
    """Return every table of every feature."""
    for feature in FEATURES_WITH_TABLES:
        import_module(f"app.{feature}.models")
    return Model.metadata


def upgrade(engine: Engine) -> None:
    """Bring the tables up to date, in one transaction where the database can; safe to call at every start."""
    from alembic import command
    from alembic.config import Config

    configured = Config()
    configured.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    with _references_at_rest(engine) as connection, connection.begin():
        configured.attributes["connection"] = connection
        command.upgrade(configured, "head")
        if engine.dialect.name == "sqlite" and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
            raise RuntimeError("a migration left rows that refer to nothing")


@contextmanager
def _references_at_rest(engine: Engine) -> Iterator[Connection]:
    """Connect, with SQLite's references unguarded: it changes a table by making it anew and dropping the old one.

    Guarded, that is refused, or takes along what refers to it (https://sqlite.org/lang_altertable.html, section 7).
    """
    with engine.connect() as connection:
        if engine.dialect.name != "sqlite":
            yield connection
            return
        driver: Any = connection.connection.driver_connection
        driver.execute("PRAGMA foreign_keys=OFF")  # says nothing inside a transaction, so before it
        try:
            yield connection
        finally:
            driver.execute("PRAGMA foreign_keys=ON")
