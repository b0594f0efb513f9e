"""Errors a person can do something about."""


class UserFacingError(Exception):
    """Known trouble with words for it: `error.<reference>.title` and `error.<reference>.next_step`.

    `values` fill those words. Anything that is not a UserFacingError is our bug.
    """

    def __init__(self, reference: str, **values: str) -> None:
        super().__init__(reference)
        self.reference = reference
        self.values = values


class InvalidTableError(UserFacingError):
    """An editors' table breaks a rule. `values`: table, row, rule."""


class RegisterUnavailableError(UserFacingError):
    """The register could not be built or opened. `values`: cause."""


class DamagedDataError(UserFacingError):
    """What came from outside is not what it claims to be. `values`: cause."""
