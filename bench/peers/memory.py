"""The memory of a process and of all it started, sampled."""

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


def parent_of(number):
    try:
        with open(f"/proc/{number}/stat", "rb") as f:
            return int(f.read().rsplit(b")", 1)[1].split()[1])
    except (OSError, ValueError, IndexError):
        return 0


def resident(number):
    """Bytes of memory of a process; pages it shares are split among those who share them."""
    try:
        with open(f"/proc/{number}/smaps_rollup", "rb") as f:
            return next((int(line.split()[1]) * 1024 for line in f if line.startswith(b"Pss:")), 0)
    except (OSError, ValueError):
        return 0
