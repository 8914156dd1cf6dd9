"""An editor for tests: a script that runs some lines on the file it is given."""

import sys
from pathlib import Path


class Editor:
    """Lies in a folder with a blank in its name, and is called vim."""

    def __init__(self, folder: Path) -> None:
        self.program = folder / "my bin" / "vim"
        self.program.parent.mkdir()
        self._told = folder / "told.txt"

    def does(self, lines: str) -> None:
        """Let the editor run `lines`; `path` is the file."""
        body = [
            f"#!{sys.executable}",
            "import sys",
            "from pathlib import Path",
            "path = Path(sys.argv[-1])",
            f"Path({str(self._told)!r}).write_text('\\n'.join(sys.argv[1:]), 'utf-8')",
            lines,
        ]
        self.program.write_text("\n".join(body), "utf-8")
        self.program.chmod(0o755)

    @property
    def arguments(self) -> list[str]:
        """Return what it was called with."""
        return self._told.read_text("utf-8").splitlines()
