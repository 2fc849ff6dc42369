#!/usr/bin/env python3
"""Measures what each report format costs beside the check itself: CPU seconds of `check --format X`, less those of a run
that reports nothing (--max-findings 0 --format concise), the least of several runs.

    scripts/format-times.py [DIR] [--program target/release/factdiff] [--runs 5]

Without DIR it makes 1,008 articles with some 900 findings of the events in fixtures/, each copy 40 days after the other so
that it is an event of its own. Exit code 1 if a format costs more than the check.
"""

import argparse
import datetime
import os
import pathlib
import re
import resource
import subprocess
import sys
import tempfile

FORMATS = "pretty concise json jsonl sarif github gitlab rdjson junit checkstyle markdown html".split()
ROOT = pathlib.Path(__file__).resolve().parent.parent


def copies(target, times):
    """Writes the articles of fixtures/ `times` times, each copy published later."""
    for n in range(times):
        for file in sorted((ROOT / "fixtures").glob("*/*.md")):
            text = file.read_text(encoding="utf-8")
            def later(m):
                day = datetime.date.fromisoformat(m[2]) + datetime.timedelta(days=40 * n)
                return f"{m[1]}{day.isoformat()}"
            text = re.sub(r"(?m)^(published = )(\d{4}-\d{2}-\d{2})", later, text, count=1)
            place = target / f"{n:02}" / file.parent.name / file.name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, encoding="utf-8")


def cpu(command):
    """Returns the CPU seconds of a run, user and system."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    code = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if code not in (0, 1):
        sys.exit(f"{' '.join(command)} ended with {code}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?")
    parser.add_argument("--program", default=str(ROOT / "target/release/factdiff"))
    parser.add_argument("--runs", type=int, default=5)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        folder = args.folder
        if not folder:
            folder = os.path.join(work, "articles")
            copies(pathlib.Path(folder), 24)
        out = os.path.join(work, "report")
        base = [args.program, "check", folder, "--isolated"]
        nothing = base + ["--max-findings", "0", "--format", "concise", "--output", out]
        check = min(cpu(nothing) for _ in range(args.runs))
        lines = subprocess.run(base + ["--format", "jsonl"], capture_output=True, check=False).stdout.count(b"\n")
        print(f"check        {check * 1000:6.0f} ms  {lines} findings")
        slow = []
        for name in FORMATS:
            # No less than nothing: two runs differ by more than a small report takes.
            cost = max(min(cpu(base + ["--format", name, "--output", out]) for _ in range(args.runs)) - check, 0)
            print(f"{name:12} {cost * 1000:6.0f} ms  {os.path.getsize(out) / 1e6:.1f} MB")
            if cost > check:
                slow.append(name)
    if slow:
        sys.exit(f"dearer than the check: {', '.join(slow)}")


if __name__ == "__main__":
    main()
