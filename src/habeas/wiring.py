"""Settings to a store, renderers and readers; nobody else chooses.

What reads is imported when something is to be read: most verbs do without it and start sooner.
"""

from __future__ import annotations

import getpass
import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from habeas import settings as settings_module
from habeas.ledger.register import Register
from habeas.ledger.standing import Decided
from habeas.model.actor import Actor
from habeas.model.errors import RegisterMissing, SettingsBroken, ValueMalformed
from habeas.protocols import Engine, Reader, Renderer, Store, Unpacker
from habeas.settings import Settings
from habeas.stores.sqlite import SqliteStore

if TYPE_CHECKING:
    from habeas.reading.capture import Captured
    from habeas.reading.language_model.endpoint import Endpoint
    from habeas.reading.lists.headings import Headed
    from habeas.reading.readers.language_model import LanguageModelReader
    from habeas.reading.taggers.choice import Taggers
    from habeas.workflows.read_many import Manner
    from habeas.workflows.read_whole import Tools

__all__ = [
    "Register",
    "Settings",
    "accounts_folder",
    "actor",
    "all_readers",
    "all_renderers",
    "all_unpackers",
    "details_folder",
    "language_model",
    "list_reader",
    "list_tools",
    "load_settings",
    "manner",
    "open_register",
    "readers",
    "reading_tools",
    "register_or_empty",
    "renderers",
    "renderers_and_unpackers",
    "sieve",
    "taggers",
    "words_folder",
]
load_settings = settings_module.load
LANGUAGE_MODEL = "language-model"  # the one reader that is used only where it is named


@contextmanager
def open_register(
    folder: Path,
    *,
    create: bool = False,
    is_read_only: bool = False,
    decided: Decided | None = None,
) -> Iterator[Register]:
    """The register in a folder or on a server, closed at the end.

    `decided` is what was kept at hand from an earlier opening.
    It is made first where `create` and nothing stands. An address (`postgresql://...`) may come as
    the path that a command line makes of it.
    Raises: RegisterMissing, NotARegister, RegisterTooNew, RegisterDamaged, RegisterNotWritable;
    SettingsBroken, where the driver for a server is not installed.
    """
    store: Store
    folder = Path(str(folder).removeprefix("sqlite:"))
    if _SERVER.match(str(folder)):
        store = _on_server(str(folder), create=create, is_read_only=is_read_only)
    elif create:
        store = SqliteStore.create(folder)
    else:
        store = SqliteStore(folder, is_read_only=is_read_only)
    try:
        yield Register(store, decided=decided)
    finally:
        store.close()


@contextmanager
def register_or_empty(folder: Path) -> Iterator[Register]:
    """The register in a folder, which cannot be changed; an empty one where nothing stands yet.

    Raises: NotARegister, RegisterTooNew, RegisterDamaged; SettingsBroken, as `open_register`.
    """
    from habeas.stores.memory import MemoryStore  # noqa: PLC0415

    with ExitStack() as stack:
        try:
            opened = stack.enter_context(open_register(folder, is_read_only=True))
        except RegisterMissing:
            opened = Register(MemoryStore())
        yield opened


# A path folds two strokes into one.
_SERVER = re.compile(r"postgres(?:ql)?:/+")


def _on_server(address: str, *, create: bool, is_read_only: bool) -> Store:
    try:
        from habeas.stores.postgres import PostgresStore  # noqa: PLC0415
    except ImportError as missing:
        raise SettingsBroken(
            faults=["the driver for PostgreSQL is not installed: pip install 'habeas[postgres]'"],
        ) from missing
    full = _SERVER.sub("postgresql://", address, count=1)
    if create:
        return PostgresStore.create(full)
    return PostgresStore(full, is_read_only=is_read_only)


@contextmanager
def renderers() -> Iterator[Sequence[Renderer]]:
    """The renderers to use, for what needs nothing else."""
    with renderers_and_unpackers() as (found, _):
        yield found


@contextmanager
def renderers_and_unpackers() -> Iterator[tuple[Sequence[Renderer], Sequence[Unpacker]]]:
    """What opens documents; all but plain text in a process apart, ended with the block."""
    from habeas.reading.renderers.isolated import (  # noqa: PLC0415
        IsolatedRenderer,
        IsolatedUnpacker,
        Isolation,
    )

    plain, *others = all_renderers()  # plain text takes time and room that grow with its length
    with Isolation() as isolation:
        yield (
            [plain, *(IsolatedRenderer(one, isolation) for one in others)],
            [IsolatedUnpacker(one, isolation) for one in all_unpackers()],
        )


def all_renderers() -> Sequence[Renderer]:
    """Every renderer there is; which one serves a document its media type decides."""
    from habeas.reading.renderers.html import HtmlRenderer  # noqa: PLC0415
    from habeas.reading.renderers.plain_text import PlainTextRenderer  # noqa: PLC0415
    from habeas.reading.renderers.table import TableRenderer  # noqa: PLC0415

    return [PlainTextRenderer(), HtmlRenderer(), TableRenderer()]


def all_unpackers() -> Sequence[Unpacker]:
    """Every unpacker there is; which one serves a document its media type decides."""
    from habeas.reading.unpackers.archive import ArchiveUnpacker  # noqa: PLC0415
    from habeas.reading.unpackers.docx import DocxUnpacker  # noqa: PLC0415
    from habeas.reading.unpackers.epub import EpubUnpacker  # noqa: PLC0415
    from habeas.reading.unpackers.feed import FeedUnpacker  # noqa: PLC0415
    from habeas.reading.unpackers.mail import MailUnpacker  # noqa: PLC0415
    from habeas.reading.unpackers.mailbox import MailboxUnpacker  # noqa: PLC0415
    from habeas.reading.unpackers.odt import OdtUnpacker  # noqa: PLC0415
    from habeas.reading.unpackers.open_sheet import OpenSheetUnpacker  # noqa: PLC0415
    from habeas.reading.unpackers.outlook import OutlookUnpacker  # noqa: PLC0415
    from habeas.reading.unpackers.pdf import PdfUnpacker  # noqa: PLC0415
    from habeas.reading.unpackers.rtf import RtfUnpacker  # noqa: PLC0415
    from habeas.reading.unpackers.table import TableUnpacker  # noqa: PLC0415
    from habeas.reading.unpackers.telegram import TelegramUnpacker  # noqa: PLC0415
    from habeas.reading.unpackers.warc import WarcUnpacker  # noqa: PLC0415
    from habeas.reading.unpackers.workbook import WorkbookUnpacker  # noqa: PLC0415

    return [
        PdfUnpacker(),
        DocxUnpacker(),
        OdtUnpacker(),
        RtfUnpacker(),
        EpubUnpacker(),
        WorkbookUnpacker(),
        OpenSheetUnpacker(),
        TableUnpacker(),
        MailUnpacker(),
        MailboxUnpacker(),
        OutlookUnpacker(),
        FeedUnpacker(),
        TelegramUnpacker(),
        WarcUnpacker(),
        ArchiveUnpacker(),
    ]


def all_readers(taggers: Taggers | None = None) -> Sequence[Reader]:
    """Every reader that works by rules, in the order in which they read.

    `taggers` add to what those find that can use them.
    """
    from habeas.reading.readers.frames_en import FramesReader  # noqa: PLC0415
    from habeas.reading.readers.lines import LinesReader  # noqa: PLC0415
    from habeas.reading.readers.list import ListReader  # noqa: PLC0415
    from habeas.reading.readers.tallies import TallyReader  # noqa: PLC0415
    from habeas.reading.slavic.reader import SlavicReader  # noqa: PLC0415
    from habeas.reference.languages import declining  # noqa: PLC0415

    namers = taggers.namers if taggers else {}
    return [
        FramesReader(namers.get("en"), taggers.parser if taggers else None),
        *(SlavicReader(language, namers.get(language)) for language in declining()),
        ListReader(),
        TallyReader(),
        LinesReader(),
    ]


def list_reader(headed: Headed, mark: str) -> Reader:
    """The reader of lists that asks `headed` what stands under a heading, and signs with `mark`."""
    from habeas.reading.readers.list import ListReader  # noqa: PLC0415

    return ListReader(headed=headed, mark=mark)


@contextmanager
def reading_tools(settings: Settings, *, only_relevant: bool = False) -> Iterator[Tools]:
    """All that a process needs to read. Raises: SettingsBroken."""
    from habeas.workflows.read_whole import Tools  # noqa: PLC0415

    with renderers_and_unpackers() as (own_renderers, own_unpackers):
        yield Tools(
            readers=readers(settings),
            renderers=own_renderers,
            unpackers=own_unpackers,
            is_relevant=sieve() if only_relevant else None,
        )


@contextmanager
def list_tools() -> Iterator[Tools]:
    """What reads lists of people and nothing else."""
    from habeas.reading.readers.list import ListReader  # noqa: PLC0415
    from habeas.workflows.read_whole import Tools  # noqa: PLC0415

    with renderers_and_unpackers() as (own_renderers, own_unpackers):
        yield Tools(readers=[ListReader()], renderers=own_renderers, unpackers=own_unpackers)


def sieve() -> Callable[[Captured], bool]:
    """Tells what may speak of detention; what it needs is made when first asked."""
    from habeas.reading.sieve.choice import best_scanner  # noqa: PLC0415
    from habeas.reading.sieve.documents import DocumentSieve  # noqa: PLC0415
    from habeas.stores.cache_folder import CacheFolder  # noqa: PLC0415

    cache = CacheFolder(settings_module.cache_folder(os.environ) / "compiled")
    return DocumentSieve(best_scanner(cache))


def manner(
    settings: Settings,
    *,
    register: Path | None,
    only_relevant: bool = False,
    jobs: int = 0,
    is_plain: bool = True,
) -> Manner:
    """How to read many documents; `jobs` 0 is as many as there are processors.

    Not `is_plain` is a read with a language model: it asks from one process, and each time anew.
    """
    from habeas.stores.cache_folder import READINGS, CacheFolder  # noqa: PLC0415
    from habeas.workflows.read_many import Manner  # noqa: PLC0415

    # What was read stands beside a register in a folder; a server has no place of its own for it.
    is_folder = register is not None and not _SERVER.match(str(register))
    folder = register if is_folder and settings.reuse_readings and is_plain else None
    return Manner(
        is_relevant=sieve() if only_relevant else None,
        readings=CacheFolder(folder / READINGS) if folder else None,
        name=_name_of(settings, only_relevant=only_relevant) if folder else "",
        jobs=jobs or (1 if settings.names_model else 0),  # each process would load it
        tools=partial(reading_tools, settings, only_relevant=only_relevant) if is_plain else None,
    )


def _name_of(settings: Settings, *, only_relevant: bool) -> str:
    """All that a reading hangs on beside the document: reference, settings, code.

    The code, and not the versions of readers: these are only raised by hand.
    """
    from habeas.reference.files import edition  # noqa: PLC0415

    told = replace(
        settings,
        register=None,
        actor="",
        details=None,
        propose_below=0.0,
        accounts=None,
        site="",
    )
    folder = settings.calibration
    own = sorted(folder.glob("*.yml")) if folder else []
    contents = sha256()
    for path in [*sorted(Path(__file__).parent.rglob("*.py")), *own]:
        contents.update(path.read_bytes())
    return f"{edition()} {contents.hexdigest()} {told} {only_relevant}"


def readers(settings: Settings) -> Sequence[Reader]:
    """The readers that the settings ask for. Raises: SettingsBroken, for a name that is none."""
    known = {reader.name: reader for reader in all_readers(taggers(settings))}
    named = [name for name in settings.readers if name != LANGUAGE_MODEL]
    if strange := [name for name in named if name not in known]:
        there = ", ".join([*known, LANGUAGE_MODEL])
        raise SettingsBroken(
            faults=[
                f"readers: there is no reader {name!r}. There are: {there}." for name in strange
            ]
        )
    chosen = [known[name] for name in named] if settings.readers else list(known.values())
    return [_calibrated(reader, settings) for reader in chosen]


def _calibrated(reader: Reader, settings: Settings) -> Reader:
    """The reader with probabilities on its claims, where there is a calibration of it."""
    from habeas.reading.probability.calibrated import CalibratedReader  # noqa: PLC0415
    from habeas.reading.probability.logistic import Weights  # noqa: PLC0415
    from habeas.reference import calibration  # noqa: PLC0415

    own = settings.calibration / f"{reader.name}.yml" if settings.calibration else None
    if own is not None and own.is_file():
        found: calibration.Calibration | None = calibration.from_file(own)
    else:
        found = calibration.packaged(reader.name)
    if found is None:
        return reader
    return CalibratedReader(reader, Weights(found.base, found.signs))


def taggers(settings: Settings) -> Taggers:
    """What adds to the readers, where the settings name it. Raises: SettingsBroken."""
    from habeas.reading.taggers.choice import chosen  # noqa: PLC0415

    found = chosen(
        settings.taggers,
        spacy=(settings.spacy_model, settings.spacy_model_sha256),
        slovnet=(settings.slovnet_model, settings.slovnet_model_sha256),
    )
    if settings.names_model is None:
        return found
    if "en" in found.namers:
        what = 'names_model: "spacy-names" in taggers points out English names too. Keep one.'
        raise SettingsBroken(faults=[what])
    from habeas.reading.gliner_names import GlinerNames  # noqa: PLC0415

    gliner = GlinerNames(settings.names_model, expected=settings.names_model_sha256)
    return replace(found, namers={**found.namers, "en": gliner})


def language_model(
    settings: Settings,
    environment: Mapping[str, str],
    *,
    register: Register | None,
    actor: Actor,
    send_to: str = "",
) -> LanguageModelReader | None:
    """The reader that asks a language model, where the settings name it; else None.

    `send_to` is the endpoint that text may go to where there is no register.
    Raises: SettingsBroken; EgressRefused, where text may not go there.
    """
    if LANGUAGE_MODEL not in settings.readers:
        return None
    from habeas.reading.language_model.client import Client  # noqa: PLC0415
    from habeas.reading.readers.language_model import LanguageModelReader  # noqa: PLC0415
    from habeas.workflows.egress import NamedEgress, RegisterEgress  # noqa: PLC0415

    endpoint, key = _model_server(settings, environment)
    egress = RegisterEgress(register, actor) if register else NamedEgress(send_to)
    egress.check(str(endpoint))
    client = Client(endpoint=endpoint, key=key, timeout_s=settings.model_timeout_s)
    return LanguageModelReader(client, model=settings.model_name, egress=egress)


def _model_server(settings: Settings, environment: Mapping[str, str]) -> tuple[Endpoint, str]:
    """Where the model is, and the key to it. Raises: SettingsBroken, with all that is missing."""
    from habeas.reading.language_model.endpoint import endpoint_of  # noqa: PLC0415

    variable = settings.model_key_variable
    key = environment.get(variable, "") if variable else ""
    faults = []
    if not settings.model_name:
        faults.append('model_name: is not set. For example: "gemma3:12b"')
    if variable and not key:
        faults.append(f"model_key_variable: {variable} is not set in the environment")
    if not key.isascii() or not key.isprintable():
        faults.append(f"model_key_variable: {variable} holds letters that no key has")
    endpoint = None
    try:
        endpoint = endpoint_of(settings.model_endpoint)
    except ValueMalformed as broken:
        faults.append(f"model_endpoint: {broken}")
    if faults or endpoint is None:
        raise SettingsBroken(faults=faults)
    return endpoint, key


def engine() -> Engine:
    """What bulk work runs on: this machine."""
    from habeas.engines.local import LocalEngine  # noqa: PLC0415  # numpy takes its time to start

    return LocalEngine()


def details_folder(environment: Mapping[str, str]) -> Path:
    """Where details of an unexpected failure go; wrong settings do not hide the failure."""
    usual = settings_module.details_folder(environment)
    try:
        return load_settings(environment).details or usual
    except SettingsBroken:
        return usual


def accounts_folder(settings: Settings, environment: Mapping[str, str]) -> Path:
    """Where the desk keeps its accounts and its key, apart from every register."""
    return settings.accounts or settings_module.accounts_folder(environment)


def words_folder(environment: Mapping[str, str]) -> Path:
    """Where the desk's translations are kept as programs read them; made again when missing."""
    return settings_module.cache_folder(environment) / "words"


def actor(settings: Settings) -> Actor:
    """Who signs: the name in the settings, else the one logged in."""
    return Actor(settings.actor or _login())


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a user id without a name, as containers have
        return "unknown"
