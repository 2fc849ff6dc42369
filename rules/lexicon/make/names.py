"""Makes ../syllables.txt, ../nouns2.txt to nouns4.txt, ../hanja.txt and ../variants.txt.

Sources (pip download --no-deps, then unzip):
    mecab.tsv               from mecab_dump.py: python-mecab-ko-dic 2.1.1 (Apache-2.0)
    opencc/dictionary/STCharacters.txt, TSCharacters.txt   opencc-python-reimplemented 0.1.7 (Apache-2.0)
Run: python3 names.py DIR_WITH_THOSE
"""
import collections
import math
import pathlib
import sys
import tomllib

src = pathlib.Path(sys.argv[1])
out = pathlib.Path(__file__).parent.parent
surnames = tomllib.loads((out / "surnames.toml").read_text())
single = set(surnames["single"])
hangul = lambda w: all("가" <= c <= "힣" for c in w)

persons, nouns, verbs, readings = [], collections.defaultdict(set), collections.defaultdict(set), collections.defaultdict(collections.Counter)
for line in open(src / "mecab.tsv"):
    word, _, feature = line.rstrip("\n").split("\t")
    feature = feature.split(",")
    pos, sense, reading = feature[0], feature[1], feature[3]
    if hangul(word):
        if pos == "NNP" and sense == "인명":
            persons.append(word)
        elif pos in ("NNG", "MAG", "NP", "NR", "NNB", "NNBC", "MM", "XR", "IC"):
            nouns[len(word)].add(word)
        elif pos.startswith("V"):
            verbs[len(word)].add(word)
    elif all("\u3400" <= c <= "\u9fff" for c in word) and len(reading) == len(word) and hangul(reading):
        for c, r in zip(word, reading):
            readings[c][r] += 1

# How much likelier a syllable is in a name than in a noun, in tenths of a nat: second and third syllable of a Korean
# name of three, any syllable of a foreign name.
foreign_only = set("카스에바코브베미레보파존시타페다비맥메프호자루폴그토알크디키데샤케드포쿠야헤슈테")
korean = [w for w in persons if len(w) == 3 and w[0] in single]
foreign = {w for w in persons if len(w) == 3 and w[0] in foreign_only or len(w) == 2 and w[0] not in single or len(w) > 3}
three = [w for w in nouns[3] | verbs[3]]
second, third = collections.Counter(w[1] for w in korean), collections.Counter(w[2] for w in korean)
noun_second, noun_third = collections.Counter(w[1] for w in three), collections.Counter(w[2] for w in three)
abroad = collections.Counter(c for w in sorted(foreign) for c in w)
common = collections.Counter(c for n in (2, 3, 4) for w in nouns[n] for c in w)
totals = {id(c): sum(c.values()) for c in (second, third, noun_second, noun_third, abroad, common)}
def weight(a, b, s, extra, noun_extra):
    return math.log((a[s] + 1) / (totals[id(a)] + extra)) - math.log((b[s] + 3) / (totals[id(b)] + noun_extra))
table = {}
for s in sorted(set(second) | set(third) | set(abroad) | set(common)):
    row = [weight(second, noun_second, s, 400, 1200), weight(third, noun_third, s, 400, 1200), weight(abroad, common, s, 2000, 4000)]
    table[s] = [round(10 * x) for x in row]
notice = "# Made by make/names.py; sources and licences stand there.\n"
(out / "syllables.txt").write_text(
    notice + "# From python-mecab-ko-dic 2.1.1 (Apache-2.0). syllable, weight second, third, foreign\n"
    + "".join(f"{s} {a} {b} {c}\n" for s, (a, b, c) in table.items()))

floors = [min(r[i] for r in table.values()) for i in range(3)]
score = lambda i, s: table.get(s, floors)[i]
def like_a_name(w):
    if len(w) == 3 and w[0] in single and score(0, w[1]) + score(1, w[2]) > -32:
        return True
    if len(w) == 2 and w[0] in single:
        return True
    return sum(score(2, c) for c in w) > (-60 if len(w) < 4 else -25)
# One file for each length: records of equal size, searched by halving without any loading.
for n in (2, 3, 4):
    (out / f"nouns{n}.txt").write_text("".join(w + "\n" for w in sorted(nouns[n] | verbs[n]) if like_a_name(w)))

# What the dictionary's words do not show: surnames and characters of given names, by the Supreme Court's table of hanja
# for names (대법원 인명용 한자표, a public rule).
NAMES = "沈심 葉섭 單선 易이 茶차 復부 宅댁 宅택 參삼 樂락 率률 諾락 埈준 旼민 玟민 妍연 玹현 晛현 鎬호 湜식 軾식 喆철 勛훈 鑂훈 璘린 瑩영 鎣영 婇채 倸채 睍현"
for pair in NAMES.split():
    readings[pair[0]][pair[1]] += max(readings[pair[0]].values(), default=1)

by_reading = collections.defaultdict(list)
for c, counts in readings.items():
    top = counts.most_common(1)[0][1]
    for r, k in counts.items():
        if k * 50 >= top or k > 2:
            by_reading[r].append(c)
(out / "hanja.txt").write_text(
    notice + "# From python-mecab-ko-dic 2.1.1 (Apache-2.0) and, for names, 대법원 인명용 한자표: a reading, then its characters.\n"
    + "".join(f"{r}{''.join(sorted(cs))}\n" for r, cs in sorted(by_reading.items())))

pairs = set()
for name in ("STCharacters.txt", "TSCharacters.txt"):
    for line in (src / "opencc/dictionary" / name).read_text().splitlines():
        a, bs = line.split("\t")
        pairs.update(tuple(sorted((a, b))) for b in bs.split(" ") if a != b and ord(max(a, b)) < 0x10000)
(out / "variants.txt").write_text(
    notice + "# From opencc-python-reimplemented 0.1.7 (Apache-2.0): pairs of one character, simplified and traditional.\n"
    + "\n".join("".join(p) for p in sorted(pairs)) + "\n")
