"""Alignment of pairs of reports around the grams they share; numpy only, many pairs at a time.

Letters and digits are compared, lower-cased. Scores are those usual for text (match 2, mismatch −1, opening a gap 5,
each further letter of it 0.5), doubled to stay integers. Affine gaps after O. Gotoh, "An improved algorithm for matching
biological sequences" (1982). The dynamic programming of a whole batch advances by one row at once, in a band along the
diagonal, so that the loop of plain Python is as long as the longest text, not as all texts together.
"""

from bisect import bisect_left
from functools import lru_cache
from typing import NamedTuple

import numpy as np

MATCH, MISMATCH, OPEN, FURTHER = 4, -2, 10, 1
GAP = 600  # letters between two grams that part passages
LEAST = 50  # letters of a passage
REACH = 300  # letters that an end may grow beyond what matches exactly
BAND = 20  # letters that an alignment may stray off the diagonal, beyond what the lengths ask for
DROP = 60  # points below its best at which an end stops growing
NEVER = -(1 << 29)
CELLS = 1 << 22  # cells of a batch's band held at a time
NO_LETTER = 0  # stands beyond the end of the second text; the first text has NO_OTHER there, so they never match
NO_OTHER = 1


class Letters(NamedTuple):
    """The letters and digits of some texts, one after the other."""

    low: np.ndarray  # code points, lower-cased
    at: np.ndarray  # where each stands in its text, in characters
    doc: np.ndarray  # which text it is of
    starts: np.ndarray  # whether a word starts here
    begin: np.ndarray  # for each text the index of its first letter, and one more for the end

    def text(self, i):
        return self.low[self.begin[i] : self.begin[i + 1]]


@lru_cache(maxsize=1)
def tables():
    """For each character of the basic plane: is it a letter or digit, and its lower case."""
    chars = [chr(i) for i in range(0x10000)]
    lower = [ord(low) if len(low := c.lower()) == 1 else ord(c) for c in chars]
    return np.array([c.isalnum() for c in chars]), np.array(lower, np.int32)


def letters(texts):
    """The Letters of the texts. Characters beyond the basic plane count as neither letter nor digit."""
    alnum, lower = tables()
    sizes = np.array([len(t) for t in texts], np.int64)
    code = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), np.uint32)
    code = np.where(code < 0x10000, code, 0)
    base = np.concatenate(([0], np.cumsum(sizes)))
    place = np.flatnonzero(alnum[code])
    doc = np.repeat(np.arange(len(texts)), sizes)[place]
    starts = np.ones(len(place), bool)
    starts[1:] = (place[1:] - place[:-1] > 1) | (doc[1:] != doc[:-1])
    return Letters(lower[code[place]], place - base[doc], doc, starts, np.searchsorted(doc, np.arange(len(texts) + 1)))


def passages(ones, twos, matches, gram):
    """The passages of pair i, for all i: [(i, begin1, end1, begin2, end2, score)], in letters.

    matches[i] holds place1 << 32 | place2 of the grams that text i of ones shares with text i of twos.
    """
    chains = [merged(chain(sorted(m)), gram) for m in matches]
    gaps = [(i, k) for i, blocks in enumerate(chains) for k in range(1, len(blocks))]
    gaps = [(i, k) for i, k in gaps if max(between(chains[i], k)) <= GAP]
    costs = dict(zip(gaps, gap_scores([gap(ones.text(i), twos.text(i), chains[i], k) for i, k in gaps])))
    cores = [(i, *core) for i, blocks in enumerate(chains) for core in cut(i, blocks, costs)]
    befores = [(ones.text(i)[:b1][::-1], twos.text(i)[:b2][::-1]) for i, b1, _, b2, _, _ in cores]
    afters = [(ones.text(i)[e1:], twos.text(i)[e2:]) for i, _, e1, _, e2, _ in cores]
    out = []
    for (i, b1, e1, b2, e2, score), (p, q, s), (t, u, v) in zip(cores, grow(befores), grow(afters)):
        if min(e1 + t - b1 + p, e2 + u - b2 + q) >= LEAST:
            out.append((i, b1 - p, e1 + t, b2 - q, e2 + u, score + s + v))
    return out


def chain(matches):
    """The longest run of matches that rises in both reports, as [(place1, place2)]; patience sorting."""
    tails, ends, back = [], [], []
    ones, twos = [m >> 32 for m in matches], [m & 0xFFFFFFFF for m in matches]
    for i, two in enumerate(twos):
        k = bisect_left(tails, two)
        back.append(ends[k - 1] if k else -1)
        tails[k : k + 1], ends[k : k + 1] = [two], [i]
    run, i = [], ends[-1] if ends else -1
    while i >= 0:
        run.append((ones[i], twos[i]))
        i = back[i]
    return run[::-1]


def merged(run, gram):
    """Matches that overlap on one diagonal made one block, (place1, place2, size); what overlaps off it is left out."""
    blocks = []
    for one, two in run:
        if blocks:
            a, b, size = blocks[-1]
            if one - a == two - b and one <= a + size:
                blocks[-1] = (a, b, one - a + gram)
                continue
            if one < a + size or two < b + size:
                continue
        blocks.append((one, two, gram))
    return blocks


def between(blocks, k):
    """How many letters lie between block k and the one before it, in the first text and in the second."""
    (a, b, size), (c, d, _) = blocks[k - 1], blocks[k]
    return c - a - size, d - b - size


def gap(one, two, blocks, k):
    (a, b, size), (c, d, _) = blocks[k - 1], blocks[k]
    return one[a + size : c], two[b + size : d]


def cut(i, blocks, costs):
    """Joins blocks to (begin1, end1, begin2, end2, score); cut where a gap is too wide or costs more than it joins."""
    cores = []
    for k, (a, b, size) in enumerate(blocks):
        points, cost = MATCH * size, costs.get((i, k))
        if cost is not None and cores[-1][4] + cost > 0 and points + cost > 0:
            begin1, _, begin2, _, score = cores[-1]
            cores[-1] = (begin1, a + size, begin2, b + size, score + cost + points)
        else:
            cores.append((a, a + size, b, b + size, points))
    return cores


def gap_scores(pairs):
    """The score of aligning each pair of letter runs from end to end."""
    scores, wide = np.zeros(len(pairs), np.int64), {}
    for i, (one, two) in enumerate(pairs):
        n, m = len(one), len(two)
        if not n or not m:
            scores[i] = -OPEN - (n + m - 1) * FURTHER if n + m else 0
        else:
            wide.setdefault((abs(n - m) + BAND).bit_length(), []).append(i)
    for bits, members in wide.items():
        members.sort(key=lambda i: len(pairs[i][0]))
        for group in groups(members, pairs, 1 << bits):
            scores[group] = advance([pairs[i] for i in group], 1 << bits, None)[3]
    return scores.tolist()


def grow(pairs):
    """How far each pair is worth aligning from its beginning on: (letters of one, of two, points)."""
    exact = [common_prefix(one, two) for one, two in pairs]
    rest = [(one[k : k + REACH], two[k : k + REACH]) for k, (one, two) in zip(exact, pairs)]
    grown = [(k, k, MATCH * k) for k in exact]
    members = [i for i, (one, two) in enumerate(rest) if len(one) and len(two)]
    for group in groups(members, rest, BAND):
        best, rows, columns, _ = advance([rest[i] for i in group], BAND, DROP)
        for i, points, a, b in zip(group, best.tolist(), rows.tolist(), columns.tolist()):
            grown[i] = (exact[i] + a, exact[i] + b, MATCH * exact[i] + points)
    return grown


def common_prefix(one, two):
    n = min(len(one), len(two))
    same = one[:n] == two[:n]
    return n if same.all() else int(same.argmin())


def groups(members, pairs, band):
    """Cuts members into runs whose padded texts and bands stay within CELLS."""
    group, longest = [], 0
    for i in members:
        longest = max(longest, len(pairs[i][1]) + 2 * band + 2)
        if group and longest * (len(group) + 1) > CELLS:
            yield group
            group, longest = [], len(pairs[i][1]) + 2 * band + 2
        group.append(i)
    if group:
        yield group


def advance(pairs, band, drop):
    """Aligns every pair from its first letters on: (best, i, j, last), an array each.

    best is the highest score and i, j the letters used by then; last is the score with all letters used. Column c of
    the band at row i is letter i + c − band of the second text. With a drop, a pair stops once a row is that far below
    its best.
    """
    n = np.array([len(one) for one, _ in pairs])
    m = np.array([len(two) for _, two in pairs])
    width, slant = 2 * band + 1, np.arange(2 * band + 1, dtype=np.int32) * FURTHER
    ones, twos = padded(pairs, 0, 0, n.max(), NO_OTHER), padded(pairs, 1, band, band + n.max() + width, NO_LETTER)
    best, row, column, last = (np.zeros(len(pairs), np.int64) for _ in range(4))
    live, going = np.arange(len(pairs)), np.ones(len(pairs), bool)
    above = np.full((len(pairs), width), NEVER, np.int32)
    above[:, band + 1 :] = -OPEN - slant[:band]
    above[:, band] = 0
    down = np.full((len(pairs), width + 1), NEVER, np.int32)
    for i in range(1, n.max() + 1):
        down[:, :-2] = np.maximum(down[:, 1:-1] - FURTHER, above[:, 1:] - OPEN)
        down[:, -2] = NEVER
        above += np.where(twos[:, i - 1 : i - 1 + width] == ones[:, i - 1 : i], MATCH, MISMATCH).astype(np.int32)
        if i <= band:
            above[:, band - i] = NEVER  # no letter stands before the first
        here = np.maximum(above, down[:, :-1])
        across = np.maximum.accumulate(here + slant, axis=1) - OPEN - slant
        here[:, 1:] = np.maximum(here[:, 1:], across[:, :-1])
        top = here.argmax(axis=1)
        points = here[np.arange(len(live)), top]
        better = going & (points > best[live])
        best[live[better]], row[live[better]], column[live[better]] = points[better], i, i + top[better] - band
        ended = n[live] == i
        if ended.any() and drop is None:
            last[live[ended]] = here[ended, np.clip(m[live[ended]] - i + band, 0, width - 1)]
        going &= ~ended if drop is None else ~ended & (points >= best[live] - drop)
        above = here
        if going.sum() < 0.8 * len(live):  # copying the rest pays only when many have ended
            live, above, down = live[going], above[going], down[going]
            ones, twos, going = ones[going], twos[going], going[going]
        if not len(live):
            break
    return best, row, column, last


def padded(pairs, side, before, width, filler):
    """One text of every pair as the rows of a matrix, the text after `before` fillers."""
    out = np.full((len(pairs), width), filler, np.int32)
    for line, pair in zip(out, pairs):
        text = pair[side][: width - before]
        line[before : before + len(text)] = text
    return out
