"""Prints every entry of the mecab-ko-dic system dictionary: word, cost, features.

The dictionary comes from the PyPI package python-mecab-ko-dic (Apache-2.0):
    pip download --no-deps python-mecab-ko-dic && unzip -d mecab python_mecab_ko_dic-*.whl
    python3 mecab_dump.py mecab/mecab_ko_dic/dictionary/sys.dic > mecab.tsv
"""
import array
import struct
import sys

d = open(sys.argv[1], "rb").read()
_, _, _, _, _, _, dsize, tsize, fsize, _ = struct.unpack("<10I", d[:40])
at = 72
units = d[at:at + dsize]
base = array.array("i", units)[0::2]
check = array.array("I", units)[1::2]
tokens = d[at + dsize:at + dsize + tsize]
features = d[at + dsize + tsize:at + dsize + tsize + fsize]
stack = [(base[0], b"")]
while stack:
    b, key = stack.pop()
    if 0 <= b < len(base) and check[b] == b & 0xFFFFFFFF and base[b] < 0:
        v = -base[b] - 1
        for i in range(v >> 8, (v >> 8) + (v & 0xFF)):
            cost, feature = struct.unpack("<hI", tokens[i * 16 + 6:i * 16 + 12])
            end = features.index(b"\0", feature)
            print(key.decode(errors="replace"), cost, features[feature:end].decode(), sep="\t")
    for c in range(256):
        p = b + c + 1
        if p < len(base) and check[p] == b & 0xFFFFFFFF:
            stack.append((base[p], key + bytes([c])))
