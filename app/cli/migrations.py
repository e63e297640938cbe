"""Keeping migrations in step with the models: `python -m app.cli.migrations --check`, or a message to write one."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from alembic import command
from alembic.config import Config
from alembic.util.exc import CommandError

from app import db, schema

MIGRATIONS = Path(__file__).parents[1] / "migrations"


def main(words: list[str]) -> int:
    """Check, or write a migration named by the words. Works on a database of its own."""
    with TemporaryDirectory() as folder:
        engine = db.connect(f"sqlite:///{folder}/check.db")
        schema.upgrade(engine)
        configured = Config()
        configured.set_main_option("script_location", str(MIGRATIONS))
        try:
            with engine.begin() as connection:
                configured.attributes["connection"] = connection
                if words == ["--check"]:
                    command.check(configured)
                else:
                    number = f"{len(list((MIGRATIONS / 'versions').glob('*.py'))) + 1:04d}"
                    command.revision(configured, message=" ".join(words), autogenerate=True, rev_id=number)
        except CommandError as difference:
            print(f"Migrationerna går inte i takt med modellerna: {difference}", file=sys.stderr)
            return 1
        finally:
            db.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
