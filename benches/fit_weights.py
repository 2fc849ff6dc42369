#!/usr/bin/env python3
"""Fits the weights of src/check/weigh.rs on labelled events (needs numpy).

    target/release/examples/signs EVENT-FOLDER... > signs.jsonl
    fit_weights.py figure|odd signs.jsonl [--class REGEX]

A pair is a slip where its first side overlaps a labelled finding and the second has the expected value; all others are
not. Prints the weights as Rust, and how well they tell the two apart on events left out of the fit (five folds).
"""
import argparse
import json
import pathlib
import re
import tomllib

import numpy as np

NAMES = {}

# What is known of a sign before any event is looked at; the events then move it. Signs that are rare in them would
# else stay near nothing however plain they are: 5위에서 is never 3위로.
KNOWN = {
    "OtherEnd": -1.5, "Frame": -1.5, "Reported": -0.5, "OneReported": -1.5, "OtherHour": -1.0, "OtherDay": -0.5, "OtherName": -1.0,
    "OtherSubject": -0.7, "Clashes": -0.7, "Label": 0.5, "OtherLabel": -0.5, "BoundAlone": 1.0, "OwnBody": 0.5, "OnlyChange": 2.5, "Misbound": 2.0,
    "AbsentLong": 1.5, "Swapped": 0.5, "OtherMove": -0.7, "AsOf": -0.5, "Later": -0.5, "OtherBase": -0.7, "SameAct": 1.3, "SameSaying": 1.8, "LeadDay": 1.0, "NearDay": 1.0,
    "Peers": 0.5, "RareBeside": 0.5, "Reckoned": 3.5, "OwnReckoned": -0.5, "Told": -1.0,
    "OtherUnit": 2.5, "Editions": 3.5, "Crossed": 3.0, "Moved": 2.0, "Supposed": -0.5, "OtherCast": -0.5, "OtherDate": -0.5, "DateDeed": 0.3, "DateOtherDeed": -0.3, "SameDeed": 0.0, "OtherDeed": -0.2,
}


def body_at(raw):
    end = raw.find(b"\n+++\n", 3) if raw.startswith(b"+++\n") else -1
    return end + 5 if end >= 0 else 0


def find(path, text, occurrence):
    raw = path.read_bytes()
    at = body_at(raw) - 1
    for _ in range(occurrence):
        at = raw.find(text.encode(), at + 1)
    return at, at + len(text.encode())


def bare(text):
    return re.sub(r"[\s,여약가량안팎께쯤지난오는]", "", text).replace("천", "000").replace("㎢", "")


class Gold:
    def __init__(self, folder):
        gold = tomllib.loads((folder / "gold.toml").read_text())
        self.sides = []
        for g in gold.get("finding", []):
            spans = [(g["article"], *find(folder / g["article"], g["text"], g.get("occurrence", 1)))]
            if not g.get("certain", True):
                spans += [(o["article"], *find(folder / o["article"], o["text"], o.get("occurrence", 1))) for o in g.get("other", [])]
            self.sides.append((spans, [g["text"], *g.get("expected", []), *[o["text"] for o in g.get("other", [])]], g.get("certain", True)))
        self.optional = [(o["article"], *find(folder / o["article"], o["text"], o.get("occurrence", 1))) for o in gold.get("optional", [])]

    def label_word(self, first, wrong, right):
        name = pathlib.Path(first[0]).name
        over = lambda s: s[0] == name and first[1] < s[2] and s[1] < first[2]
        for spans, said, certain in self.sides:
            if any(over(s) for s in (spans[:1] if certain else spans)):
                return 1 if any(t.replace(wrong, right) in w for t in said for w in said if t != w and wrong in t) else -1
        return -1 if any(over(s) for s in self.optional) else 0

    def label(self, first, texts):
        name = pathlib.Path(first[0]).name
        over = lambda s: s[0] == name and first[1] < s[2] and s[1] < first[2]
        for spans, said, certain in self.sides:
            if any(over(s) for s in (spans[:1] if certain else spans)):
                good = any(bare(t) in bare(w) or bare(w) in bare(t) for t in texts for w in said[1 if certain else 0:])
                return 1 if good else -1
        return -1 if any(over(s) for s in self.optional) else 0


def logistic(x, y, weight, known, ridge=3.0, steps=60):
    w = known.copy()
    for _ in range(steps):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        g = x.T @ (weight * (p - y)) + ridge * np.r_[(w - known)[:-1], 0]
        h = (x * (weight * p * (1 - p))[:, None]).T @ x + np.diag(np.r_[np.full(len(w) - 1, ridge), 1e-6])
        step = np.linalg.solve(h, g)
        w -= step
        if np.abs(step).max() < 1e-5:
            break
    return w


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("of", choices=["figure", "odd"])
    ap.add_argument("signs", nargs="+")
    ap.add_argument("--match", default=".", help="only classes of figures that match")
    ap.add_argument("--skip", default="^$", help="not classes of figures that match")
    ap.add_argument("--positive", type=float, default=1.0, help="weight of a slip against a pair that is none")
    ap.add_argument("-v", action="store_true", help="list the likeliest wrong ones")
    args = ap.parse_args()
    golds, rows, seen = {}, [], set()
    for f in args.signs:
        for line in open(f):
            p = json.loads(line)
            if p["of"] == "names":
                NAMES.update(p)
            if p["of"] != args.of or (args.of == "figure" and (not re.search(args.match, p["class"]) or re.search(args.skip, p["class"]))):
                continue
            folder = pathlib.Path(p["event"])
            gold = golds.get(folder) or golds.setdefault(folder, Gold(folder))
            if args.of == "odd":
                y = gold.label_word(p["first"], p["wrong"], p["right"])
            else:
                y = gold.label(p["first"], [h[3] for h in p["holders"]])
            # The other side of a slip is neither a slip nor none.
            back = gold.label_word(p["second"], p["right"], p["wrong"]) if args.of == "odd" else gold.label(p["second"], [p["first"][3]])
            if y == 0 and back == 1:
                continue
            # A pair that stands in every mutation of one event is one pair.
            once = (re.sub(r"^\d{4}-", "", folder.name), pathlib.Path(p["first"][0]).name, p["first"][3], p.get("right") or p["second"][3])
            if y == 1 or (y == 0 and once not in seen):
                rows.append((p, y))
                seen.add(once)
    x = np.array([r[0]["signs"] + [1.0] for r in rows])
    y = np.array([float(r[1]) for r in rows])
    # What authors wrote counts for more than what a generator slipped.
    authored = np.array([0.25 if re.match(r'^\d{4}-', pathlib.Path(r[0]['event']).name) else 1.0 for r in rows])
    weight = np.where(y > 0, args.positive, 1.0) * authored
    # The events of one author are left out together, with all that was slipped into them.
    folder = [pathlib.Path(r[0]["event"]) for r in rows]
    fold = np.array([re.sub(r"\d+", "prose", f.name.split("-")[1]) if re.match(r"^\d{4}-", f.name) else f.parent.name for f in folder])
    p = np.zeros(len(y))
    known = np.array([KNOWN.get(n, 0.0) for n in NAMES.get(args.of, [])] + [0.0]) if args.of in NAMES else np.zeros(x.shape[1])
    for f in sorted(set(fold)):
        w = logistic(x[fold != f], y[fold != f], weight[fold != f], known)
        p[fold == f] = 1 / (1 + np.exp(-(x[fold == f] @ w)))
    written, full = authored == 1.0, y
    p, y, rows = p[written], y[written], [r for r, a in zip(rows, written) if a]
    order = np.argsort(-p)
    hits = np.cumsum(y[order])
    print(f"{len(y)} pairs, {int(y.sum())} slips, {len(golds)} events")
    for least in (0.99, 0.97, 0.95, 0.9, 0.8):
        ok = np.nonzero(hits / np.arange(1, len(y) + 1) >= least)[0]
        if len(ok):
            k = ok[-1]
            print(f"precision {least}: recall {hits[k] / y.sum():.3f} at {p[order[k]]:.3f}")
    w = logistic(x, full, weight, known)
    print(f"    bias: {w[-1]:.2f},\n    signs: &[")
    for name, v in zip(NAMES.get(args.of) or range(len(w)), w[:-1]):
        if abs(v) >= 0.005:
            print(f"        (Sign::{name}, {v:.2f}),")
    print("    ],")
    if args.v:
        for i in [i for i in order if y[i] == 0][:40]:
            q = rows[i][0]
            print("FALSE", round(float(p[i]), 3), q["event"].split("/")[-1], q["first"][3], "->", q.get("right") or q["second"][3], [round(s, 2) for s in q["signs"]])
        for i in [i for i in order[::-1] if y[i] == 1][:40]:
            q = rows[i][0]
            print("MISSED", round(float(p[i]), 3), q["event"].split("/")[-1], q["first"][3], "->", q.get("right") or q["second"][3], [round(s, 2) for s in q["signs"]])


if __name__ == "__main__":
    main()
