#!/usr/bin/env python3
"""Checks what the program is linked with: licences that may be shipped, and no crate that needs a newer Rust than ours."""

import json
import re
import subprocess
import sys

ALLOWED = {
    "0BSD", "Apache-2.0", "Apache-2.0 WITH LLVM-exception", "BSD-2-Clause", "BSD-3-Clause", "BSL-1.0", "CC0-1.0", "ISC",
    "MIT", "MIT-0", "MPL-2.0", "Unicode-3.0", "Unicode-DFS-2016", "Unlicense", "Zlib",
}


def may_ship(expression):
    """Whether an SPDX expression can be met with the allowed licences: one side of OR, all sides of AND."""
    expression = expression.replace("/", " OR ")
    tokens = re.findall(r"\(|\)|[^\s()]+(?:\s+WITH\s+[^\s()]+)?", expression)

    def either(i):
        ok, i = both(i)
        while i < len(tokens) and tokens[i] == "OR":
            other, i = both(i + 1)
            ok = ok or other
        return ok, i

    def both(i):
        ok, i = one(i)
        while i < len(tokens) and tokens[i] == "AND":
            other, i = one(i + 1)
            ok = ok and other
        return ok, i

    def one(i):
        if tokens[i] == "(":
            ok, i = either(i + 1)
            return ok, i + 1
        return re.sub(r"\s+", " ", tokens[i]) in ALLOWED, i + 1

    return either(0)[0]


def version(text):
    return tuple(int(n) for n in (text.split(".") + ["0", "0"])[:3])


def main():
    for expression, want in (("MIT OR GPL-3.0", True), ("MIT AND GPL-3.0", False), ("(MIT OR GPL-2.0) AND ISC", True)):
        assert may_ship(expression) is want, expression
    done = subprocess.run(
        ["cargo", "metadata", "--locked", "--format-version", "1"], check=True, capture_output=True, text=True
    )
    packages = json.loads(done.stdout)["packages"]
    own = next(p for p in packages if p["name"] == "factdiff" and p["source"] is None)
    wrong = []
    for p in packages:
        name = f"{p['name']} {p['version']}"
        if not may_ship(p["license"] or "unknown"):
            wrong.append(f"{name}: licence {p['license']}")
        if p["rust_version"] and version(p["rust_version"]) > version(own["rust_version"]):
            wrong.append(f"{name}: needs Rust {p['rust_version']}, we promise {own['rust_version']}")
    for line in wrong:
        print(line)
    print(f"{len(packages)} packages, {len(wrong)} not allowed; declared Rust version {own['rust_version']}")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
