#!/usr/bin/env python3
"""Times whole runs of the command against `wc -m` on the same files.

    speed.py DIR [--bin target/release/factdiff] [--runs 15]

Prints medians of CPU seconds (user and system) of runs that take turns, so that what else the machine does meets all of
them, and the greatest memory. With a folder of 1,000 articles it is the speed, with one of a few a cold start.
"""
import argparse
import os
import pathlib
import statistics
import subprocess
import sys


def cost(command):
    """CPU seconds and greatest resident megabytes of a command whose output nobody reads."""
    with open(os.devnull, "wb") as null:
        process = subprocess.Popen(command, stdout=null, stderr=null)
        _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"{' '.join(map(str, command[:3]))} failed")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--bin", default="target/release/factdiff")
    parser.add_argument("--runs", type=int, default=15)
    args = parser.parse_args()
    files = sorted(str(p) for p in args.folder.rglob("*") if p.suffix in (".txt", ".md"))
    size = sum(os.path.getsize(f) for f in files)
    commands = {
        "wc -m": ["wc", "-m", *files],
        "factdiff check": [args.bin, "check", "--format", "json", str(args.folder)],
        "factdiff extract": [args.bin, "extract", "--format", "jsonl", str(args.folder)],
    }
    costs = {name: [] for name in commands}
    for _ in range(args.runs):
        for name, command in commands.items():
            costs[name].append(cost(command))
    base = statistics.median(seconds for seconds, _ in costs["wc -m"])
    print(f"{len(files)} files, {size / 1e6:.2f} MB, {args.runs} runs each")
    print(f"{'':18} {'CPU ms':>9} {'MB/s':>7} {'wc -m x':>8} {'MB':>6}")
    for name, runs in costs.items():
        seconds = statistics.median(s for s, _ in runs)
        memory = max(m for _, m in runs)
        print(f"{name:18} {seconds * 1000:9.1f} {size / 1e6 / seconds:7.1f} {seconds / base:8.1f} {memory:6.1f}")


if __name__ == "__main__":
    main()
