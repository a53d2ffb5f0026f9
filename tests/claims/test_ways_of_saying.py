"""Tests of ways of saying beside the plain verb: rulings, questions put, messages sent, recordings shown."""

import pytest
from claim_words import claims_in


@pytest.mark.parametrize(
    ("sentence", "speaker", "content"),
    [
        # What a court decides it says; what others decide they do.
        ("وقررت المحكمة تمديد حبسه حتى الجلسة القادمة.", "المحكمة", "تمديد حبسه حتى الجلسة القادمة"),
        ("وقرر القضاء إخلاء سبيل المتهم.", "القضاء", "إخلاء سبيل المتهم"),
        # A question put with its interrogative.
        ("سألها القاضي أين كان زوجها.", "القاضي", "أين كان زوجها"),
        # Whoever sent a message speaks in it, not who got it.
        (
            "تلقى الوزير رسالة خطية من نظيره سامي كامل أكد فيها عمق العلاقات.",
            "نظيره سامي كامل",
            "عمق العلاقات",
        ),
        (
            "تلقى الملك اتصالا هاتفيا من الرئيس سامي كامل عبر فيه عن حزنه.",
            "الرئيس سامي كامل",
            "حزنه",
        ),
        ("بعث الملك برقية عزاء إلى الرئيس أعرب فيها عن حزنه.", "الملك", "حزنه"),
        # A recording shows what follows it, with or without the place it was published.
        ("ونشر ناشطون مقطع فيديو يظهر رجالا عند البوابة.", "مقطع فيديو", "رجالا عند البوابة"),
        ("نشر شريط فيديو على الإنترنت يظهر رجالا عند البوابة.", "شريط فيديو", "رجالا عند البوابة"),
        # What one does while speaking, and later, parts the verb from its words.
        ("وقال الخطيب وهو يحث الحاضرين: «اصبروا فإن الفرج قريب».", "الخطيب", "«اصبروا فإن الفرج قريب»"),
        ("لكن التلفزيون الرسمي قال فيما بعد إن الطريق مفتوح.", "التلفزيون الرسمي", "إن الطريق مفتوح"),
        ("وبحسب قاطنين في حي الميناء، فإن الحريق بدأ ليلا.", "قاطنين في حي الميناء", "إن الحريق بدأ ليلا"),
    ],
)
def test_it_is_read(sentence: str, speaker: str, content: str) -> None:
    (claim,) = claims_in(sentence)
    assert (claim.sources[-1] or claim.resolved, claim.content) == (speaker, content)


@pytest.mark.parametrize("sentence", ["قررت الشركة تمديد العرض شهرا.", "نشر المدير كتابا يظهر في الصيف."])
def test_it_is_no_report(sentence: str) -> None:
    assert claims_in(sentence) == []
