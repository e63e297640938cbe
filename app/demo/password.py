"""The one password of the demo people."""

import os
from pathlib import Path

from app.config import kept_secret

PEOPLE = ("admin", "samordnare", "medlem", "chef", "utomstaende")


def demo_password(instance: Path) -> str:
    """Return DEMO_PASSWORD, or the password made once and kept in the instance folder."""
    return os.environ.get("DEMO_PASSWORD") or kept_secret(instance / "demo_password")
