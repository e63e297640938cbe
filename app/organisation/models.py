"""The organisation whose installation this is."""

from sqlalchemy.orm import Mapped, mapped_column

from app.db import Model, WithId


class Organisation(WithId, Model):
    """The one row that says whose intranet this is and whom to ask."""

    __tablename__ = "organisations"

    name: Mapped[str]
    region: Mapped[str] = mapped_column(default="")
    contact_name: Mapped[str] = mapped_column(default="")
    contact_email: Mapped[str] = mapped_column(default="")
    contact_phone: Mapped[str] = mapped_column(default="")
    about: Mapped[str] = mapped_column(default="")
