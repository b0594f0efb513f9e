"""The program's version and the day it was released."""

from datetime import date

VERSION = "0.1.0"
RELEASED_ON = date(2026, 11, 20)
