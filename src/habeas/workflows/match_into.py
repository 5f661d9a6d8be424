"""Lists read into a register and matched there: the sure pairs joined by the rule, the rest asked.

The workbook is made from what the register holds, so that a reviewer's answers fit it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from habeas.ledger.register import Register
from habeas.model.actor import Actor
from habeas.resolution.lists.outcome import Progress
from habeas.workflows.candidates import Candidates
from habeas.workflows.listing import listings
from habeas.workflows.match import Matched, answered
from habeas.workflows.match_held import compared
from habeas.workflows.read import read
from habeas.workflows.read_many import Manner
from habeas.workflows.read_whole import Tools
from habeas.workflows.resolve import join, joinable
from habeas.workflows.show import look


def match_into(  # each is the choice of wiring or of whoever asks
    paths: Sequence[Path],
    register: Register,
    *,
    lists: Tools,
    tools: Tools,
    actor: Actor,
    manner: Manner | None = None,
    progress: Progress | None = None,
) -> Matched:
    """Reads one list or two into the register and matches them there; one, with all it holds.

    Only what is sure between the two sides is joined. `lists` are the tools that read lists alone.
    Raises: NothingToCapture, NoListFound; LostRace, RegisterNotWritable.
    """
    found = listings(paths, tools=lists, actor=actor, progress=progress)
    read(
        paths,
        readers=tools.readers,
        renderers=tools.renderers,
        unpackers=tools.unpackers,
        register=register,
        actor=actor,
        progress=progress,
        manner=manner,
    )
    head = register.head
    candidates = Candidates(look(register), progress)
    held = compared(found, candidates, progress)
    sure = [pair.link for pair in held.outcome.sure if not pair.decided]
    links = joinable(candidates, sure)
    join(register, links, actor=actor, after=head.position)
    if links:
        # Whoever was joined just now is known better: the rest is asked on what is held after it.
        after = compared(found, candidates.kept_up(register), progress)
        held = replace(held, outcome=replace(after.outcome, sure=held.outcome.sure))
    return replace(answered(found, held, actor), joined=len(links))
