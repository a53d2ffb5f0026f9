"""A server reads several texts at once: each has the mentions that it has alone."""

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from mention_words import mentions_of

_TEXTS = [
    f"قال وزير الدفاع {name} في {place} إن سالم الكتبي رئيس شركة {body} التقى مريم {name} في يوم {number}.\n"
    f"وأضاف {name} أن حركة {body} وصلت إلى مدينة {place} مع ناصر {name} ولم تذكر الوكالة تفاصيل أخرى."
    for number, (name, place, body) in enumerate(
        (name, place, body)
        for name in ("الحمداني", "الزبيري", "القصاب", "المرزوقي", "البدراني")
        for place in ("دمشق", "صنعاء", "الموصل", "طرابلس")
        for body in ("النهضة", "البناء")
    )
]


@pytest.fixture
def hurried_threads() -> Iterator[None]:
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(interval)


@pytest.mark.usefixtures("hurried_threads")
def test_texts_read_at_once_have_the_mentions_that_they_have_alone() -> None:
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(mentions_of, _TEXTS * 3))
    alone = [mentions_of(text) for text in _TEXTS]
    assert together == alone * 3
    assert all(len(found) > 3 for found in alone)
