#!/bin/sh
# LibreOffice is the second PDF engine. Tests that need it are skipped, and say so, without it.
# Carlito has the measures of Calibri, so that both engines break lines alike.
set -eu
command -v soffice >/dev/null 2>&1 && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installerar LibreOffice för testerna …"
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        libreoffice-writer-nogui fonts-crosextra-carlito fonts-liberation >/dev/null
elif [ "${CI:-}" = true ]; then
    echo "LibreOffice saknas och kan inte installeras här." >&2
    exit 1
else
    echo "LibreOffice saknas: testerna av den motorn hoppas över." >&2
fi
