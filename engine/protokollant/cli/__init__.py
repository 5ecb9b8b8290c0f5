"""The command line: turns arguments into one call of `pipeline`, prints, chooses the exit code.

Nothing is decided here. Imports stay inside the functions so that `--help` answers at once.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command and exit: 0 done, 1 faults in the input, 2 wrong usage, 3 engine failed."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command; every failure becomes a Swedish message and an exit code."""
    import protokollant.cli.verbs
    import protokollant.cli.year_verbs  # noqa: F401  both declare their verbs
    from protokollant.cli.command import app
    from protokollant.cli.usage import is_usage_error, usage_message
    from protokollant.errors import ProtokollantError

    try:
        code = app(args=arguments, standalone_mode=False, prog_name="protokollant")
        return code if isinstance(code, int) else 0
    except ProtokollantError as error:
        _complain(str(error))
        return error.exit_code
    except BrokenPipeError:
        with suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        _complain("Avbrutet.")
        return 130
    except Exception as error:
        if is_usage_error(error):
            _complain(usage_message(error))
            return 2
        if os.environ.get("PROTOKOLLANT_DEBUG"):
            raise
        _complain(
            f"Ett fel i protokollant självt ({type(error).__name__}: {error}). "
            "Inget har skrivits. Anmäl det gärna; PROTOKOLLANT_DEBUG=1 visar detaljerna."
        )
        return 1


def _complain(message: str) -> None:
    print(message, file=sys.stderr)
