"""The link in a letter that switches one kind off, for one person in one network, and does nothing else (RFC 8058)."""

from uuid import UUID

from itsdangerous import BadData, URLSafeSerializer

from app.mail.kinds import Kind

_SALT = "mail off"
PATH = "/mail/off/"


class NotOurs(LookupError):  # noqa: N818 - an answer, not an accident
    """The link was not made here, or has not come whole."""


def link(secret_key: str, *, person_id: UUID, kind: Kind, network_id: UUID | None) -> str:
    """Return the path of the link. It keeps working: a letter may be old when one has had enough."""
    network = network_id.hex if network_id is not None and kind.is_per_network else ""
    return PATH + str(_signer(secret_key).dumps([person_id.hex, kind.value, network]))


def read(secret_key: str, signed: str) -> tuple[UUID, Kind, UUID | None]:
    """Return whose, what and where a link switches off. Raises NotOurs."""
    try:
        person, kind, network = _signer(secret_key).loads(signed)
        return UUID(person), Kind(kind), UUID(network) if network else None
    except (BadData, ValueError, TypeError, AttributeError):
        raise NotOurs(signed) from None


def _signer(secret_key: str) -> URLSafeSerializer:
    return URLSafeSerializer(secret_key, salt=_SALT)
