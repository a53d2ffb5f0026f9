"""Tests of what kind of holder a source phrase names: a body of people, an office, a document, somebody unnamed."""

import pytest
from claim_words import claims_in

from musnad.model import Anonymity, LinkKind


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        # A definite plural is a body of people that can be told; an indefinite one is whoever spoke.
        ("طالب المحتجون بإعادة فتح المعبر قبل نهاية الأسبوع.", LinkKind.GROUP),
        ("قال محتجون إن المعبر ما زال مغلقا منذ أسبوع.", LinkKind.ANON),
        ("أعلن أعضاء اللجنة الفنية المجتمعون أن الجسر آمن.", LinkKind.GROUP),
        ("أعلن أعضاء في اللجنة الفنية أن الجسر آمن.", LinkKind.ANON),
        ("دعا قادة المعارضة السكان إلى البقاء في بيوتهم.", LinkKind.GROUP),
        ("وأكدت المعارضة أن الموعد لم يحدد بعد.", LinkKind.GROUP),
        ("وقال الأهالي إن المياه مقطوعة منذ يومين.", LinkKind.GROUP),
        ("وقال عدد من الأهالي إن المياه مقطوعة منذ يومين.", LinkKind.ANON),
        # Officials, witnesses and residents stay unnamed, with the article too.
        ("وقال المسؤولون إن المياه مقطوعة منذ يومين.", LinkKind.ANON),
        ("وقال سكان الحي الشرقي إن المياه مقطوعة منذ يومين.", LinkKind.ANON),
        ("وأكد البعض أن المياه مقطوعة منذ يومين.", LinkKind.ANON),
        # Nouns that no list of names holds are still no names of persons.
        ("حذر قطاع الزراعة من تراجع المحاصيل هذا العام.", LinkKind.ORG),
        ("وأكدت القوى السياسية أن الموعد لم يحدد بعد.", LinkKind.ORG),
        ("ودعا المجتمع الدولي إلى وقف القتال فورا.", LinkKind.GROUP),
        ("وأظهرت الأقمار الصناعية أن السفينة غادرت الميناء.", LinkKind.DOCUMENT),
        ("وقال آخر إن الطريق مغلق.", LinkKind.ANON),
        ("وأعربت الفارسة الجديدة عن سعادتها بالفوز.", LinkKind.ANON),
        ("وأكدت كافة المؤشرات أن السفينة غادرت الميناء.", LinkKind.DOCUMENT),
        ("وذكرت «الشرق الأوسط» أن السفينة غادرت الميناء.", LinkKind.OUTLET),
        ("وذكرت «الشباك الأزرق» أن السفينة غادرت الميناء.", LinkKind.ORG),
        ("وأظهر مسح أولي للقطاع الخاص أن النمو تباطأ.", LinkKind.DOCUMENT),
        ("ورفض كلاهما العديد من الأسماء المقترحة.", LinkKind.GROUP),
        # Of some offices there is one holder, whom the reader can know.
        ("دعا زعيم حركة طالبان إلى هدنة قصيرة.", LinkKind.PERSON),
        ("أعلن أمين عام جامعة الدول العربية أن القمة ستعقد في موعدها.", LinkKind.PERSON),
        ("أعلن أمين عام نادي الساحل أن المباراة ستقام في موعدها.", LinkKind.ANON),
        ("قال زعيم قبلي إن الطريق مغلق.", LinkKind.ANON),
        # One of many who is called by his calling alone, and nowhere named, is nobody in particular.
        ("قال القاضي إن الجلسة أجلت.", LinkKind.ANON),
        ("وقال المهاجم الشيشاني إنه نادم.", LinkKind.ANON),
        ("وقال السفير إن اللقاء ناجح.", LinkKind.PERSON),
        # Whose office or government it is, is not who speaks.
        ("وقال مسؤولون في إدارة ترامب إن اللقاء ناجح.", LinkKind.ANON),
        ("وقال مسؤول في مكتب سامي كامل إن اللقاء ناجح.", LinkKind.ANON),
        ("وقال مدير مكتب الجزيرة سامي كامل إن اللقاء ناجح.", LinkKind.PERSON),
        # Behind a definite noun two words without the article are a name, whatever they look like.
        ("أكد رئيس بعثة الصليب الأحمر ديرغان برومر أن القافلة وصلت.", LinkKind.PERSON),
        ("أكد رئيس بعثة الصليب الأحمر أن القافلة وصلت.", LinkKind.ANON),
    ],
)
def test_the_kind_of_a_source(sentence: str, kind: LinkKind) -> None:
    assert [claim.origin.kind for claim in claims_in(sentence)] == [kind]


@pytest.mark.parametrize(
    ("sentence", "anonymity"),
    [
        ("وأكدت جهات رسمية شمالية أن الموعد لم يحدد بعد.", Anonymity.OFFICIAL),
        ("وأكدت أوساط مطلعة أن الموعد لم يحدد بعد.", Anonymity.SOURCE),
        ("وقالت خطيبته إن الرحلة ألغيت.", Anonymity.OTHER),
        ("وأعلن القائم بأعمال السفارة أن المكتب مفتوح.", Anonymity.OFFICIAL),
        ("وقال محاميان إن الجلسة أجلت.", Anonymity.EXPERT),
    ],
)
def test_how_a_source_is_left_unnamed(sentence: str, anonymity: Anonymity) -> None:
    assert [claim.origin.anonymity for claim in claims_in(sentence)] == [anonymity]


@pytest.mark.parametrize("sentence", ["فقط قال إن الطريق مغلق.", "وكيف قال إن الطريق مغلق؟"])
def test_a_particle_is_no_speaker(sentence: str) -> None:
    assert all(claim.sources == [""] or claim.sources == [None] for claim in claims_in(sentence))


def test_a_name_within_that_of_a_group_is_not_the_group() -> None:
    text = "دعا مؤيدو برومر إلى إضراب عام. وقال برومر إن الموعد لم يحدد."
    assert [claim.origin.kind for claim in claims_in(text)] == [LinkKind.GROUP, LinkKind.PERSON]


def test_one_of_many_is_the_one_named_before() -> None:
    claims = claims_in("وصل القاضي سامي كامل أمس. وقال القاضي إن الجلسة أجلت.")
    assert [claim.origin.kind for claim in claims] == [LinkKind.PERSON]
