"""passim's published method, written anew in pyspark: passages that two reports share.

A stand-in, not passim: passim is not on PyPI (the package of that name there is a password tool). The method is that of
D. A. Smith, R. Cordell, E. M. Dillon, "Infectious Texts" (IEEE Big Humanities 2013) and D. A. Smith, R. Cordell,
A. Mullen, "Computational Methods for Uncovering Reprinted Texts in Antebellum Newspapers" (American Literary History
27(3), 2015), with the settings that passim 2 documents: grams of 25 characters that start at a word (letters and
digits only), document frequency 2 to 100, five matching grams for a pair, passages of 50 characters or more, gaps of
more than 600 characters part passages; then character alignment with affine gaps (Gotoh 1982).

What differs from passim: a gram counts at its first place in a report; letters are lower-cased; alignment is of
letters and digits only, exact along the grams, scored by dynamic programming in the gaps between them and, in a band
and until the score drops, at the two ends; no aligned text, no series, no clusters. All of it is less work than
passim's. Grams and dynamic programming are numpy over Arrow batches, so plain Python loops do not hold it back.
"""

import os
import shutil
import sys
import tempfile
import time

import common

args = common.arguments(
    __doc__,
    limit=(0, "only the first N reports, 0 for all"),
    memory=("4g", "heap of the JVM"),
    out=(None, "folder to write the passages to, as JSON Lines; it must not exist"),
)

import numpy as np
import pyarrow as pa
import pyspark
from pyspark.sql import SparkSession
from pyspark.sql import functions as F

import align
from memory import TreePeak, tree_cpu

GRAM = 25
LEAST_DF, MOST_DF = 2, 100
LEAST_MATCHES = 5
POSTINGS = "uid long, gram long, at int"
PASSAGES = "id1 string, id2 string, begin1 int, end1 int, begin2 int, end2 int, score int"


def main():
    if not shutil.which("java"):
        print("peers: java not found: passim's method is skipped", file=sys.stderr)
        sys.exit(4)
    watch = TreePeak()
    spark = session()
    spark.range(64, numPartitions=args.cores).mapInArrow(lambda batches: batches, "id long").count()
    before, ready = tree_cpu(), time.time()
    with tempfile.TemporaryDirectory() as spare:
        out = args.out or os.path.join(spare, "passages")
        passages(spark, reports(spark)).write.json(out)
        found, pairs = written(spark, out)
        done, cpu = time.time(), tree_cpu() - before
    spark.stop()
    note = f"stand-in for passim's method, local[{args.cores}], {args.limit or 'all'} reports, alignment in numpy"
    more = {"passages": found, "seconds_cpu": cpu}
    common.report("passim-method", pyspark.__version__, ready, done, pairs, watch.stop(), note, **more)


def session():
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    os.environ["PYSPARK_PYTHON"] = sys.executable
    os.environ["PYTHONPATH"] = os.path.dirname(os.path.abspath(__file__))
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        os.environ[name] = "1"
    settings = {
        "spark.driver.memory": args.memory,
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.log.level": "ERROR",
        "spark.sql.shuffle.partitions": str(4 * args.cores),
        "spark.sql.adaptive.coalescePartitions.enabled": "false",
        "spark.sql.execution.arrow.maxRecordsPerBatch": "2000",
    }
    builder = SparkSession.builder.master(f"local[{args.cores}]").appName("passim-method")
    for key, value in settings.items():
        builder = builder.config(key, value)
    return builder.getOrCreate()


def reports(spark):
    read = spark.read.schema("id string, text string").json(args.file)
    read = read.limit(args.limit) if args.limit else read
    return read.repartition(4 * args.cores).withColumn("uid", F.xxhash64("id")).cache()


def passages(spark, docs):
    """Grams to postings, postings to pairs, pairs to passages."""
    postings = docs.select("uid", "text").mapInArrow(grams, POSTINGS).cache()
    counts = postings.groupBy("gram").agg(F.count("*").alias("df"))
    shared = postings.join(counts.where(F.col("df").between(LEAST_DF, MOST_DF)), "gram")
    lists = shared.groupBy("gram").agg(F.collect_list(F.struct("uid", "at")).alias("p"))
    lists = lists.select("p", F.explode("p").alias("a"))
    meets = lists.select("a", F.explode("p").alias("b")).where("a.uid < b.uid")
    match = F.expr("shiftleft(cast(a.at as bigint), 32) + b.at").alias("match")
    meets = meets.select(F.col("a.uid").alias("uid1"), F.col("b.uid").alias("uid2"), match)
    pairs = meets.groupBy("uid1", "uid2").agg(F.collect_list("match").alias("matches"))
    pairs = pairs.where(F.size("matches") >= LEAST_MATCHES)
    for side in "12":
        named = docs.select(*(F.col(c).alias(c + side) for c in ("uid", "id", "text")))
        pairs = pairs.join(named, "uid" + side)
    return pairs.select("id1", "id2", "text1", "text2", "matches").mapInArrow(aligned, PASSAGES)


def grams(batches):
    """Batches of (uid, text) to batches of (uid, gram, at); at counts letters and digits, not characters."""
    for batch in batches:
        stream = align.letters(batch.column("text").to_pylist())
        doc, start = stream.doc, np.flatnonzero(stream.starts[: max(0, len(stream.low) - GRAM + 1)])
        start = start[doc[start] == doc[start + GRAM - 1]]
        low, hashes = stream.low.astype(np.uint64), np.zeros(len(start), np.uint64)
        for k in range(GRAM):
            hashes = (hashes + low[start + k]) * np.uint64(0x9E3779B97F4A7C15)
            hashes ^= hashes >> np.uint64(29)
        order = np.lexsort((start, hashes, doc[start]))
        start, hashes = start[order], hashes[order]
        first = np.ones(len(start), bool)
        first[1:] = (hashes[1:] != hashes[:-1]) | (doc[start[1:]] != doc[start[:-1]])
        start, hashes = start[first], hashes[first]
        uid = batch.column("uid").to_numpy()[doc[start]]
        at = (start - stream.begin[doc[start]]).astype(np.int32)
        columns = [pa.array(uid), pa.array(hashes.view(np.int64)), pa.array(at)]
        yield pa.RecordBatch.from_arrays(columns, ["uid", "gram", "at"])


def aligned(batches):
    """Batches of pairs with their matches to batches of passages; offsets count characters of the text."""
    names = [column.split()[0] for column in PASSAGES.split(", ")]
    for batch in batches:
        id1, id2, text1, text2, matches = (batch.column(k).to_pylist() for k in range(5))
        ones, twos = align.letters(text1), align.letters(text2)
        rows = []
        for i, begin1, end1, begin2, end2, score in align.passages(ones, twos, matches, GRAM):
            spans = (*characters(ones, i, begin1, end1), *characters(twos, i, begin2, end2))
            rows.append((id1[i], id2[i], *spans, score))
        columns = list(zip(*rows)) or [[] for _ in names]
        kinds = [pa.string(), pa.string()] + [pa.int32()] * 5
        yield pa.RecordBatch.from_arrays([pa.array(c, k) for c, k in zip(columns, kinds)], names)


def characters(stream, i, begin, end):
    """The span of letters of text i as a span of its characters."""
    first = stream.begin[i]
    return int(stream.at[first + begin]), int(stream.at[first + end - 1]) + 1


def written(spark, out):
    """How many passages there are and in how many pairs."""
    back = spark.read.schema(PASSAGES).json(out)
    row = back.agg(F.count("*"), F.countDistinct("id1", "id2")).first()
    return row[0], row[1]


if __name__ == "__main__":
    main()
