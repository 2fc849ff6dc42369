#!/usr/bin/env python3
"""Measures extraction on other people's test tables.

    measure_extraction.py [--bin target/release/factdiff] [-v] FILE…

Takes, by their form:
  *.hs    Duckling/*/KO/Corpus.hs of facebook/duckling (BSD-3-Clause)
  *.json  Specs/*/Korean/*.json of microsoft/Recognizers-Text (MIT)
  *.tsv   sentences labelled as in KLUE-NER, `<29일:DT>` in the comment line above each (CC BY-SA 4.0)

None of them is part of this repository. Every example is put into a sentence of its own, published on the day the table
counts from, and counts as right if a claim of the kind has the value (of labelled sentences: if a claim of the kind stands
at the label; those found where there is no label are counted, too). Prints right and all by kind; -v prints what is wrong.
"""
import argparse
import collections
import json
import pathlib
import re
import subprocess
import sys
import tempfile
from decimal import Decimal, InvalidOperation

# An example: what to read, the day it is read on, the kind, and what makes a claim right.
Example = collections.namedtuple("Example", "text day kind wanted right")

CURRENCIES = {"Dollar": "USD", "EUR": "EUR", "Pound": "GBP", "KRW": "KRW", "CAD": "CAD", "HKD": "HKD"}
UNITS = {
    "Kilometre": "km", "Kilometer": "km", "Metre": "m", "Meter": "m", "Centimetre": "cm", "Millimeter": "mm",
    "Mile": "[mi_i]", "Foot": "[ft_i]", "Inch": "[in_i]", "Celsius": "Cel", "C": "Cel", "Fahrenheit": "[degF]",
    "F": "[degF]", "Millilitre": "mL", "Milliliter": "mL", "Litre": "L", "Gallon": "[gal_us]", "Gram": "g",
    "Barrel": "[bbl_us]", "Ounce": "[oz_av]", "Acre": "[acr_us]", "Square meter": "m2", "Ton": "t", "Metric ton": "t",
    "Mile per hour": "[mi_i]/h", "Hectolitre": "hL", "Cubic foot": "[cft_i]", "Second": "s", "Minute": "min", "Hour": "h",
    "Year": "a", "Month": "mo", "Week": "wk", "Day": "d", "근": "[geun]",
}
SENTENCE = "취재 결과 {} 알려졌다고 관계자가 말했다."


def same(a, b):
    try:
        return Decimal(a) == Decimal(b)
    except (InvalidOperation, TypeError):
        return False


def amount(kind, number, key, unit, text, day="2013-02-12", carrier=SENTENCE):
    def right(claim):
        v = claim["value"]
        # Of a range, the tables have the end that its unit stands behind.
        return claim["kind"] == kind and same(v.get("amount", v.get("to")), number) and unit in (None, v.get(key))

    return Example(carrier.format(text), day, kind, f"{number} {unit or ''}".strip(), right)


def date(wanted, text, day, carrier=SENTENCE):
    def right(claim):
        v = claim["value"]
        return claim["kind"] == "date" and any((v["from"], v["to"]) == w for w in wanted)

    return Example(carrier.format(text), day, "date", " or ".join("/".join(w) for w in wanted), right)


def time(wanted, text, day="2013-02-12", carrier=SENTENCE):
    def right(claim):
        if claim["kind"] != "time":
            return False
        said = claim["value"]["time"]
        said = said if ":" in said else said + ":00"
        # Without 오전 or 오후 the tables choose a half; the news does not say.
        other = f"{(int(wanted[:2]) + 12) % 24:02}{wanted[2:]}"
        half = any(w in text for w in ("오전", "오후", "아침", "저녁", "밤", "새벽", "낮", "AM", "PM", "am", "pm"))
        return said == wanted or (not half and said == other)

    return Example(carrier.format(text), day, "time", wanted, right)


def duckling(path):
    """Examples of a Corpus.hs: `examples (VALUE) [ "…" , "…" ]`."""
    source = re.sub(r"--.*", "", path.read_text())
    for value, texts in re.findall(r"examples\s*\((.*?)\)\s*\[((?:[^\[\]]|\n)*?)\]", source, re.S):
        value = " ".join(value.split())
        for text in re.findall(r'"((?:[^"\\]|\\.)*)"', texts):
            yield from duckling_example(value, text)


def duckling_example(value, text):
    number = re.search(r"(?<![\w.])\(?(-?\d+(?:\.\d+)?)\)?", value)
    first = value.split()[0]
    if first == "NumeralValue":
        n = number[1]
        if "/" in text or "분의" in text:
            yield amount("percent", str(Decimal(n) * 100), "unit", "%", text)
        elif "." in n:
            yield amount("percent", n, "unit", "%", text + "%")
        else:
            native = re.match(r"[열스서마쉰예일여아]", text) and int(n) < 100 and not text.startswith(("일만", "일억"))
            yield amount("count", n, "counter", "명", text + (" 명" if native else "명"))
    elif first == "TemperatureValue":
        unit = UNITS.get(value.split()[1])
        carrier = SENTENCE if unit else "취재 결과 기온이 {} 올랐다고 관계자가 말했다."
        yield amount("measure", number[1], "unit", unit, text, carrier=carrier)
    elif first == "OrdinalData":
        yield Example(SENTENCE.format(text), "2013-02-12", "ordinal", number[1],
                      lambda c: c["kind"] == "ordinal" and c["value"]["n"] == int(number[1]))
    elif first == "DurationData":
        yield amount("measure", number[1], "unit", UNITS.get(value.split()[-1]), text)
    elif first == "simple":
        unit = re.search(r'simple \(Custom "(.*?)"\)', value)
        unit = unit[1] if unit else value.split()[1]
        n = number[1]
        if unit == "Cent":
            yield amount("money", str(Decimal(n) / 100), "currency", "USD", text)
        elif unit in CURRENCIES:
            yield amount("money", n, "currency", CURRENCIES[unit], text)
        elif unit in UNITS:
            yield amount("measure", n, "unit", UNITS[unit], text)
        else:
            yield amount("count", n, "counter", None, text)
    elif first in ("datetime", "datetimeInterval"):
        n = [int(x) for x in re.findall(r"\d+", value)]
        grain = value.split()[-1]
        day = "2013-02-12"
        iso = f"{n[0]:04}-{n[1]:02}-{n[2]:02}"
        if first == "datetimeInterval":
            if grain == "Day":
                # Their intervals end before their last day.
                last = f"{n[6]:04}-{n[7]:02}-{n[8] - 1:02}"
                yield date([(iso, last)], text, day)
        elif grain == "Day":
            yield date([(iso, iso)], text, day)
        elif grain == "Week":
            import datetime
            last = datetime.date(*n[:3]) + datetime.timedelta(days=6)
            yield date([(iso, last.isoformat())], text, day)
        elif grain == "Month":
            yield date([(iso[:7], iso[:7])], text, day)
        elif grain == "Quarter":
            yield date([(iso[:7], f"{n[0]:04}-{n[1] + 2:02}")], text, day)
        elif grain == "Year":
            yield date([(iso[:4], iso[:4])], text, day)
        elif grain in ("Hour", "Minute", "Second"):
            yield time(f"{n[3]:02}:{n[4]:02}", text, day)


def recognizers(path):
    """Examples of a spec: what stands in the input, and its value."""
    for case in json.loads(path.read_text()):
        day = (case.get("Context") or {}).get("ReferenceDateTime", "2013-02-12")[:10]
        for result in case.get("Results") or []:
            text, kind = result["Text"], result.get("TypeName") or result.get("Type")
            value = result.get("Resolution") or result.get("Value") or {}
            whole = case["Input"].strip()
            carrier = SENTENCE if whole == text else whole.replace("{", "(").replace("}", ")").replace(text, "{}", 1)
            number, unit = value.get("value"), value.get("unit")
            if kind == "currency" and number:
                yield amount("money", number, "currency", CURRENCIES.get(unit, "?"), text, day, carrier)
            elif kind in ("dimension", "temperature") and number:
                code = {"Pound": "[lb_av]"}.get(unit) or UNITS.get(unit)
                yield amount("measure", number, "unit", code or (None if unit == "Degree" else "?"), text, day, carrier)
            elif kind == "age" and number:
                if re.search(r"[살세]", text):
                    yield amount("count", number, "counter", None, text, day, carrier)
                else:
                    yield amount("measure", number, "unit", UNITS.get(unit), text, day, carrier)
            elif kind == "percentage":
                yield amount("percent", number.rstrip("%"), "unit", "%", text, day, carrier)
            elif kind == "ordinal":
                yield Example(carrier.format(text), day, "ordinal", number,
                              lambda c, n=number: c["kind"] == "ordinal" and c["value"]["n"] == int(n))
            elif kind == "date":
                days = {v["date"] for v in (value.get("FutureResolution"), value.get("PastResolution")) if v}
                yield date([(d, d) for d in sorted(days)], text, day, carrier)
            elif kind == "time":
                yield time(value["FutureResolution"]["time"][:5], text, day, carrier)


TAGS = {
    "DT": ("date", "measure"), "TI": ("time", "measure"), "PS": ("person",), "LC": ("place", "org"), "OG": ("org", "place"),
    "QT": ("count", "money", "percent", "measure", "ordinal"),
}


def klue(path):
    """Labelled sentences: the text, and (start, end, tag) in characters."""
    for line in path.read_text().splitlines():
        if not re.match(r"## \S+\t", line):
            continue
        marked = line.split("\t", 1)[1]
        text, labels, at = "", [], 0
        for m in re.finditer(r"<([^<>]*?):(PS|LC|OG|DT|TI|QT)>", marked):
            text += marked[at:m.start()]
            labels.append((len(text), len(text) + len(m[1]), m[2]))
            text += m[1]
            at = m.end()
        yield text + marked[at:], labels


def extracted(binary, texts):
    """The claims of each text, in one run."""
    with tempfile.TemporaryDirectory() as folder:
        for i, (text, day) in enumerate(texts):
            head = f'+++\noutlet = "가람일보"\npublished = {day}\n+++\n'
            pathlib.Path(folder, f"{i:06}.md").write_text(head + text + "\n")
        done = subprocess.run([binary, "--isolated", "extract", "--format", "jsonl", folder], capture_output=True, text=True)
        if done.returncode:
            sys.exit(done.stderr)
    claims = collections.defaultdict(list)
    for line in done.stdout.splitlines():
        claim = json.loads(line)
        claims[int(pathlib.Path(claim["path"]).stem)].append(claim)
    return [claims[i] for i in range(len(texts))]


def told(claim):
    value = " ".join(str(v) for v in claim["value"].values())
    return f"{claim['kind']} {claim['text']!r} = {value}"


def measure_values(binary, path, verbose):
    examples = list((duckling if path.suffix == ".hs" else recognizers)(path))
    right, every = collections.Counter(), collections.Counter()
    for example, claims in zip(examples, extracted(binary, [(e.text, e.day) for e in examples])):
        every[example.kind] += 1
        if any(example.right(c) for c in claims):
            right[example.kind] += 1
        elif verbose:
            print(f"  {example.text}\n    wanted {example.kind} {example.wanted}; got {'; '.join(map(told, claims)) or 'nothing'}")
    return right, every


def measure_labels(binary, path, verbose):
    sentences = list(klue(path))
    right, every, wrong = collections.Counter(), collections.Counter(), collections.Counter()
    for (text, labels), claims in zip(sentences, extracted(binary, [(t, "2016-06-15") for t, _ in sentences])):
        spans = []
        for claim in claims:
            # Headers are told in bytes; the text of a claim stands in its sentence once or is looked for in order.
            start = text.find(claim["text"], spans[-1][0] if spans else 0)
            spans.append((max(start, 0), max(start, 0) + len(claim["text"]), claim))
        for start, end, tag in labels:
            every[tag] += 1
            if any(s < end and start < e and c["kind"] in TAGS[tag] for s, e, c in spans):
                right[tag] += 1
            elif verbose:
                print(f"  {tag} {text[start:end]!r} in {text[max(0, start - 12):end + 8]!r}")
        for s, e, c in spans:
            tags = [t for t, kinds in TAGS.items() if c["kind"] in kinds]
            if tags and not any(a < e and s < b for a, b, _ in labels):
                wrong[tags[0]] += 1
                if verbose:
                    print(f"  unlabelled: {told(c)}")
    return right, every, wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=pathlib.Path)
    parser.add_argument("--bin", default="target/release/factdiff")
    parser.add_argument("-v", "--verbose", action="store_true", help="print every example that is read otherwise")
    args = parser.parse_args()
    right, every = collections.Counter(), collections.Counter()
    for path in args.files:
        print(path.name)
        if path.suffix == ".tsv":
            got, of, wrong = measure_labels(args.bin, path, args.verbose)
            for tag in sorted(of):
                print(f"  {tag:8} {got[tag]}/{of[tag]}, {wrong[tag]} found without a label")
            continue
        got, of = measure_values(args.bin, path, args.verbose)
        for kind in sorted(of):
            print(f"  {kind:8} {got[kind]}/{of[kind]}")
        right += got
        every += of
    if every:
        print("all tables")
        for kind in sorted(every):
            print(f"  {kind:8} {right[kind]}/{every[kind]}")
        print(f"  {'sum':8} {sum(right.values())}/{sum(every.values())}")


if __name__ == "__main__":
    main()
