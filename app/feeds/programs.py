"""What a calendar program is called in plain words, by what it says of itself."""

from app.wording import N_

UNKNOWN = N_("ett okänt program")
_PROGRAMS = (
    ("Google-Calendar", N_("Google Kalender")),
    ("Microsoft.Exchange", N_("Outlook på webben")),
    ("Microsoft Office", N_("Outlook på datorn")),
    ("Microsoft Outlook", N_("Outlook på datorn")),
    ("Outlook", "Outlook"),
    ("Thunderbird", "Thunderbird"),
    ("Evolution", "Evolution"),
    ("Nextcloud", "Nextcloud"),
    ("ICSx5", N_("ICSx⁵ på Android")),
    ("DAVx5", N_("DAVx⁵ på Android")),
    ("Proton", "Proton Calendar"),
    ("vdirsyncer", "vdirsyncer"),
    ("Yahoo", "Yahoo"),
    ("iOS/", N_("iPhone eller iPad")),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("macOS/", N_("Kalender på Mac")),
    ("Mac OS X/", N_("Kalender på Mac")),
    ("CalendarAgent", N_("Kalender på Mac")),
    ("dataaccessd", N_("iPhone eller iPad")),
    ("curl/", "curl"),
    ("Mozilla/", N_("en webbläsare")),
)
"""The first sign that is found in the User-Agent counts."""


def program_in_words(user_agent: str) -> str:
    """Return what people call a program, as a Swedish text to be translated where it is shown."""
    return next((name for sign, name in _PROGRAMS if sign.lower() in user_agent.lower()), UNKNOWN)
