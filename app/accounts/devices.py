"""What a device is called in plain words: Firefox på Windows."""

from app.wording import N_, Message

_BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Vivaldi/", "Vivaldi"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
"""In this order: most browsers also say that they are the ones further down."""
_SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("CrOS", "Chromebook"),
    ("Macintosh", "Mac"),
    ("Linux", "Linux"),
)


def device_in_words(user_agent: str) -> Message:
    """Return a device by what its browser calls itself (User-Agent, RFC 9110 10.1.5)."""
    browser = next((name for sign, name in _BROWSERS if sign in user_agent), "")
    system = next((name for sign, name in _SYSTEMS if sign in user_agent), "")
    if browser and system:
        return Message(N_("%(browser)s på %(system)s"), browser=browser, system=system)
    if browser or system:
        return Message(N_("%(name)s"), name=browser or system)
    return Message(N_("Okänd enhet"))
