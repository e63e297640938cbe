"""The field where a file is chosen, looked through before anything is kept."""

from typing import Any, BinaryIO, cast

from flask_wtf.file import FileField
from werkzeug.datastructures import FileStorage
from wtforms.validators import StopValidation

from app.files.examining import examine
from app.files.kinds import FileKind
from app.files.serving import most_megabytes, the_shelf
from app.files.shelf import Kept
from app.wording import Refusal


class UploadField(FileField):  # type: ignore[misc]
    """One file, or none. kind says what it is, when nothing was mistaken."""

    def __init__(self, label: str, *, needed: str = "", **options: Any) -> None:
        super().__init__(label, **options)
        self.needed = needed
        self.kind: FileKind | None = None

    @property
    def was_sent(self) -> bool:
        """Whether a file was chosen."""
        return isinstance(self.data, FileStorage) and bool(self.data.filename)

    @property
    def sent_name(self) -> str:
        """What it was called by who sent it."""
        return str(self.data.filename or "") if self.was_sent else ""

    def pre_validate(self, form: Any) -> None:  # noqa: ARG002
        """Refuse what may not be kept, and nothing where something is needed."""
        if not self.was_sent:
            if self.needed:
                raise StopValidation(self.needed)
            return
        try:
            self.kind = examine(self._stream, name=self.sent_name, most=most_megabytes())
        except Refusal as refusal:
            raise StopValidation(refusal.message) from None  # type: ignore[arg-type]

    def lay_down(self) -> Kept:
        """Write the file to disk. Slow: before the request begins to write in the database."""
        return the_shelf().keep(self._stream)

    @property
    def _stream(self) -> BinaryIO:
        return cast(BinaryIO, self.data.stream)
