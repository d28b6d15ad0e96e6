"""Writes the catalogues anew from the code; with --check, says what is missing; with --add LANGUAGE, begins one."""

import argparse
import sys

from babel import Locale

from shared.languages import ENGLISH, LANGUAGES
from tools.languages import catalogues
from tools.languages.checking import problems


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tools.languages", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing, and fail if anything is missing")
    parser.add_argument("--add", metavar="LANGUAGE", help="begin a catalogue, e.g. fr")
    asked = parser.parse_args()
    languages = [one for one in LANGUAGES if one != ENGLISH]
    if asked.add:
        languages = [str(Locale.parse(asked.add))]
    if not asked.check:
        for language in languages:
            catalogues.write(language, catalogues.renewed(language))
    found = [problem for language in languages for problem in problems(language)]
    print("\n".join(found) or "every language is complete")
    return 1 if found and asked.check else 0


if __name__ == "__main__":
    sys.exit(main())
