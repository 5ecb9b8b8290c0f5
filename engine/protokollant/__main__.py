"""`python -m protokollant`."""

from protokollant.cli import main

main()
