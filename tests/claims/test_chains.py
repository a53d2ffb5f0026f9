"""Tests through whom a claim reaches the page: outlets told, carriers, nested reports, headlines."""

from claim_words import claims_in, only_claim

from musnad.model import LinkKind, Relation, Stance


def relations(text: str) -> list[Relation]:
    """Return the relations of the links of a text's only claim."""
    return [link.relation for link in only_claim(text).links]


def test_outlet_told_comes_before_the_speaker() -> None:
    words = only_claim("قال مدير المطار يوسف كامل لصحيفة النهار إن الرحلات ستستأنف قريبا.")
    assert words.sources == ["صحيفة النهار", "مدير المطار يوسف كامل"]
    assert [link.relation for link in words.links] == [Relation.TOLD_TO, Relation.SAYS]


def test_outlet_told_has_no_cue() -> None:
    words = only_claim("قال مدير المطار يوسف كامل لصحيفة النهار إن الرحلات ستستأنف قريبا.")
    assert words.cues == ["", "قال"]


def test_preposition_before_an_outlets_bare_name_is_left_out() -> None:
    words = only_claim("قال مدير المطار يوسف كامل لرويترز إن الرحلات ستستأنف قريبا.")
    assert words.sources == ["رويترز", "مدير المطار يوسف كامل"]


def test_listeners_at_large_are_no_link() -> None:
    words = only_claim("قال مدير المطار يوسف كامل للصحفيين إن الرحلات ستستأنف قريبا.")
    assert words.sources == ["مدير المطار يوسف كامل"]


def test_relay_holds_carrier_and_origin() -> None:
    words = only_claim("نقلت وكالة رويترز عن مسؤول في الشركة قوله إن المصنع سيغلق أبوابه.")
    assert words.sources == ["وكالة رويترز", "مسؤول في الشركة"]
    assert words.cues == ["نقلت", "قوله"]


def test_relay_tells_carrying_from_saying() -> None:
    text = "نقلت وكالة رويترز عن مسؤول في الشركة قوله إن المصنع سيغلق أبوابه."
    assert relations(text) == [Relation.RELAYS, Relation.SAYS]


def test_relay_with_a_bare_complementiser_has_no_inner_cue() -> None:
    words = only_claim("نقلت وكالة رويترز عن شهود أن النيران التهمت المخزن بالكامل.")
    assert words.cues == ["نقلت", ""]


def test_relayed_verbal_noun_gives_the_inner_stance() -> None:
    words = only_claim("نقلت وكالة رويترز عن مدير المصنع يوسف كامل نفيه أن الإنتاج سيتوقف.")
    assert words.origin.stance is Stance.DENIES


def test_verb_with_quoting_from_is_a_relay() -> None:
    words = only_claim("ذكرت صحيفة محلية نقلا عن مصدر أمني أن الطريق الساحلي مغلق.")
    assert words.sources == ["صحيفة محلية", "مصدر أمني"]
    assert words.cues == ["ذكرت", "نقلا عن"]


def test_carrier_named_after_the_claim_is_its_outer_link() -> None:
    words = only_claim("قال وزير المالية أحمد سالم إن العجز انخفض، بحسب وكالة رويترز.")
    assert words.sources == ["وكالة رويترز", "وزير المالية أحمد سالم"]


def test_carrier_named_after_the_claim_stays_out_of_its_content() -> None:
    words = only_claim("قال وزير المالية أحمد سالم إن العجز انخفض، بحسب وكالة رويترز.")
    assert words.content == "إن العجز انخفض"


def test_pages_own_outlet_is_the_author() -> None:
    words = only_claim("ذكرت رويترز أن الرحلات الجوية ستستأنف قريبا.", outlet="Reuters")
    assert words.links[0].kind is LinkKind.AUTHOR


def test_page_that_is_spoken_to_stays_an_outlet() -> None:
    words = only_claim("قال مدير المطار يوسف كامل لرويترز إن الرحلات ستستأنف قريبا.", outlet="Reuters")
    assert (words.links[0].kind, words.links[0].relation) == (LinkKind.OUTLET, Relation.TOLD_TO)


def test_outlet_with_a_name_in_marks_is_one_source() -> None:
    words = only_claim('قالت صحيفة "النهار" إن الجسر سيفتح الأحد.')
    assert (words.sources, words.origin.kind) == (['صحيفة "النهار"'], LinkKind.OUTLET)


def test_report_within_a_report_has_both_holders() -> None:
    words = claims_in("قال المدير خالد منصور إن الطبيب أحمد سالم أكد أن المريض بخير.")[-1]
    assert words.sources == ["المدير خالد منصور", "الطبيب أحمد سالم"]


def test_denial_within_a_report_keeps_each_stance() -> None:
    words = claims_in("قال المدير خالد منصور إن الشركة نفت إغلاق المصنع.")[-1]
    assert [link.stance for link in words.links] == [Stance.ASSERTS, Stance.DENIES]


def test_quotation_before_its_verb() -> None:
    words = only_claim("«لن نغلق المكتبة أبدا مهما كانت الكلفة»، قالت المديرة مريم سعيد.")
    assert words.sources == ["المديرة مريم سعيد"]


def test_verb_after_its_speaker() -> None:
    words = only_claim("المدرب خالد منصور أكد أن الفريق جاهز.")
    assert (words.sources, words.content) == (["المدرب خالد منصور"], "أن الفريق جاهز")


def test_interrupted_words_are_two_spans() -> None:
    words = only_claim("توقف العمل في المصنع - بحسب نقابة العمال - بعد انقطاع المياه عن الورش.")
    assert words.content == "توقف العمل في المصنع | بعد انقطاع المياه عن الورش"


def test_headline_with_a_colon_is_a_claim() -> None:
    words = claims_in("أحمد سالم: الجسر سيفتح الأحد\nتستمر أعمال الطلاء في الجسر.", headline=True)[0]
    assert (words.sources, words.claim.in_headline) == (["أحمد سالم"], True)


def test_colon_without_a_verb_counts_in_headlines_only() -> None:
    assert claims_in("أحمد سالم: الجسر سيفتح الأحد\nتستمر أعمال الطلاء في الجسر.") == []


def test_body_is_not_in_the_headline() -> None:
    text = "الجسر يفتح الأحد\nقالت وزارة النقل إن الجسر سيفتح الأحد."
    assert only_claim(text, headline=True).claim.in_headline is False


def test_interview_before_the_verb_is_spoken_to() -> None:
    words = only_claim("في مقابلة مع قناة الجزيرة، قال مدير الميناء يوسف كامل إن السفن ستعود الشهر المقبل.")
    assert words.sources == ["قناة الجزيرة", "مدير الميناء يوسف كامل"]
    assert words.links[0].relation is Relation.TOLD_TO


def test_postposed_carrier_keeps_the_origin_that_it_names() -> None:
    words = only_claim("ستغلق الشركة مصنعها القديم، بحسب ما نقلته صحيفة القدس العربي عن مصادر مطلعة.")
    assert words.sources == ["صحيفة القدس العربي", "مصادر مطلعة"]


def test_denial_of_reports_holds_them_as_an_inner_link() -> None:
    words = only_claim("نفت وزارة النقل تقارير صحفية عن إغلاق الجسر الشمالي.")
    assert (words.sources, words.content) == (["وزارة النقل", "تقارير صحفية"], "عن إغلاق الجسر الشمالي")


def test_noun_that_is_spoken_of_does_not_speak() -> None:
    words = claims_in("أعلن مدير الميناء يوسف كامل خطة التوسعة التي قال إنها ستبدأ قريبا.")[-1]
    assert len(words.links) == 1


def test_source_ends_where_the_object_of_the_verb_begins() -> None:
    words = only_claim("اتهمت الوزيرة مريم سعيد الشركة بتأخير أعمال الجسر.")
    assert words.sources == ["الوزيرة مريم سعيد"]


def test_tail_formula_is_no_part_of_the_words() -> None:
    words = only_claim("وأوضح المدير خالد منصور أن الخطة ناجحة، على حد تعبيره.")
    assert words.content == "أن الخطة ناجحة"


def test_name_in_quotation_marks_speaks() -> None:
    words = claims_in('أكد المواطن خالد منصور أن الطريق مغلق. وأضاف "منصور": سلكنا طريقا أطول.')[-1]
    assert words.sources == ['"منصور"']


def test_speaker_after_as_for_stands_before_its_verb() -> None:
    words = only_claim("أما مدرب الفريق سالم كامل فقال إن المباراة كانت صعبة.")
    assert words.sources == ["مدرب الفريق سالم كامل"]
