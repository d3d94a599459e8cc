"""Memory that a step has freed, given back to the system before the next one needs its own.

What belongs here: asking the C library for it. What each step holds is its own affair.
"""

import ctypes
import gc
import sys


def give_back() -> None:
    """Gives back what is free in this process; nothing happens where the C library cannot.

    glibc keeps free memory between what is in use unless it is asked (malloc_trim, since 2.8); of 20,000 short
    documents that is a twentieth of the peak.
    """
    if sys.platform != "linux":
        return
    gc.collect()
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)
