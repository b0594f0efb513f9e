"""Makes short codes by which a desk and a visitor speak of one case."""

import secrets

# No 0 O 1 I L 5 S 8 B Z: read aloud or by hand they are taken for each other.
LETTERS = "234679ACDEFGHJKMNPQRTUVWXY"
_LENGTH = 5  # 26 to the fifth: two visitors in eleven million get the same


def new_case_code() -> str:
    """Return a random code that says nothing about anybody, such as "K7M2Q"."""
    return "".join(secrets.choice(LETTERS) for _ in range(_LENGTH))
