"""A file over 500 lines or a function over 60 wants a reason, and the reason stands here."""

from tests.architecture.source import SOURCE, functions, modules, tree

MOST_LINES_IN_A_FILE = 500
MOST_LINES_IN_A_FUNCTION = 60

# "ledger/fold.py": "why it is this long", and "ledger/fold.py:fold" for a function.
LARGE_FOR_A_REASON: dict[str, str] = {}


def large() -> dict[str, int]:
    """Everything over its limit, with its length in lines."""
    found = {}
    for path in modules():
        name = path.relative_to(SOURCE).as_posix()
        lines = len(path.read_text(encoding="utf-8").splitlines())
        if lines > MOST_LINES_IN_A_FILE:
            found[name] = lines
        for function in functions(tree(path)):
            length = (function.end_lineno or function.lineno) - function.lineno + 1
            if length > MOST_LINES_IN_A_FUNCTION:
                found[f"{name}:{function.name}"] = length
    return found


def test_nothing_is_large_without_a_reason() -> None:
    unexplained = {name: size for name, size in large().items() if name not in LARGE_FOR_A_REASON}
    assert not unexplained


def test_a_reason_goes_when_the_size_goes() -> None:
    assert not LARGE_FOR_A_REASON.keys() - large().keys()


def test_reasons_are_given_in_words() -> None:
    assert all(len(reason.split()) >= 5 for reason in LARGE_FOR_A_REASON.values())
