"""Reads pages of invented words and prints what the process keeps of them; run by itself, so that nothing is frozen."""

import functools
import gc
import hashlib
import json
import random
from typing import Any

from musnad.events import words as event_words
from musnad.model import RawDocument
from musnad.reading import read_reports

LETTERS = "بتثجحخدذرزسشصضطظعغفقكلمنهويا"
WARM_PAGES, PAGES, WORDS = 3, 12, 240
MOST_EVENT_WORDS = 100


def page(number: int) -> RawDocument:
    """Return a page on which hardly a word, a line, a class or a number was on another."""
    luck = random.Random(number)
    lines = []
    for _ in range(WORDS // 12):
        words = ["".join(luck.choices(LETTERS, k=luck.randint(3, 8))) for _ in range(10)]
        lines.append(f"قال {words[0]} إن {' '.join(words[1:])} {luck.randint(0, 10**9)} Name{luck.randint(0, 10**9)}.")
    menu = "".join(f'<li class="c{luck.randint(0, 10**9)}">{line[:30]}</li>' for line in lines)
    body = "".join(f'<p id="p{luck.randint(0, 10**9)}">{line}</p>' for line in lines)
    title = f"<h1>{lines[0][:40]}</h1>"
    content = (
        f'<html lang="ar"><body><ul class="menu">{menu}</ul><article>{title}{body}</article></body></html>'.encode()
    )
    return RawDocument(content, "text/html", hashlib.sha256(content).hexdigest(), url=f"https://a.example/{number}")


def caches() -> dict[int, Any]:
    """Return all caches of functions that are ours, by identity."""
    found = [each for each in gc.get_objects() if isinstance(each, functools._lru_cache_wrapper)]
    return {id(each): each for each in found if str(getattr(each, "__module__", "")).startswith("musnad")}


def containers() -> dict[int, Any]:
    """Return all dicts, sets and lists but those inside caches of functions."""
    inside = {id(held) for cache in caches().values() for held in gc.get_referents(cache)}
    return {id(one): one for one in gc.get_objects() if isinstance(one, dict | set | list) and id(one) not in inside}


def main() -> None:
    """Print the caches, with their bounds and how they grew, and the containers that grew."""
    event_words.MOST_WORDS = MOST_EVENT_WORDS
    for number in range(WARM_PAGES):
        read_reports(page(number))
    gc.collect()
    sizes = {name: cache.cache_info().currsize for name, cache in caches().items()}
    before = containers()  # held, so that no other takes the identity of one that went
    lengths = {name: len(one) for name, one in before.items()}
    for number in range(WARM_PAGES, WARM_PAGES + PAGES):
        read_reports(page(number))
    gc.collect()
    kept = [
        (
            f"{cache.__module__}.{getattr(cache, '__qualname__', cache)}",  # what mypyc compiled has no name
            cache.cache_info().maxsize,
            cache.cache_info().currsize - sizes[name],
        )
        for name, cache in caches().items()
        if name in sizes
    ]
    grown = [
        (f"{type(one).__name__} of {len(one)}, with {str(next(iter(one)))[:60]}", len(one) - lengths[name])
        for name, one in before.items()
        if len(one) > lengths[name]
    ]
    print(json.dumps({"caches": kept, "containers": grown}))


if __name__ == "__main__":
    main()
