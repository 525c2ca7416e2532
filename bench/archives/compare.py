#!/usr/bin/env python3
"""How fast a compressed WARC is read: stemma's reader beside warcio and fastwarc.

    bench/archives/compare.py [--pages 20000] [--rounds 5] [--venv FOLDER] [--large MB]

Makes one archive in a temporary folder, reads it by each program in turn, and
prints the median speed in megabytes of the compressed file a second, with the
ratios; then the best speed by processor time, start included, which tells more
where the machine has other work. With --large 2000 the archive is repeated until
it has so many megabytes, and stemma's peak of memory for that is printed too.
Exit codes: 0 done, 1 the readers disagree about what is in it or the peak is above
300 MB, 3 PyPI cannot be reached.
"""
import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile

PINNED = ["warcio==1.8.1", "fastwarc==2.0.1"]

MOST_MEMORY = 300  # MB

WARCIO = """
import sys, time
from warcio.archiveiterator import ArchiveIterator
began, pages, size = time.perf_counter(), 0, 0
with open(sys.argv[1], "rb") as f:
    for r in ArchiveIterator(f):
        if r.rec_type == "response":
            body = r.content_stream().read()
            if (r.http_headers.get_header("Content-Type") or "").startswith("text/html"):
                pages, size = pages + 1, size + len(body)
print(time.perf_counter() - began, pages, size)
"""

FASTWARC = """
import sys, time
from fastwarc.warc import ArchiveIterator, WarcRecordType
began, pages, size = time.perf_counter(), 0, 0
with open(sys.argv[1], "rb") as f:
    for r in ArchiveIterator(f, parse_http=True):
        if r.record_type == WarcRecordType.response:
            body = r.reader.read()
            if (r.http_content_type or "").startswith("text/html"):
                pages, size = pages + 1, size + len(body)
print(time.perf_counter() - began, pages, size)
"""


def peers(folder):
    """The python of a folder with the peers, which is made where there is none."""
    python = os.path.join(folder, "bin", "python")
    if not os.path.exists(python):
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    done = subprocess.run([python, "-m", "pip", "-q", "install", "--disable-pip-version-check", "--retries", "1", *PINNED],
                          capture_output=True, text=True)
    if done.returncode:
        print("skipped: PyPI cannot be reached:", done.stderr.strip().splitlines()[-1:], file=sys.stderr)
        sys.exit(3)
    return python


def peak(program, archive, mega):
    """The peak of memory, in MB, for the archive repeated until it has so many megabytes."""
    large = archive + "-large.warc.gz"
    with open(archive, "rb") as f:
        once = f.read()
    with open(large, "wb") as f:
        while f.tell() < mega * 1e6:
            f.write(once)
    out = subprocess.run([program, "read", large], check=True, capture_output=True, text=True).stdout.split()
    print(f"{os.path.getsize(large) / 1e6:.0f} MB compressed, {out[1]} pages: stemma's peak {out[3]} MB")
    return int(out[3])


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--pages", type=int, default=20000)
    ask.add_argument("--rounds", type=int, default=5)
    ask.add_argument("--venv", default="")
    ask.add_argument("--large", type=int, default=0)
    o = ask.parse_args()
    here = os.path.dirname(os.path.abspath(__file__))
    with tempfile.TemporaryDirectory(prefix="stemma-archives-") as room:
        python = peers(o.venv or os.path.join(room, "venv"))
        memory = "?"
        program, archive = os.path.join(room, "archives"), os.path.join(room, "pages.warc.gz")
        subprocess.run(["go", "build", "-o", program, here], check=True, cwd=here)
        subprocess.run([program, "make", "-pages", str(o.pages), archive], check=True)
        readers = {
            "stemma": [program, "read", archive],
            "stemma, one core": [program, "read", "-jobs", "1", archive],
            "fastwarc": [python, "-c", FASTWARC, archive],
            "warcio": [python, "-c", WARCIO, archive],
        }
        times, work, seen = {name: [] for name in readers}, {name: [] for name in readers}, set()
        for _ in range(o.rounds):
            for name, command in readers.items():
                before = resource.getrusage(resource.RUSAGE_CHILDREN)
                out = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
                after = resource.getrusage(resource.RUSAGE_CHILDREN)
                work[name].append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
                times[name].append(float(out[0]))
                seen.add((out[1], out[2]))
                if len(out) > 3:
                    memory = out[3]
        if len(seen) > 1:
            print("the readers disagree:", seen, file=sys.stderr)
            sys.exit(1)
        mega = os.path.getsize(archive) / 1e6
        print(f"{o.pages} pages, {mega:.0f} MB compressed, {int(next(iter(seen))[1]) / 1e6:.0f} MB of pages; "
              f"median of {o.rounds} rounds; stemma's peak {memory} MB")
        ours, least = statistics.median(times["stemma"]), min(work["stemma"])
        for name, all_times in times.items():
            took = statistics.median(all_times)
            print(f"{name:18} {mega / took:7.1f} MB/s   stemma is {took / ours:.2f} times as fast; "
                  f"{mega / min(work[name]):6.1f} MB a second of processor time ({min(work[name]) / least:.2f})")
        if o.large and peak(program, archive, o.large) > MOST_MEMORY:
            sys.exit(1)


if __name__ == "__main__":
    main()
