"""The search for reuse on Spark, by RDD.pipe: each step is a worker of "stemma reuse-step".

    python spark_pipe.py STEMMA CORPUS OUT [SHARDS]

writes to OUT what "stemma reuse CORPUS" writes. Spark shares the lines out by their
key and runs a worker again that failed; the binary must lie where every worker has
it. The roster and the mastheads go to all workers as files of the job.
"""

import shlex
import sys

from pyspark import SparkFiles
from pyspark.sql import SparkSession


def main(stemma, corpus, out, shards=8):
    spark = SparkSession.builder.appName("stemma reuse").getOrCreate()
    context = spark.sparkContext
    context.setLogLevel("ERROR")

    def everywhere(lines, name):
        """Puts lines that all workers need into a file, and gives its path on a worker."""
        import os
        import tempfile

        path = os.path.join(tempfile.mkdtemp(), name)
        with open(path, "w") as file:
            file.writelines(line + "\n" for line in lines.collect())
        context.addFile(path)
        return SparkFiles.get(name)

    def step(name, lines, *options):
        words = [stemma, "reuse-step", name, "--shards", str(shards), *options]
        return lines.pipe(" ".join(shlex.quote(w) for w in words), checkCode=True).cache()

    def edge(name, *rdds):
        return context.union([rdd.filter(lambda line: line.startswith(name + "\t")) for rdd in rdds])

    def by_key(*rdds):
        """Brings the lines of one key together."""
        keyed = context.union(list(rdds)).map(lambda line: (int(line.split("\t", 2)[1]), line))
        return keyed.partitionBy(shards, lambda key: key).values()

    read = context.parallelize([""], 1).pipe(
        " ".join(shlex.quote(w) for w in [stemma, "reuse-step", "read", corpus]), checkCode=True)
    reports = read.repartition(shards).cache()
    roster = "--roster", everywhere(step("scan", reports), "roster")
    post = step("post", reports, *roster)
    link = step("link", by_key(edge("postings", post)), *roster)
    masts = "--masts", everywhere(edge("masts", link), "masts")
    near = step("near", by_key(edge("members", link), edge("places", link)), *roster)
    pair = step("pair", by_key(edge("hubs", near)), *roster)
    wanted = step("deliver", by_key(edge("texts", post), edge("needs", link, pair)))
    match = step("match", by_key(edge("links", link, pair), wanted), *roster, *masts)
    alike = step("alike", by_key(edge("copies", post)), *roster)
    parts = step("order", by_key(edge("passages", match, alike)), *roster)

    ordered = parts.map(lambda line: line.split("\t", 2)).map(lambda part: (int(part[1]), part[2])) \
        .groupByKey(shards).collect()
    with open(out, "w") as file:
        for _, lines in sorted(ordered, key=lambda part: part[0]):
            file.writelines(line + "\n" for line in lines)
    spark.stop()


if __name__ == "__main__":
    main(*sys.argv[1:4], *map(int, sys.argv[4:]))
