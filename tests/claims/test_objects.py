"""Tests that the noun a verb speaks of is not taken for the one that speaks."""

import pytest
from claim_words import claims_in

_BEFORE = "قال الوزير سامي درويش إن الوضع صعب. "


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        (_BEFORE + "وقد اتهم في وقت سابق شركات النقل بأنها رفعت الأجور.", ""),
        (_BEFORE + "ويصف الإضراب بأنه خطأ كبير.", ""),
        ("اتهمت وزيرة النقل، هدى كامل، كندا بأنها رفعت الأجور.", "وزيرة النقل، هدى كامل،"),
        ("وصف العمدة سامي كامل درويش الإضراب بأنه خطأ كبير.", "العمدة سامي كامل درويش"),
        ("وصفت وزارة النقل اللبنانية الإضرابات بأنها خطأ كبير.", "وزارة النقل اللبنانية"),
        ("وصفته الوزارة بأنه خطأ كبير.", "الوزارة"),
    ],
)
def test_a_verb_that_needs_somebody_to_speak_of_leaves_its_speaker_out(sentence: str, source: str) -> None:
    assert claims_in(sentence)[-1].sources[-1] == source


def test_the_noun_behind_a_verb_with_a_pronoun_for_subject_is_its_object() -> None:
    claims = claims_in("أضاف المحامي سالم كامل أنه أبلغ لجنة الحي بذلك قبل أن يتقدم السكان بشكوى.")
    assert [claim.sources for claim in claims] == [["المحامي سالم كامل"]]


def test_a_pronoun_in_a_concessive_clause_is_the_holder_before_it() -> None:
    claims = claims_in("تواصل كندا بناء السد مع أنها تعهدت لجيرانها بوقف العمل فيه.")
    assert [claim.resolved for claim in claims] == ["كندا"]


@pytest.mark.parametrize(
    ("sentence", "sources"),
    [
        ("كان مستشار البلاد، سالم كامل، أعلن قرار حكومته بإغلاق الميناء.", ["مستشار البلاد، سالم كامل،"]),
        ("كان تقرير لرابطة الصيادين، صدر مؤخرا، أوضح أن المياه ملوثة.", ["رابطة الصيادين"]),
        (
            "اللوحة الجديدة، مساء الثلاثاء، علق عليها مدير المتحف بقوله: «هذه أجمل لوحات القاعة الكبرى».",
            ["مدير المتحف"],
        ),
        ("قال مدير المتحف إن التعديل سيعلن عنه رسميا خلال مؤتمر صحفي.", ["مدير المتحف"]),
        ("زار الحفل طالب مسلح بالصبر.", []),
        ("قال مدير المتحف إن بين الزوار من يقدر عددهم بألف.", ["مدير المتحف"]),
        ("لم أكد أصل إلى الباب إذ بدا لي أنه مغلق.", []),
    ],
)
def test_what_is_spoken_of_is_no_source(sentence: str, sources: list[str]) -> None:
    assert [claim.sources[-1] for claim in claims_in(sentence)] == sources


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("استنكر الدكتور فتح الله كامل تأخير الدفعة.", "الدكتور فتح الله كامل"),
        (
            "قالت سفيرة كندا لدى المنظمة، هدى كامل في بيان لها: «إن الأسابيع الأخيرة هي الأصعب».",
            "سفيرة كندا لدى المنظمة، هدى كامل",
        ),
        ("قال النائب عن حزب الوسط، سالم كامل إن الوزير أصاب.", "النائب عن حزب الوسط، سالم كامل"),
        ("كما نددت كندا بأحداث شجعت عليها جماعات متطرفة.", "كندا"),
    ],
)
def test_a_title_goes_on_to_the_name(sentence: str, source: str) -> None:
    assert claims_in(sentence)[0].sources[-1] == source


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ("أفيد بأن المسرحية عرضت في قاعة البلدية.", "بأن المسرحية عرضت في قاعة البلدية"),
        ("ولا يتوقع أن يحدث تقدم هذا العام.", "أن يحدث تقدم هذا العام"),
        ("طلبت حاكمة الولاية من الحكومة إرسال تعزيزات أمنية.", "إرسال تعزيزات أمنية"),
        ("شجب المدرب ما سماه «حكما قاسيا» على فريقه.", "ما سماه «حكما قاسيا» على فريقه"),
        ("عادت الطبيبات مساء. قلن إنه بخير.", "إنه بخير"),
        ("سافر الوفد بعد تقارير صحفية تفيد بأن الطريق مغلق.", "بأن الطريق مغلق"),
    ],
)
def test_constructions_that_went_unread_are_read(sentence: str, content: str) -> None:
    assert [claim.content for claim in claims_in(sentence)] == [content]


def test_an_exception_opens_nothing_that_is_said() -> None:
    assert claims_in("يعد النوم في السيارة أمرا مستهجنا إلا أن الزوار استمتعوا به.") == []


@pytest.mark.parametrize(
    ("sentence", "source", "content"),
    [
        ("لكن المدير نفى صحة هذه الأنباء.", "المدير", "صحة هذه الأنباء"),
        ("أوضحت أمانة المدينة جاهزية الملاعب.", "أمانة المدينة", "جاهزية الملاعب"),
        ("هذه جماعة تعتبرها الحكومة خطرا على البلاد.", "الحكومة", "خطرا على البلاد"),
        ("عاد الوفد بعد يوم من إعلان رئيس الوزراء سامي كامل استقالته.", "رئيس الوزراء سامي كامل", "استقالته"),
        ("قال المتحدث إن تقريرا للجنة أكد أن المياه ملوثة.", "لجنة", "أن المياه ملوثة"),
        ("ومن المتوقع الإعلان عن النتائج غدا.", "", "الإعلان عن النتائج غدا"),
        ("وأيد جميع الجهود الهادفة إلى الصلح.", "", "جميع الجهود الهادفة إلى الصلح"),
        ("اتهامات المعارضة للحكومة بتزوير النتائج أثارت جدلا.", "المعارضة", "بتزوير النتائج"),
        ("رفض المدير ذلك، واصفا إياه بأنه باطل.", "", "بأنه باطل"),
    ],
)
def test_what_is_stated_may_be_a_noun(sentence: str, source: str, content: str) -> None:
    claim = claims_in(sentence)[-1]
    assert (claim.sources[-1], claim.content) == (source, content)


@pytest.mark.parametrize(
    "sentence",
    [
        "توصل الطرفان إلى اتفاق على تقاسم المياه.",
        "ينتظر الأهالي وصول القافلة مساء.",
        "اعتبرها.",
        "عاد الزوار وصنفوا الكتب على الرفوف.",
    ],
)
def test_what_states_nothing_is_no_claim(sentence: str) -> None:
    assert claims_in(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "sources"),
    [
        (
            "نقلت صحيفة النهر عن وكالة أنباء البلاد عن قائد في الجيش قوله إن القوات ستبقى.",
            ["صحيفة النهر", "وكالة أنباء البلاد", "قائد في الجيش"],
        ),
        (
            "أعلنت وزارة الري، بحسب وكالة أنباء البلاد، أن السد امتلأ.",
            ["وكالة أنباء البلاد", "وزارة الري"],
        ),
        ("توصلت دراسة جامعية إلى أن السد امتلأ.", ["دراسة جامعية"]),
    ],
)
def test_a_carrier_between_the_others_keeps_its_place(sentence: str, sources: list[str]) -> None:
    assert claims_in(sentence)[-1].sources == sources


def test_whose_remarks_they_are_speaks_in_them() -> None:
    claims = claims_in("وجاءت تصريحات الوزير سامي كامل في البرلمان، مؤكدا أن الموازنة ستزيد.")
    assert claims[-1].resolved == "الوزير سامي كامل"


def test_a_place_with_an_agency_in_brackets_is_a_dateline() -> None:
    assert claims_in("عدن (رويترز): تمكنت شركة محلية من ترميم السوق", headline=True) == []


def test_an_outlet_in_brackets_is_who_was_told() -> None:
    claims = claims_in("التقى المدير سالم كامل الأهالي. وقال ل (رويترز): إن المكتب يطلع على التقارير.")
    assert claims[-1].sources == ["(رويترز)", ""]


def test_an_official_is_known_by_either_spelling() -> None:
    claims = claims_in("نقلت رويترز عن مسئولين بالوزارة قولهم إن الضيف غادر.")
    assert [link.kind.value for link in claims[0].links] == ["outlet", "anon"]


@pytest.mark.parametrize(
    ("sentence", "source", "content"),
    [
        ("وصف رئيس الوزراء القرار بأنه تاريخي.", "رئيس الوزراء", "بأنه تاريخي"),
        ("وصف الوزير المرأة بأنها شجاعة.", "الوزير", "بأنها شجاعة"),
        ("اتهم تحالف الجنوب المتمردين بتجنيد الأطفال.", "تحالف الجنوب", "بتجنيد الأطفال"),
        (
            "اتهمت منظمة الرحمة الدولية الرئيس سالم كامل بانتهاج سياسة القمع.",
            "منظمة الرحمة الدولية",
            "بانتهاج سياسة القمع",
        ),
        (
            "حملت الرابطة جماعة النهر كامل المسؤولية عن حياة المخطوفين.",
            "الرابطة",
            "جماعة النهر كامل المسؤولية عن حياة المخطوفين",
        ),
        ("وصفت طبيبة محلية ظروف العمل في الموقع بأنها خطيرة.", "طبيبة محلية", "بأنها خطيرة"),
        (
            'اتهم الحربي، الذي كان يتحدث أمام مؤتمر في جنيف، الولايات المتحدة بـ "استغلال مزاعم لا أساس لها".',
            "الحربي، الذي كان يتحدث أمام مؤتمر في جنيف،",
            'بـ "استغلال مزاعم لا أساس لها"',
        ),
        (
            'اتهم كامل المفوضية "بتخويف النازحين" من العودة إلى بلادهم.',
            "كامل",
            '"بتخويف النازحين" من العودة إلى بلادهم',
        ),
        (
            "اتهمت ألمانيا موظفي الميناء في النرويج بمحاولة فتح حاويات تابعة لها.",
            "ألمانيا",
            "بمحاولة فتح حاويات تابعة لها",
        ),
        (
            'وصفت منظمة الرحمة الدولية الحملة العسكرية في ناران بسوريا بـ"حرب إبادة".',
            "منظمة الرحمة الدولية",
            'بـ"حرب إبادة"',
        ),
    ],
)
def test_who_speaks_ends_where_whom_or_what_he_speaks_of_begins(sentence: str, source: str, content: str) -> None:
    (claim,) = claims_in(sentence)
    assert (claim.sources, claim.content) == ([source], content)


@pytest.mark.parametrize("sentence", ["وصف المدير الجديد بأنه شجاع.", "وصفت التقرير السنوي الأخير بأنه ضعيف."])
def test_one_noun_alone_is_spoken_of_and_speaks_not(sentence: str) -> None:
    assert [claim.sources for claim in claims_in(sentence)] == [[""]]
