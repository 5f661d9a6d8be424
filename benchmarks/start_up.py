"""CPU seconds a command takes to start: the median of several runs, children included.

With no arguments it measures `habeas --version`, and `habeas read` of one report, each against its
limit; any other command can be named instead: python benchmarks/start_up.py python -c pass
"""

import resource
import statistics
import subprocess
import sys
from pathlib import Path

RUNS = 11
HOME = Path(__file__).parents[1]
REPORT = HOME / "examples/reports/01-wire-two-detained-in-sarnova.txt"
LIMITS_S = {("--version",): 0.5, ("read", str(REPORT)): 1.5}


def cpu_s(command: list[str]) -> float:
    """User and system time of one run, in seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measured(command: list[str]) -> float:
    seconds = statistics.median(cpu_s(command) for _ in range(RUNS))
    print(f"start-up: {seconds:.3f} CPU-s, median of {RUNS} ({' '.join(command)})")
    return seconds


def main(command: list[str]) -> int:
    if command:
        measured(command)
        return 0
    habeas = str(Path(sys.executable).with_name("habeas"))
    is_over = False
    for arguments, limit in LIMITS_S.items():
        if measured([habeas, *arguments]) > limit:
            is_over = True
            print(f"Over the limit of {limit} s. Which import? python -X importtime {habeas} ...")
    return int(is_over)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
