"""Cheap hashes: a test of the door need not take as long as a guess at a password should."""

import pytest
from argon2 import PasswordHasher

from musnad.access import passwords


@pytest.fixture
def cheap_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hash with the least memory and time."""
    cheap = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr(passwords, "_hasher", lambda: cheap)
    monkeypatch.setattr(passwords, "_nobodys", lambda: cheap.hash("nobody has this password"))
