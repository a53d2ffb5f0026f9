"""Accounts, sessions, tokens and the audit log in the store, on both databases."""

from datetime import UTC, datetime, timedelta

import pytest

from musnad.store import Store, StoreError
from musnad.store.accounts import SESSION_IDLE, SESSION_LONGEST, NewAccount, NewToken

START = datetime(2026, 3, 1, 9, tzinfo=UTC)


@pytest.fixture
def kept(store: Store) -> Store:
    store.clock = lambda: START
    store.accounts.add(NewAccount("mona", "admin", "hash"))
    return store


def later(store: Store, span: timedelta) -> None:
    store.clock = lambda: START + span


def test_a_name_is_given_once(kept: Store) -> None:
    with pytest.raises(StoreError, match="choose another"):
        kept.accounts.add(NewAccount("mona", "reader"))


def test_the_last_admin_stays(kept: Store) -> None:
    for change in ({"active": False}, {"role": "reader"}):
        with pytest.raises(StoreError, match="last admin"):
            kept.accounts.change("mona", **change)
    kept.accounts.add(NewAccount("sami", "admin"))
    assert kept.accounts.change("mona", role="reader")
    assert not kept.accounts.change("nobody", role="reader")


def test_a_session_ends_when_it_is_not_used(kept: Store) -> None:
    kept.accounts.open_session("mona", "digest")
    later(kept, SESSION_IDLE - timedelta(minutes=1))
    account = kept.accounts.of_session("digest")
    assert account is not None
    assert account.name == "mona"
    later(kept, SESSION_IDLE * 2 - timedelta(minutes=2))
    assert kept.accounts.of_session("digest") is not None
    later(kept, SESSION_IDLE * 4)
    assert kept.accounts.of_session("digest") is None


def test_a_session_ends_however_much_it_is_used(kept: Store) -> None:
    kept.accounts.open_session("mona", "digest")
    step = SESSION_IDLE / 2
    for number in range(1, SESSION_LONGEST // step):
        later(kept, step * number)
        assert kept.accounts.of_session("digest") is not None
    later(kept, SESSION_LONGEST)
    assert kept.accounts.of_session("digest") is None


def test_what_is_over_is_removed(kept: Store) -> None:
    kept.accounts.open_session("mona", "digest")
    kept.accounts.add_token("mona", NewToken("id", "token", "nightly", timedelta(days=1)))
    assert kept.accounts.remove_expired() == 0
    later(kept, SESSION_LONGEST)
    assert kept.accounts.remove_expired() == 2
    assert kept.accounts.tokens("mona") == []


def test_who_is_shut_out_has_neither_session_nor_token(kept: Store) -> None:
    kept.accounts.add(NewAccount("sami", "reader", "hash"))
    kept.accounts.open_session("sami", "digest")
    kept.accounts.add_token("sami", NewToken("id", "token", "nightly"))
    kept.accounts.change("sami", active=False)
    assert kept.accounts.of_session("digest") is None
    assert kept.accounts.of_token("token") is None
    assert kept.accounts.password_of("sami") is None
    kept.accounts.change("sami", active=True)
    assert kept.accounts.of_session("digest") is None


def test_a_new_password_ends_the_sessions(kept: Store) -> None:
    kept.accounts.open_session("mona", "digest")
    assert kept.accounts.set_password("mona", "other")
    assert kept.accounts.of_session("digest") is None


def test_a_token_is_taken_back_by_its_account_alone(kept: Store) -> None:
    kept.accounts.add_token("mona", NewToken("id", "token", "nightly"))
    assert not kept.accounts.revoke("id", account="sami")
    assert kept.accounts.of_token("token") is not None
    assert kept.accounts.revoke("id", account="mona")
    assert kept.accounts.of_token("token") is None


def test_the_log_tells_the_newest_first_page_by_page(kept: Store) -> None:
    for number in range(3):
        kept.accounts.note("mona", "POST", f"/feeds/{number}", "192.0.2.1")
    first = kept.accounts.audit(most=2)
    assert [each.subject for each in first] == ["/feeds/2", "/feeds/1"]
    assert [each.subject for each in kept.accounts.audit(before=first[-1].number)] == ["/feeds/0"]
