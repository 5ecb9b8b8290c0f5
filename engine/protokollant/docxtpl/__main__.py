"""A template and a JSON file → a filled document: `python -m protokollant.docxtpl`."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from protokollant.docxtpl.template import DocxTemplate
from protokollant.errors import ProtokollantError


def main() -> int:
    """Fill the template; the arguments are docxtpl's."""
    given = _arguments()
    if given.output_filename.exists() and not given.overwrite:
        return _failed(f"{given.output_filename} finns redan. Skriv -o för att ersätta den.")
    try:
        data = json.loads(given.json_path.read_text(encoding="utf-8"))
        template = DocxTemplate(given.template_path)
        template.render(data)
        template.save(given.output_filename)
    except json.JSONDecodeError as error:
        where = f"rad {error.lineno}, kolumn {error.colno}"
        return _failed(f"{given.json_path}, {where}: filen är inte giltig JSON.")
    except UnicodeDecodeError:
        return _failed(f"{given.json_path}: filen är inte UTF-8. Spara om den som UTF-8.")
    except (ProtokollantError, OSError) as error:
        return _failed(str(error))
    if not given.quiet:
        print(f"Skrev {given.output_filename}.")
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Fyller en Wordmall med uppgifter ur en JSON-fil.")
    parser.add_argument("template_path", type=Path, help="mallen, en .docx")
    parser.add_argument("json_path", type=Path, help="uppgifterna, en .json")
    parser.add_argument("output_filename", type=Path, help="det fyllda dokumentet")
    parser.add_argument("-o", "--overwrite", action="store_true", help="ersätt filen om den finns")
    parser.add_argument("-q", "--quiet", action="store_true", help="säg inget när det går bra")
    return parser.parse_args()


def _failed(message: str) -> int:
    print(message, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
