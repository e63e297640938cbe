"""What the administrators have written on the pages that everyone may read."""

from datetime import datetime

from sqlalchemy import JSON
from sqlalchemy.orm import Mapped, mapped_column

from app.db import Model, WithId
from app.statements.kinds import Page


class Statement(WithId, Model):
    """One page as it was last saved, whole: its facts and its texts in both languages. No row: as it was shipped."""

    __tablename__ = "statements"

    page: Mapped[Page] = mapped_column(unique=True)
    answers: Mapped[dict[str, str]] = mapped_column(JSON)
    """What was answered to each question of the page's form, by the question's name."""
    revision: Mapped[int]
    """1 the first time it is saved, one more each time after."""
    changed_at: Mapped[datetime]
    changed_by: Mapped[str]
    """The administrator's name, as text."""
