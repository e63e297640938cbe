"""What is asked before a file is read in: the file."""

from typing import Any

from flask_wtf.file import FileField
from werkzeug.datastructures import FileStorage
from wtforms.validators import StopValidation

from app.imports.waiting import Upload
from app.web.forms import Form
from app.wording import N_


class FileForm(Form):
    """One file."""

    file = FileField(N_("Fil"))

    def validate_file(self, field: Any) -> None:
        """Refuse to go on without a file."""
        if not isinstance(field.data, FileStorage) or not field.data.filename:
            raise StopValidation(N_("Välj en fil."))

    @property
    def upload(self) -> Upload:
        """The file that was sent, when nothing was mistaken."""
        return Upload(self.file.data.filename or "", self.file.data.stream.read())
