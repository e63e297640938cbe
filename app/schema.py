"""All tables, and bringing a database's tables up to date."""

from importlib import import_module
from pathlib import Path

from sqlalchemy import Engine, MetaData

from app.db import Model

FEATURES_WITH_TABLES = (
    "audit", "places", "organisation", "people", "accounts", "focus", "networks",
    "occasions", "ical", "feeds", "meetings", "followup", "minutes", "statements",
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
    with engine.begin() as connection:
        configured.attributes["connection"] = connection
        command.upgrade(configured, "head")
