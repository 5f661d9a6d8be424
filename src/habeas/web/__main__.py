"""The program of the desk: brings the accounts up to date, tells how to sign in, and serves."""

from __future__ import annotations

import argparse
import os
import sys

from django import setup
from django.conf import settings
from django.core.management import call_command

from habeas import wiring
from habeas.web import key


def main(words: list[str]) -> None:
    """Serves until it is stopped; with `--link`, ends once it has printed one."""
    asked = _asked(words)
    prepare()
    if asked.link:
        _tell_link(asked.port)
    else:
        _serve(asked.host, asked.port)


def prepare() -> None:
    """Makes key and accounts where they are missing, and brings them up to date."""
    key.make(wiring.accounts_folder(wiring.load_settings(os.environ), os.environ))
    os.environ["DJANGO_SETTINGS_MODULE"] = "habeas.web.configuration"
    setup()
    call_command("migrate", verbosity=0, interactive=False)


def _tell_link(port: int) -> None:
    from habeas.web.accounts.links import make_link, whoever_runs_the_desk  # noqa: PLC0415

    secret = make_link(whoever_runs_the_desk())
    sys.stdout.write(f"Sign in, once, within 30 minutes:\n  {_address(port)}/sign-in/{secret}/\n")


def _address(port: int) -> str:
    return settings.CSRF_TRUSTED_ORIGINS[0] if settings.IS_SHARED else f"http://localhost:{port}"


def _serve(host: str, port: int) -> None:
    from django.core.wsgi import get_wsgi_application  # noqa: PLC0415
    from waitress import create_server  # noqa: PLC0415

    server = create_server(get_wsgi_application(), host=host, port=port, threads=8, ident="")
    if not settings.IS_SHARED:
        _tell_link(port)
    sys.stdout.write(f"The desk is open at {_address(port)}. Stop it with Ctrl+C.\n")
    sys.stdout.flush()
    server.run()


def _asked(words: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="habeas serve")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--link", action="store_true")
    return parser.parse_args(words)


if __name__ == "__main__":
    main(sys.argv[1:])
