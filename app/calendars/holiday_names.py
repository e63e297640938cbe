"""The holidays of ten years, on standard output as JSON. Run as a program of its own: see days.py.

Arguments: an ISO 3166-1 alpha-2 code, the first year, a language. Ends with 3 for a country without a known calendar.
"""

import json
import sys

YEARS = 10
UNKNOWN = 3
"""How it ends when it does not know the country."""


def names(country: str, first: int, language: str) -> dict[str, str]:
    """Return the names by ISO date, in the language or else in the country's own. Raises NotImplementedError."""
    from holidays import DE_FACTO, PUBLIC, country_holidays  # here, so that who starts the program need not load it

    known = country_holidays(country)
    alike = (name for name in known.supported_languages if name == language or name.startswith(f"{language}_"))
    found = country_holidays(
        country,
        years=range(max(first, 1), first + YEARS),
        language=next(alike, known.default_language),  # "en" is met by "en_US"
        # Midsummer Eve, Christmas Eve and New Year's Eve: as good as Sundays (Swedish Annual Leave Act, 1977:480, 7 §).
        categories={PUBLIC, DE_FACTO} & set(known.supported_categories),
    )
    return {day.isoformat(): name.replace("; ", ", ") for day, name in sorted(found.items())}


if __name__ == "__main__":
    try:
        print(json.dumps(names(sys.argv[1], int(sys.argv[2]), sys.argv[3])))
    except NotImplementedError:
        raise SystemExit(UNKNOWN) from None
