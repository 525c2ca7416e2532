"""datasketch 2.0: flags reports that are near-duplicates of another report, and counts the pairs.

MinHash(128) made by MinHash.generator from sets of word tokens, MinHashLSH with 8 bands of 16 (rensa's setting, so
that the two answer the same question). Two choices make it faster than its defaults: zlib.crc32 as hashfunc (the
documentation advises a faster hash than its SHA-1; with SHA-1 sketching takes about three times as long), and the
sketching is spread over --cores processes. The index is one process, as datasketch has it.
"""

import os
import time

import common

args = common.arguments(
    __doc__,
    shingle=(1, "words of a shingle"),
    bands=(8, "LSH bands of the 128 slots"),
)
for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"

import json
import zlib
from multiprocessing import get_context

import numpy
from datasketch import LeanMinHash, MinHash, MinHashLSH, __version__

SLOTS = 128
SEED = 42


def main():
    before, ready = common.own_cpu(), time.time()
    sketches, peak = sketched(slices(args.file, args.cores))
    flagged, pairs = found(sketches)
    done, cpu = time.time(), common.own_cpu() - before
    note = f"{args.shingle}-word tokens, {args.bands} bands of {SLOTS}, crc32, {args.cores} processes, whole documents"
    more = {"flagged": flagged, "seconds_cpu": cpu}
    common.report("datasketch", __version__, ready, done, pairs, common.own_peak() + peak, note, **more)


def sketched(parts):
    """The sketches of all reports in the order of the file, and the largest sum of the workers' memory."""
    with get_context("fork").Pool(len(parts)) as pool:
        answers = pool.map(sketch, parts, chunksize=1)
    rows = numpy.concatenate([matrix for matrix, _ in answers])
    return [LeanMinHash(seed=SEED, hashvalues=row, scheme="affine32") for row in rows], sum(p for _, p in answers)


def sketch(part):
    """One row of 128 slots for every report between two offsets of the file, and this worker's peak memory."""
    begin, end = part
    with open(args.file, "rb") as f:
        f.seek(begin)
        lines = f.read(end - begin).splitlines()
    sets = (tokens(json.loads(line)["text"].encode()) for line in lines)
    made = MinHash.generator(sets, num_perm=SLOTS, seed=SEED, hashfunc=zlib.crc32)
    rows = [m.hashvalues for m in made]
    return numpy.array(rows, dtype=numpy.uint32).reshape(-1, SLOTS), common.own_peak()


def tokens(text):
    words = text.split()
    k = args.shingle
    return set(words) if k == 1 else {b" ".join(words[i : i + k]) for i in range(max(1, len(words) - k + 1))}


def found(sketches):
    """How many reports have a candidate besides themselves, and how many candidate pairs there are."""
    lsh = MinHashLSH(num_perm=SLOTS, params=(args.bands, SLOTS // args.bands))
    for i, m in enumerate(sketches):
        lsh.insert(i, m, check_duplication=False)
    sizes = [len(lsh.query(m)) for m in sketches]
    return sum(n > 1 for n in sizes), common.pair_count(sizes)


def slices(path, n):
    """Cuts the file into n runs of whole lines of about the same size: [(begin, end)], in bytes."""
    size = os.path.getsize(path)
    cuts = [0]
    with open(path, "rb") as f:
        for i in range(1, n):
            f.seek(size * i // n)
            f.readline()
            cuts.append(max(cuts[-1], f.tell()))
    return list(zip(cuts, cuts[1:] + [size]))


if __name__ == "__main__":
    main()
