"""What every peer does alike: its arguments, its clock, its memory, its one line of JSON.

Times are in seconds, sizes in bytes. The clock of the start-up begins when the kernel made the process
(/proc/self/stat, ticks of 10 ms), so it holds the interpreter and the imports as a shell would feel them.
Where there is no /proc the start-up is counted from the import of this module and the note says so.
"""

import time

BORN_HERE = time.time()

import argparse
import json
import os
import sys


def arguments(about, **more):
    """The parsed command line: file, cores, and what `more` adds as name=(default, help)."""
    parser = argparse.ArgumentParser(description=about.strip().splitlines()[0])
    parser.add_argument("file", help='JSON Lines, {"id": …, "text": …} a line, UTF-8')
    parser.add_argument("--cores", type=int, default=2, help="most cores to use (2)")
    for name, (default, text) in more.items():
        kind = str if default is None else type(default)
        parser.add_argument("--" + name, type=kind, default=default, help=f"{text} ({default})")
    return parser.parse_args()


def report(peer, version, ready, done, pairs, peak, note, **more):
    """Prints the one line. ready and done are time.time() when the work began and when it ended.

    more adds fields: seconds_cpu is the processor time of the work alone, over all cores.
    """
    born, how = birth()
    line = {
        "peer": peer,
        "version": version,
        "seconds_total": round(done - born, 3),
        "seconds_start_up": round(ready - born, 3),
        "seconds_work": round(done - ready, 3),
        "pairs": pairs,
        "peak_rss_bytes": peak,
        "note": note + how,
    }
    line.update({name: round(x, 3) if isinstance(x, float) else x for name, x in more.items()})
    sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")


def birth():
    """The time.time() at which the kernel started this process, and a remark if it is not known."""
    try:
        with open("/proc/self/stat", "rb") as f:
            ticks = int(f.read().rsplit(b")", 1)[1].split()[19])
        uptime = time.clock_gettime(time.CLOCK_BOOTTIME)
        return time.time() - uptime + ticks / os.sysconf("SC_CLK_TCK"), ""
    except (OSError, AttributeError, IndexError, ValueError):
        return BORN_HERE, "; start-up counted from the first import"


def own_peak():
    """The largest resident set of this process so far, in bytes."""
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


def own_cpu():
    """The processor seconds that this process and the children it has waited for have used so far."""
    return sum(os.times()[:4])


def pair_count(flat_counts):
    """Unordered pairs from the sizes of every document's candidate list, each holding the document itself."""
    return sum(n - 1 for n in flat_counts if n > 1) // 2
