"""Asks a model about one chunk after the other, in the strictest way its server knows."""

from __future__ import annotations

import json
from dataclasses import replace

from habeas.reading.language_model.answer import Answer, answer_of
from habeas.reading.language_model.chunks import Chunk
from habeas.reading.language_model.client import Client, Response
from habeas.reading.language_model.faults import Lost, NoAnswer
from habeas.reading.language_model.prompt import forms, request

_OK = 200
# How servers say that they do not know a field of the request.
_NOT_UNDERSTOOD = frozenset({400, 404, 415, 422, 501})
_DIGEST_DIGITS = 12


class Interview:
    """One model on one server. What the server did not understand once is not tried again."""

    def __init__(self, client: Client, *, model: str) -> None:
        self._client = client
        self._model = model
        self._forms = forms()
        self._digest: str | None = None

    def ask(self, chunk: Chunk) -> Answer:
        """The answer about a chunk. Raises: NoAnswer."""
        if self._digest is None:
            self._digest = self._digest_of_model()
        while True:
            response = self._client.post(
                "/chat/completions", request(chunk, model=self._model, form=self._forms[0])
            )
            if response.status == _OK:
                found = answer_of(response.body)
                return replace(
                    found, model=found.model or self._model, fingerprint=self._mark(found)
                )
            if response.status not in _NOT_UNDERSTOOD or len(self._forms) == 1:
                raise _refused(response)
            del self._forms[0]

    def _mark(self, answer: Answer) -> str:
        """The digest of the weights where the server tells it, else its own mark."""
        return self._digest or answer.fingerprint or "unknown"

    def _digest_of_model(self) -> str:
        """What Ollama tells of its models and others do not; no text is sent for it."""
        try:
            listed = json.loads(self._client.get("/api/tags").body)
            digests = {one["name"]: str(one["digest"]) for one in listed["models"]}
        except (NoAnswer, ValueError, TypeError, KeyError, RecursionError):
            return ""
        found = digests.get(self._model) or digests.get(f"{self._model}:latest") or ""
        return found[:_DIGEST_DIGITS] if found.isalnum() else ""


def _refused(response: Response) -> NoAnswer:
    return NoAnswer(Lost.NOT_UNDERSTOOD, f"status {response.status}", is_final=True)
