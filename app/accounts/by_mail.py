"""Whether one-time links go by mail here, or are shown to be handed over."""

from app.config import Settings
from app.mail import office


def goes_by_mail(settings: Settings) -> bool:
    """Whether letters leave this installation: it has a mail server, and is no demo."""
    return settings.mail_server is not None and not office.as_it_is().is_demo
