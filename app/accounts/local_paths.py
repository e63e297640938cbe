"""Where to go next after signing in: only to a page of this installation."""

from urllib.parse import urlsplit

HOME = "/"


def local_path(address: str | None) -> str:
    """Return the address if it is a path here, else the start page; nobody is sent elsewhere by a link to sign in."""
    if not address or not address.startswith("/") or address.startswith("//"):
        return HOME
    if "\\" in address or any(each <= " " or each == "\x7f" for each in address):  # browsers rewrite or drop these
        return HOME
    try:
        parts = urlsplit(address)
    except ValueError:
        return HOME
    is_a_page = not parts.scheme and not parts.netloc and parts.path not in {"/logout", "/language"}
    return address if is_a_page else HOME
