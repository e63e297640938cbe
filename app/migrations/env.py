"""How Alembic reaches the database: through the connection it is given, or the one in the settings."""

from alembic import context

from app import config, db, schema

METADATA = schema.metadata()


def run(connection: object) -> None:
    """Run the migrations on a connection."""
    context.configure(connection=connection, target_metadata=METADATA, render_as_batch=True, compare_type=True)  # type: ignore[arg-type]
    with context.begin_transaction():
        context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    run(given)
else:
    with db.connect(config.load().database_url).begin() as opened:
        run(opened)
