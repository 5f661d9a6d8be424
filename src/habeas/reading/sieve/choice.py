"""Which scanner to use here: the fastest that is installed and knows the processor."""

from __future__ import annotations

import platform
from collections.abc import Callable
from hashlib import sha256

from habeas.protocols import Cache
from habeas.reading.sieve.scanner import Scanner, Wanted


def best_scanner(cache: Cache | None = None) -> Callable[[Wanted], Scanner]:
    """What makes a scanner; in the cache goes what takes long to compile."""
    try:
        from habeas.reading.sieve.hyperscan import (  # noqa: PLC0415  # may not be installed
            VERSION,
            HyperscanScanner,
            Unusable,
            fingerprint,
        )
    except ImportError:
        from habeas.reading.sieve.aho_corasick import AhoCorasickScanner  # noqa: PLC0415

        return AhoCorasickScanner

    def make(wanted: Wanted) -> Scanner:
        told = "\0".join((VERSION, platform.machine(), platform.processor(), fingerprint(wanted)))
        key = sha256(told.encode()).hexdigest()
        compiled = cache.get(key) if cache else None
        if compiled:
            try:
                return HyperscanScanner(wanted, compiled=compiled)
            except Unusable:
                pass  # compiled on another processor
        scanner = HyperscanScanner(wanted)
        if cache:
            cache.put(key, scanner.dump())
        return scanner

    return make
