"""The memory and the processor time of a process and of all it started."""

import os
import threading

EVERY = 0.5  # seconds between two samples


class TreePeak:
    """Samples the sum of the proportional set sizes of this process and its descendants, from now until stop()."""

    def __init__(self):
        self.peak = 0
        self.ended = threading.Event()
        self.thread = threading.Thread(target=self.run, daemon=True)
        self.thread.start()

    def run(self):
        while not self.ended.wait(EVERY):
            self.peak = max(self.peak, sum(map(resident, descendants(os.getpid()))))

    def stop(self):
        """Ends the sampling; the largest sum seen, in bytes (0 where there is no /proc)."""
        self.ended.set()
        self.thread.join()
        return self.peak


def descendants(root):
    """The process and all that descend from it, by number."""
    children = {}
    for name in os.listdir("/proc") if os.path.isdir("/proc") else ():
        if name.isdigit() and (parent := parent_of(name)):
            children.setdefault(parent, []).append(int(name))
    family = [root]
    for one in family:
        family.extend(children.get(one, ()))
    return family


def tree_cpu():
    """The processor seconds that this process and its descendants have used so far."""
    ticks = sum(int(n) for number in descendants(os.getpid()) for n in status(number)[11:15])
    return ticks / os.sysconf("SC_CLK_TCK")


def parent_of(number):
    return int(status(number)[1])


def status(number):
    """The fields of /proc/N/stat that follow the name; zeros if there is no such process any more."""
    try:
        with open(f"/proc/{number}/stat", "rb") as f:
            return f.read().rsplit(b")", 1)[1].split()
    except (OSError, IndexError):
        return ["0"] * 20


def resident(number):
    """Bytes of memory of a process; pages it shares are split among those who share them."""
    try:
        with open(f"/proc/{number}/smaps_rollup", "rb") as f:
            return next((int(line.split()[1]) * 1024 for line in f if line.startswith(b"Pss:")), 0)
    except (OSError, ValueError):
        return 0
