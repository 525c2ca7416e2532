"""rensa 0.5: flags reports that are near-duplicates of another report.

Three ways, --mode:
  flags  (the default) the fastest that rensa documents: the rho sketch of all reports in one call, then
         query_duplicate_flags_matrix_one_shot. It says which reports have a near-duplicate, not of which.
  full   the same with full-set R-MinHash in place of rho (no sampling of token positions).
  pairs  full-set RMinHash objects, insert_many, query_all: says which pairs.
128 slots, 8 bands, threshold 0.8 and text.split() are the README's and the project's own benchmark's settings.
"""

import os
import time

import common

args = common.arguments(
    __doc__,
    mode=("flags", "flags, full or pairs"),
    shingle=(1, "words of a shingle"),
    bands=(8, "LSH bands of the 128 slots"),
    threshold=(0.8, "similarity threshold"),
)
os.environ["RAYON_NUM_THREADS"] = str(args.cores)

import json

from rensa import RMinHash, RMinHashLSH

SLOTS = 128
SEED = 42


def main():
    before, ready = common.own_cpu(), time.time()
    with open(args.file, "rb") as lines:
        flagged, pairs = WAYS[args.mode](tokens(lines))
    done, cpu = time.time(), common.own_cpu() - before
    note = f"mode {args.mode}, {args.shingle}-word tokens, {args.bands} bands of {SLOTS}, whole documents"
    more = {"flagged": flagged, "seconds_cpu": cpu}
    common.report("rensa", version(), ready, done, pairs, common.own_peak(), note, **more)


def tokens(lines):
    """Yields the token list of every report; as a generator, so that a list is freed once it is sketched."""
    k = args.shingle
    for line in lines:
        words = json.loads(line)["text"].split()
        yield words if k == 1 else [" ".join(words[i : i + k]) for i in range(max(1, len(words) - k + 1))]


def flags(sets):
    matrix = RMinHash.digest_matrix_from_token_sets_rho(sets, num_perm=SLOTS, seed=SEED)
    return sum(map(bool, index().query_duplicate_flags_matrix_one_shot(matrix))), None


def full(sets):
    matrix = RMinHash.digest_matrix_from_token_sets(sets, num_perm=SLOTS, seed=SEED)
    return sum(map(bool, index().query_duplicate_flags_matrix_one_shot(matrix))), None


def pairs(sets):
    sketches = RMinHash.from_token_sets(sets, num_perm=SLOTS, seed=SEED)
    lsh = index()
    lsh.insert_many(sketches)
    sizes = [len(found) for found in lsh.query_all(sketches)]
    return sum(n > 1 for n in sizes), common.pair_count(sizes)


def index():
    return RMinHashLSH(threshold=args.threshold, num_perm=SLOTS, num_bands=args.bands)


def version():
    from importlib.metadata import version

    return version("rensa")


WAYS = {"flags": flags, "full": full, "pairs": pairs}

if __name__ == "__main__":
    main()
