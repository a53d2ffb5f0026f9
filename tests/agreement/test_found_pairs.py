"""What came of comparing pairs of statements is remembered, of the last used ones."""

from musnad.agreement import PairMemory


def test_of_pairs_the_last_used_are_remembered() -> None:
    memory = PairMemory(most=2)
    for key in "abc":
        memory.keep(key, None)
    assert memory.look_up("a") == (None,)
    for key in "de":
        memory.keep(key, None)
    assert memory.look_up("b") is None
    assert memory.look_up("a") == memory.look_up("e") == (None,)


def test_what_is_forgotten_is_not_known() -> None:
    memory = PairMemory()
    memory.keep("a", None)
    memory.clear()
    assert memory.look_up("a") is None
