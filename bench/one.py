"""Runs one contender in this process: `python -m bench.one MODULE [ARGUMENT ...]`.

Importing the contender is part of what some of them measure, so it happens after the stopwatch has started.
"""

import importlib
import json
import sys
import time


def main() -> None:
    begun = time.perf_counter()
    contender = importlib.import_module(sys.argv[1])
    measured: dict[str, float] = contender.measure(begun, *sys.argv[2:])
    print(json.dumps(measured), flush=True)


if __name__ == "__main__":
    main()
