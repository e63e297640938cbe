"""Why a file is not kept, each with a sentence that says what to send instead."""

from app.wording import N_, Refusal


class NotThatKind(Refusal):
    """The file is none of the kinds that may be kept."""

    def __init__(self) -> None:
        super().__init__(
            N_("Den sortens fil går inte att lägga här. Spara den som PDF, Word, Excel, PowerPoint, bild eller text.")
        )


class IsDamaged(Refusal):
    """The file begins like something it does not go on as."""

    def __init__(self) -> None:
        super().__init__(N_("Filen går inte att läsa. Öppna den hos dig, spara den på nytt och försök igen."))


class IsEmpty(Refusal):
    """There is nothing in the file."""

    def __init__(self) -> None:
        super().__init__(N_("Filen är tom. Välj en annan."))


class TooLarge(Refusal):
    """The file is larger than the installation takes."""

    def __init__(self, most: int) -> None:
        super().__init__(N_("Filen är för stor. Den får vara högst %(most)s MB."), most=most)


class HoldsMacros(Refusal):
    """The document carries programs."""

    def __init__(self) -> None:
        super().__init__(N_("Dokumentet innehåller makron. Spara det utan makron och försök igen."))


class IsLocked(Refusal):
    """The document is encrypted, so nobody can see what is in it."""

    def __init__(self) -> None:
        super().__init__(N_("Filen är skyddad med lösenord. Spara den utan lösenord och försök igen."))


class UnpacksTooLarge(Refusal):
    """A zip that would grow without measure when it is opened."""

    def __init__(self) -> None:
        super().__init__(N_("Filen blir orimligt stor när den packas upp, så den tas inte emot."))
