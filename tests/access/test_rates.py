"""What is tried too often has to wait."""

from musnad.access import Limit, Rates


def test_a_limit_holds_for_its_time_and_for_its_key_alone() -> None:
    now = 0.0
    rates, limit = Rates(lambda: now), Limit(2, 60)
    assert [rates.allow("a", limit) for _ in range(3)] == [True, True, False]
    assert rates.allow("b", limit)
    now = 61.0
    assert rates.allow("a", limit)


def test_many_keys_do_not_fill_the_memory() -> None:
    rates = Rates()
    for number in range(20_001):
        rates.count(f"key {number}", Limit(1, 60))
    assert len(rates._tries) <= 10_000
