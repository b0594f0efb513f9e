"""Where the frozen program begins; the clone begins at app/__main__.py."""

import sys
from multiprocessing import freeze_support

from app.__main__ import main

if __name__ == "__main__":
    freeze_support()  # work in a process of its own starts this very program again
    sys.exit(main())
