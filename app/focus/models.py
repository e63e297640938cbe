"""Focus areas: data with the years of their plan period, never constants."""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from app.db import Model, WithId


class FocusArea(WithId, Model):
    """A direction of the work, named by a plan and valid for its period."""

    __tablename__ = "focus_areas"

    name: Mapped[str]
    weave: Mapped[int] = mapped_column(default=1)
    """Which of the drawn patterns stands for it: 1 to 4."""
    position: Mapped[int] = mapped_column(default=0)
    """Its number in the plan."""
    valid_from: Mapped[date]
    valid_to: Mapped[date | None]
    """The last day, if the period has an end."""

    def is_valid_on(self, day: date) -> bool:
        """Whether the plan that names it is in force."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)
