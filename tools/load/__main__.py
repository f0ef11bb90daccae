"""Trials of a running service, each against what it must reach: `python3 tools/load TRIAL…`; all without a name.

Needs a release build (or PARAPH=path), Linux, and `oha` for the overload. Exits with 1 where a figure misses its mark."""

import importlib
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
TRIALS = ["overload", "restarts", "slow", "idle", "bombs", "batch", "hangups", "cpu", "soak"]
missed = []


def check(what, value, at_least=None, at_most=None):
    """Prints a figure beside its mark."""
    good = (at_least is None or value >= at_least) and (at_most is None or value <= at_most)
    mark = f">= {at_least}" if at_least is not None else f"<= {at_most}"
    print(f"  {'ok  ' if good else 'MISS'} {what}: {value:.6g} ({mark})", flush=True)
    if not good:
        missed.append(what)


names = sys.argv[1:] or TRIALS
if unknown := [name for name in names if name not in TRIALS]:
    sys.exit(f"no such trial: {', '.join(unknown)}; there are {', '.join(TRIALS)}")
for name in names:
    print(name, flush=True)
    importlib.import_module(name).run(check)
sys.exit(1 if missed else 0)
