"""tantivy 0.27: indexes the words of all reports, and asks which reports are like one, report by report.

Words only: no positions, no frequencies, the default tokenizer, one text field. More-like-this wants a report of
the index and its stored text, so --stored keeps the texts too, and --ask times that many questions, every n-th report
of the file, each with its ten best hits; without --ask the texts are not stored, which is the less work.
"""

import json
import os
import shutil
import statistics
import tempfile
import time

import common

args = common.arguments(
    __doc__,
    ask=(0, "questions to time, 0 for none"),
    heap=(128_000_000, "bytes of the writer's buffers"),
)

import tantivy


def main():
    folder = tempfile.mkdtemp(prefix="peer-tantivy-")
    try:
        before, ready = common.own_cpu(), time.time()
        index, reports = add(folder)
        done, cpu = time.time(), common.own_cpu() - before
        more = {"seconds_cpu": cpu, "reports": reports, "bytes_of_index": size(folder)}
        if args.ask:
            more.update(ask(index, reports))
        note = f"words only, {args.cores} threads, texts {'stored' if args.ask else 'not stored'}"
        common.report("tantivy", tantivy.__version__, ready, done, None, common.own_peak(), note, **more)
    finally:
        shutil.rmtree(folder)


def add(folder):
    """The index of the file in the folder, merged as far as its own policy goes, and the number of reports."""
    schema = (
        tantivy.SchemaBuilder()
        .add_text_field("text", stored=bool(args.ask), index_option="position")
        .build()
    )
    index = tantivy.Index(schema, path=folder)
    writer = index.writer(heap_size=args.heap, num_threads=args.cores)
    reports = 0
    with open(args.file, "rb") as lines:
        for line in lines:
            writer.add_document(tantivy.Document(text=json.loads(line)["text"]))
            reports += 1
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    return index, reports


def ask(index, reports):
    """Milliseconds and processor time of a question: the middle one, and the one that 99 of 100 keep below."""
    searcher = index.searcher()
    every = searcher.search(tantivy.Query.all_query(), limit=reports).hits
    step = max(1, len(every) // args.ask)
    took, work = [], []
    for _, address in every[::step][: args.ask]:
        cpu, start = time.process_time(), time.perf_counter()
        searcher.search(tantivy.Query.more_like_this_query(address), limit=10)
        took.append(1000 * (time.perf_counter() - start))
        work.append(1000 * (time.process_time() - cpu))
    if len(took) < 2:
        return {}
    return {
        "questions": len(took),
        "median_ms": statistics.median(took),
        "p99_ms": statistics.quantiles(took, n=100)[98],
        "p99_cpu_ms": statistics.quantiles(work, n=100)[98],
    }


def size(folder):
    return sum(os.path.getsize(os.path.join(folder, name)) for name in os.listdir(folder))


main()
