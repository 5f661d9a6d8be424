from pathlib import Path

from tests.unit.cli.conftest import Habeas

LOCAL = "http://127.0.0.1:11434/v1"


def test_a_permission_is_given_listed_taken_back_and_logged(habeas: Habeas, kept: Path) -> None:
    given = habeas("egress", "allow", LOCAL, "--register", kept, "--reason", "our own machine")
    assert given.code == 0
    assert given.err == f"Text of this register may go to {LOCAL}. Entered by Vera.\n"
    assert habeas("egress", "list", "--register", kept).out.startswith(
        f"{LOCAL} allowed by Vera on "
    )
    assert habeas("egress", "revoke", LOCAL, "--register", kept, "--reason", "done").code == 0
    listed = habeas("egress", "list", "--register", kept)
    assert listed.out == ""
    assert "No text" in listed.err
    lines = habeas("log", "--register", kept, "--last", "2").out.splitlines()
    assert [line.split(" permission ")[1].split(" ", 1)[1] for line in lines] == [
        f"allow {LOCAL}",
        f"revoke {LOCAL}",
    ]


def test_a_permission_needs_a_reason_and_a_register(habeas: Habeas, tmp_path: Path) -> None:
    assert habeas("egress", "allow", LOCAL, "--register", tmp_path / "none").code == 2
    done = habeas("egress", "allow", LOCAL, "--register", tmp_path / "none", "--reason", "x")
    assert done.code == 3
    assert not (tmp_path / "none").exists()


def test_an_address_without_encryption_is_for_this_machine_only(habeas: Habeas, kept: Path) -> None:
    done = habeas("egress", "allow", "http://far.example", "--register", kept, "--reason", "x")
    assert done.code == 2
    assert "https://" in done.err
