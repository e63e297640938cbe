"""What is said to people: Swedish sentences with values, translated where they are shown."""


def N_(text: str) -> str:  # noqa: N802 - the catalogue tools look for this name
    """Return the text unchanged; the name marks it for the translation catalogue."""
    return text


class Message:
    """A sentence with its values kept apart, so that it can be shown in the reader's language."""

    __slots__ = ("text", "values")

    def __init__(self, text: str, /, **values: object) -> None:
        self.text = text
        self.values = values

    def __str__(self) -> str:
        return self.text % self.values if self.values else self.text

    def __repr__(self) -> str:
        return f"Message({str(self)!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Message) and (self.text, self.values) == (other.text, other.values)

    def __hash__(self) -> int:
        return hash((self.text, tuple(sorted((key, str(value)) for key, value in self.values.items()))))


class Refusal(Exception):  # noqa: N818 - a refusal is an answer to a person, not an accident
    """A rule said no. Its message is written for the person and says what to do instead."""

    def __init__(self, text: str, /, **values: object) -> None:
        self.message = Message(text, **values)
        super().__init__(str(self.message))
