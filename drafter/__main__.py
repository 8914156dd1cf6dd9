"""Run the command line: `drafter`, `python -m drafter`."""

import sys
from typing import NoReturn

_INTERRUPTED = 130


def main() -> NoReturn:
    """Run the command line and exit; Ctrl-C ends it quietly, while it is being loaded too."""
    try:
        from drafter.storage.collector import collector_paused

        with collector_paused():
            from drafter.cli.main import main as run
        run()
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)


if __name__ == "__main__":
    main()
