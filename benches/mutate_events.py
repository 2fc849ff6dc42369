#!/usr/bin/env python3
"""Labelled events with their errors corrected, and one slip of a known type put into one article of each copy.

    mutate_events.py --base DIR [--base DIR ...] --out DIR [--n 500] [--seed 1]

What the authors of labelled events plant is what they thought of; this shows by type of slip what they did not. Each
case is an event labelled as those in `fixtures/` are (`gold.toml`): the articles as their authors wrote them, corrected, and a slip at a
place whose right text another article of the event states too. Every fifth case is left without a slip.
"""
import argparse
import json
import pathlib
import random
import re
import shutil
import tomllib

CHO = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
JUNG = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
JONG = "\0ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
ROWS = ["ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔ", "ㅁㄴㅇㄹㅎㅗㅓㅏㅣ", "ㅋㅌㅊㅍㅠㅜㅡ"]
OPPOSITE = [("증가", "감소"), ("상승", "하락"), ("찬성", "반대"), ("늘었", "줄었"), ("늘어", "줄어"), ("올랐", "내렸"), ("높은", "낮은"),
            ("이상", "이하"), ("확대", "축소"), ("승리", "패배"), ("유죄", "무죄"), ("높아", "낮아"), ("많은", "적은"), ("빨라", "늦어")]
NUMBER = r"\d[\d,]*(?:\.\d+)?"
BIG = rf"(?:{NUMBER}\s?(?:천)?(?:조|억|만)?\s?)+(?:천)?"
FIGURES = {
    "money": re.compile(BIG + r"(?:여)?\s?(?:원|달러|위안|유로|엔)"),
    "percent": re.compile(NUMBER + r"\s?(?:%p|%포인트|%|퍼센트)"),
    "measure": re.compile(BIG + r"\s?(?:㎡|㎢|㏊|㎞|km|㎝|cm|㎜|mm|m|㎏|kg|t|톤|도|평|g)(?![a-zA-Z가-힣])"),
    "count": re.compile(BIG + r"(?:여)?\s?(?:명|개|곳|대|건|가구|마리|척|채|편|표|석|점|동|팀|권)(?![월일시])"),
    "date": re.compile(r"(?<![\d.])\d{1,2}일(?!간|째|부|정)"),
    "time": re.compile(r"(?:오전|오후)\s?\d{1,2}시(?:\s?\d{1,2}분)?"),
    "ordinal": re.compile(r"제\s?\d+(?:회|차|대)|\d+위|\d+번째|\d+회째"),
}
TITLE = "시장|군수|도지사|지사|장관|의원|대표|사장|회장|감독|교수|위원장|본부장|단장|과장|팀장|실장|국장|청장|원장|센터장|이사장|대변인|서장|소장|부장|선수|총장|지부장|교장|부사장|전무"
NAME = re.compile(rf"(?<![가-힣])([가-힣]{{3}})(?=\s(?:[가-힣]{{1,12}}\s?){{0,2}}?(?:{TITLE})(?![가-힣]{{2}}))")
PLACE = re.compile(r"(?<![가-힣])([가-힣]{1,3}(?:시|군|구|읍|항|역|산|공항))(?=(?:에서|에|의|은|는|이|가|을|를|와|과|으로|로)\s)")
ORG = re.compile(r"(?<![가-힣])([가-힣]{2,10}(?:공사|공단|재단|위원회|협회|연구원|병원|은행|대학교|센터|전자|그룹|경찰서|소방서|시청|군청|조합|연대|신구|산업단지))(?=[가-힣\s,.()])")
TERM = re.compile(r"(?<![가-힣])([가-힣]{2,4})(?=(?:에서|에게|으로|까지|부터|에는|을|를|은|는|와|과)\s)")
JOSA = re.compile(r"(?<![가-힣])([가-힣]{2,6})(은|는|을|를|과|와)(?=\s)")
FLIP = {"은": "는", "는": "은", "을": "를", "를": "을", "과": "와", "와": "과"}


def jamo(c):
    n = ord(c) - 0xAC00
    return (n // 588, n % 588 // 28, n % 28) if 0 <= n < 11172 else None


def touching(c):
    """Letters whose keys touch the key of `c` on the two-set keyboard."""
    for r, row in enumerate(ROWS):
        if c in row:
            i = row.index(c)
            near = [row[k] for k in (i - 1, i + 1) if 0 <= k < len(row)]
            for other in (r - 1, r + 1):
                if 0 <= other < 3:
                    near += [ROWS[other][k] for k in (i - 1, i) if 0 <= k < len(ROWS[other])]
            return near
    return []


def slip_letter(word, rnd):
    options = []
    for i, c in enumerate(word):
        t = jamo(c)
        if not t:
            continue
        for k, table in enumerate((CHO, JUNG, JONG)):
            for n in touching(table[t[k]]):
                if n in table:
                    u = list(t)
                    u[k] = table.index(n)
                    options.append(word[:i] + chr(0xAC00 + u[0] * 588 + u[1] * 28 + u[2]) + word[i + 1:])
    return rnd.choice(options) if options else None


def slip_syllable(word, rnd):
    if len(word) < 4:
        return None
    i = rnd.randrange(1, len(word) - 1)
    return rnd.choice([word[:i] + word[i + 1:], word[:i] + word[i + 1] + word[i] + word[i + 2:]])


def slip_digits(text, rnd, how):
    m = max(re.finditer(r"\d+", text), key=lambda x: (len(x.group()), -x.start()))
    d = list(m.group())
    if how == "swap":
        spots = [i for i in range(len(d) - 1) if d[i] != d[i + 1] and not (i == 0 and d[1] == "0")]
        if not spots:
            return None
        i = rnd.choice(spots)
        d[i], d[i + 1] = d[i + 1], d[i]
    elif how == "digit":
        i = rnd.randrange(len(d))
        d[i] = rnd.choice([c for c in "123456789" if c != d[i]])
    else:  # another plausible number of about the same size
        n = int("".join(d))
        new = max(1, round(n * rnd.choice([0.55, 0.7, 0.8, 1.2, 1.35, 1.6])))
        if new == n:
            new += 1
        d = list(str(new))
    return text[: m.start()] + "".join(d) + text[m.end():]


def value(text):
    """A number spelt with digits and 천, 만, 억, 조, without its unit; for telling whether two places state the same."""
    t = re.sub(r"[\s,여]", "", text)
    total, part, last = 0.0, 0.0, ""
    for n, unit in re.findall(r"(\d+(?:\.\d+)?)|(천|만|억|조)", t):
        if n:
            part += float(n)
        elif unit == "천":
            part = part * 1000 if part < 1000 else part + 1000
        else:
            total += (part or 1) * {"만": 1e4, "억": 1e8, "조": 1e12}[unit]
            part = 0.0
        last = unit
    unit = re.sub(r"[\d.천만억조]", "", t)
    return round(total + part, 4), unit


def body_at(raw):
    end = raw.find("\n+++\n", 3) if raw.startswith("+++\n") else -1
    return end + 5 if end >= 0 else 0


def agreeing(word, rest):
    """The text behind a word with the particle at its start, if one is there, in the form that the word takes."""
    pair = next((p for p in ("은는", "을를", "과와", "이가") if rest[:1] and rest[0] in p and not "가" <= rest[1:2] <= "힣"), None)
    last = jamo("트" if word[-1:] == "%" else word[-1]) if word else None  # 119%를
    return rest if pair is None or last is None else pair[last[2] == 0] + rest[1:]


def corrected(folder):
    """The articles of an event with the labelled errors put right, where they were, and what may be reported or not."""
    gold = tomllib.loads((folder / "gold.toml").read_text())
    texts = {p.name: p.read_text() for p in sorted(folder.iterdir()) if p.suffix in (".md", ".txt")}
    spots, disputed = [], {o["text"]: {o["article"]} for o in gold.get("optional", [])}
    for g in gold.get("finding", []):
        text = texts[g["article"]]
        at = body_at(text) - 1
        for _ in range(g.get("occurrence", 1)):
            at = text.find(g["text"], at + 1)
        # Of a difference that nobody can settle either side will do, as long as the two say it.
        other = [o["text"] for o in g.get("other", [])]
        to = (g.get("expected") or other or [g["text"]])[0]
        spots.append((g["article"], at, g["text"], to))
        # What a third article says of it, 오전 7시35분께 beside 7시32분, stands as it stood and is still true to report.
        for said in [g["text"], *other] if not g.get("certain", True) else []:
            disputed.setdefault(said, set()).update(texts)
    for name, at, old, new in sorted(spots, key=lambda s: -s[1]):
        texts[name] = texts[name][:at] + new + agreeing(new, texts[name][at + len(old):])
    arguable = sorted((name, said) for said, names in disputed.items() for name in names if said in texts[name])
    return texts, [(n, new) for n, _, _, new in spots], arguable


def candidates(texts, touched):
    """Places that may be slipped: (kind, article, start, end, whether two others state the same)."""
    out = []
    for name, text in texts.items():
        start = body_at(text)
        others = [t[body_at(t):] for n, t in texts.items() if n != name]
        if not others:
            continue
        for kind, rx in FIGURES.items():
            held = {value(m.group()) for o in others for m in rx.finditer(o)}
            here = [m for m in rx.finditer(text, start)]
            for m in here:
                same = sum(value(x.group()) == value(m.group()) for x in here)
                if value(m.group()) in held and same == 1:
                    sure = sum(any(value(x.group()) == value(m.group()) for x in rx.finditer(o)) for o in others) > 1
                    out.append((kind, name, m.start(), m.end(), sure))
        for kind, rx in (("person-name", NAME), ("place-name", PLACE), ("org-name", ORG), ("term", TERM)):
            for m in rx.finditer(text, start):
                held = sum(m.group(1) in o for o in others)
                if held >= 1:
                    out.append((kind, name, m.start(1), m.end(1), held > 1))
        for m in JOSA.finditer(text, start):
            has = jamo(m.group(1)[-1])[2] != 0
            if has == (m.group(2) in "은을과"):
                out.append(("particle", name, m.start(), m.end(), True))
        for a, b in OPPOSITE:
            for w in (a, b):
                held = sum(w in o for o in others)
                i = text.find(w, start)
                # 이상헌 is a name, and what has 이상 is out of order: only behind a figure is it a limit.
                limit = w not in ("이상", "이하") or re.search(r"\d[가-힣%]{0,3} ?$", text[start:i])
                if text.count(w, start) == 1 and held and limit:
                    out.append(("polarity", name, i, i + len(w), held > 1))
    return [c for c in out if not any(c[1] == n and t in texts[n][c[2] - 30: c[3] + 30] for n, t in touched)]


def slip(kind, text, rnd):
    """The slipped text and the type of slip."""
    if kind in ("person-name", "place-name", "org-name", "term"):
        if len(text) >= 4 and rnd.random() < 0.25:
            return slip_syllable(text, rnd), f"{kind}: syllable"
        return slip_letter(text, rnd), f"{kind}: letter"
    if kind == "particle":
        return text[:-1] + FLIP[text[-1]], "particle"
    if kind == "polarity":
        pairs = dict(OPPOSITE) | {b: a for a, b in OPPOSITE}
        return pairs[text], "polarity"
    if kind == "date":
        day = int(text[:-1])
        return f"{day + rnd.choice([-1, 1, 2]) if 2 < day < 27 else (day + 1 if day < 27 else day - 1)}일", "date"
    if kind == "time" and rnd.random() < 0.4:
        return (text.replace("오전", "오후") if "오전" in text else text.replace("오후", "오전")), "time: half of the day"
    if kind == "percent" and rnd.random() < 0.2:
        return (text.replace("%포인트", "%").replace("%p", "%") if "p" in text or "포" in text else text + "포인트"), "percent: point"
    if kind in ("money", "measure", "count") and rnd.random() < 0.15 and "만" in text:
        return text.replace("만", "", 1), f"{kind}: lost 만"
    how = rnd.choice(["swap", "digit", "other"])
    return slip_digits(text, rnd, how), f"figure: {how}"


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--base", action="append", required=True, type=pathlib.Path)
    ap.add_argument("--out", required=True, type=pathlib.Path)
    ap.add_argument("--n", type=int, default=500)
    ap.add_argument("--seed", type=int, default=1)
    args = ap.parse_args()
    rnd = random.Random(args.seed)
    events = [f for b in args.base for f in sorted(p.parent for p in b.rglob("gold.toml"))]
    prepared = []
    for folder in events:
        texts, touched, arguable = corrected(folder)
        if len(texts) > 1:
            prepared.append((f"{folder.parent.name}-{folder.name}", texts, candidates(texts, touched), arguable))
    shutil.rmtree(args.out, ignore_errors=True)
    made, tally = 0, {}
    while made < args.n:
        name, texts, spots, arguable = prepared[made % len(prepared)]
        folder = args.out / f"{made:04d}-{name}"
        label = "clean = true\n"
        slipped = dict(texts)
        if made % 5 != 4:
            for _ in range(60):
                kinds = sorted({c[0] for c in spots}, key=lambda k: (tally.get(k, 0), rnd.random()))
                kind = rnd.choice(kinds[:4])
                _, article, start, end, sure = rnd.choice([c for c in spots if c[0] == kind])
                old = texts[article][start:end]
                new, how = slip(kind, old, rnd)
                # 237만5000명 without its 만 is 2375000명: the same number, and no slip.
                same = kind in ("money", "measure", "count") and new and value(new) == value(old)
                if new and new != old and not same and not any(new in t for t in texts.values()):
                    break
            else:
                made += 1
                continue
            tally[kind] = tally.get(kind, 0) + 1
            text = texts[article][:start] + new + texts[article][end:]
            slipped[article] = text
            nth = len(re.findall(f"(?={re.escape(new)})", text[body_at(text):start + len(new)]))
            quote = lambda s: '"' + s.replace("\\", "\\\\").replace('"', '\\"') + '"'
            # One against one: either may be right, a report on the other side is as good.
            sides = ", ".join(f"{{article = \"{n}\", text = {quote(old)}, occurrence = {k + 1}}}"
                              for n, t in texts.items() if n != article for k in range(t[body_at(t):].count(old)) if not sure)
            label = (f"clean = false\n\n[[finding]]\nkind = \"{kind}\"\narticle = \"{article}\"\ntext = {quote(new)}\n"
                     f"occurrence = {nth}\nexpected = [{quote(old)}]\ncertain = {str(sure).lower()}\nother = [{sides}]\nnote = \"{how}\"\n")
        folder.mkdir(parents=True)
        for n, t in slipped.items():
            (folder / n).write_text(t)
        for n, text in arguable:
            for k in range(slipped[n][body_at(slipped[n]):].count(text)):
                label += f"\n[[optional]]\narticle = \"{n}\"\ntext = {json.dumps(text, ensure_ascii=False)}\noccurrence = {k + 1}\n"
        (folder / "gold.toml").write_text(f'event = "{name}"\n' + label)
        made += 1
    print(made, "cases", dict(sorted(tally.items())))


if __name__ == "__main__":
    main()
