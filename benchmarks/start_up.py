"""CPU seconds a command takes to start: the median of several runs, children included.

With no arguments it measures `habeas --version` against its limit of half a second; any other
command can be named instead: python benchmarks/start_up.py python -c pass
"""

import resource
import statistics
import subprocess
import sys
from pathlib import Path

RUNS = 11
LIMIT_S = 0.5


def cpu_s(command: list[str]) -> float:
    """User and system time of one run, in seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main(command: list[str]) -> int:
    habeas = [str(Path(sys.executable).with_name("habeas")), "--version"]
    measured = statistics.median(cpu_s(command or habeas) for _ in range(RUNS))
    print(f"start-up: {measured:.3f} CPU-s, median of {RUNS} ({' '.join(command or habeas)})")
    if not command and measured > LIMIT_S:
        print(
            f"Over the limit of {LIMIT_S} s. Which import? python -X importtime -m habeas.cli.main"
        )
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
