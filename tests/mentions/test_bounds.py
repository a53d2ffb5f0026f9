"""What stands before and behind a name that the tagger sees and is no part of it, and what names nothing."""

import pytest
from mention_words import mentions_of, only, words_of

from musnad.languages import LANGUAGES
from musnad.languages.clitics import load_segmenter
from musnad.mentions.bounds import bounded
from musnad.mentions.line import Line
from musnad.mentions.tagging import TaggedName
from musnad.mentions.vocabulary import Vocabulary
from musnad.model import MentionKind
from musnad.text import split_sentences


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("وصل أمس الأمير سعود بن نايف بن عبدالعزيز إلى الدمام.", "سعود بن نايف بن عبدالعزيز"),
        ("وأثارت تعليقات سيرغي لافروف غضبا في برلين.", "سيرغي لافروف"),
        ("وبات سمير الكتبي يعرف بلغته الحادة.", "سمير الكتبي"),
        ("وقال إن المحادثات مع دونالد ترمب تركزت على الملف.", "دونالد ترمب"),
        ("وزار الملعب الأمير فيصل بن فهد أمس.", "فيصل بن فهد"),
        ("وحضر الحفل العميد عيد العتيبي ومنسوبو السفارة.", "عيد العتيبي"),
        ("وشكر المدير سمير الحوثي على رسالته.", "سمير الحوثي"),
        ("وعرضت الجماعة شروطها على غريفيث.", "غريفيث"),
        ("وصل فيليبي لويس لترك الفريق.", "فيليبي لويس"),
        ("قتل الملا فضل الله في الغارة.", "فضل الله"),
        ("وشكر رئيس النادي سمير العديلي الحضور.", "سمير العديلي"),
        ("قالت توكل كرمان إن الطريق طويل.", "توكل كرمان"),
        ("وصل الشيخ سلطان بن سحيم آل ثاني والوفد.", "سلطان بن سحيم آل ثاني"),
        ("وقال والدا سمير الكتبي إن ابنهما بخير.", "سمير الكتبي"),
        ("من هو مايك بومبيو خليفة الوزير السابق؟", "مايك بومبيو"),
        ("وحين سئل دونالد ترامب عن التعليقات سكت.", "دونالد ترامب"),
        ("في فترة حكم مهاتير محمد السابقة كانت القاعدة مختلفة.", "مهاتير محمد"),
        ("قال محافظ البنك ولي الله سيف إن السعر ثابت.", "ولي الله سيف"),
        ("وتوعد حسن نصر الله إسرائيل بالرد في خطاب أمس.", "حسن نصر الله"),
        ("وكتب وسم #سمير_الكتبي على الجدران أمس.", "سمير_الكتبي"),
        ("ونالت الإيطالية روزا فيراري الجائزة أمس.", "روزا فيراري"),
        ("وصرح وزير الزراعة سيلفستر مونتيرو بأن المحصول جيد.", "سيلفستر مونتيرو"),
        ("أفاد الناطق باسم القطب القضائي المالي سفيان السليطي مساء أمس بذلك.", "سفيان السليطي"),
        ("وزار سمير الكتبي القبر.", "سمير الكتبي"),
        ("بوتفليقة يهنئ الوزير على الفوز.", "بوتفليقة"),
        ("وأبان الغامدي أن العمل مستمر.", "الغامدي"),
        ("قال أمير منطقة القصيم فيصل بن مشعل إن العمل مستمر.", "فيصل بن مشعل"),
        ("وفازت اللجنة الفرنسية والمصري سامح رفعت في السباق.", "سامح رفعت"),
        ("وطلب إرجاء الموعد، أما بومبيو فقال للحضور إن الموعد قريب.", "بومبيو"),
        ("وفي السباق سمير محمد يصحح خطأ قديما.", "سمير محمد"),
        ("وعمل خمس سنوات لصالح دونالد ترامب قبل الانتخابات.", "دونالد ترامب"),
        ("غراهام لـCNN: تأجيل الموعد خطأ.", "غراهام"),
        ("وزار المدينة لويس إيناسيو لولا دا سيلفا أمس.", "لويس إيناسيو لولا دا سيلفا"),
        ("أعلن فرانسوا دو روجي رئيس المجلس ذلك.", "فرانسوا دو روجي"),
        ("قضية القس الأمريكي أندرو برانسون المحتجز في المدينة.", "أندرو برانسون"),
        ("ثم وصلت ابنته يوليا البالغة من العمر عشرين عاما.", "يوليا"),
        ("رفض ماكرون الإجابة على أسئلة الصحافيين.", "ماكرون"),
        ("سلمان يلتقي الحريري بأول زيارة له.", "الحريري"),
    ],
)
def test_what_stands_before_a_name_is_left_out(text: str, person: str) -> None:
    assert words_of(text, MentionKind.PERSON) == [person]


@pytest.mark.parametrize(
    "text",
    [
        "احترمت الجماعات وقف إطلاق النار في الساحل خلال شهر رمضان",
        "وسيقام حول المطار غلاف دفاعي فريد من نوعه.",
        "وأوضح البلاغ أنه لا توجد مساكن شاغرة.",
        "وقال شهود إن المسلحين ارتكبوا الجريمة ثم فروا.",
        "وعادت المباراة التي أشرف عليها الحكم.",
        "نريد الإنصاف، وحسن الإدارة، والشفافية.",
        "هذا مشروع حضاري جميل",
        "رست السفينة السياحية كوستا كونكورديا قرب الشاطئ.",
        "واقترب الإعصار هارفي من الساحل.",
        "ثم سقط الرجل أرضا، ويحاول الجندي الذي يحمل كاميرا أن يرفعه.",
    ],
)
def test_a_noun_or_a_verb_alone_is_no_person(text: str) -> None:
    assert words_of(text, MentionKind.PERSON) == []


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("ونقلت وسائل الإعلام التركية الخبر عن شهود.", []),
        ("تعطلت حركة النقل الجوي في مطار بروكسل صباحا.", []),
        ("ووقع الهجوم على مقر الأركان العامة للجيش الجمعة الماضية.", ["الأركان العامة", "لجيش"]),
        ("ودعا إلى أن تتولى الحكومة الفلسطينية الأمن الكامل في غزة.", ["الحكومة الفلسطينية"]),
        ("وأضافت المصادر أن قوات النخبة تمكنت خلال دخولها الوادي من مداهمة أوكار.", ["قوات النخبة"]),
        ("وقالت وزارة البترول المصرية إن الحقل جديد.", ["وزارة البترول المصرية"]),
        ("وهاجم قيادات أجهزة الأمن والمشاركين في المسيرة.", ["أجهزة الأمن"]),
        ("وأدان جهاز المخابرات والأمن الوطني الهجوم.", ["جهاز المخابرات والأمن الوطني"]),
        ('وسموها منظمة "إرهابية" في البيان.', []),
        ("وقدم مقترحا لوزير الصحة أمس.", []),
        ("ونفت الشرطة الشائعات التي ترددت.", ["الشرطة"]),
        ("ولم يتضح هل مجلس النواب سيتناول المشروع.", ["مجلس النواب"]),
        ("وزار وفد الهيئة السعودية للحياة الفطرية الحديقة.", ["الهيئة السعودية للحياة الفطرية"]),
        (
            "وكتبت الإدارة العامة للديوانة والإدارة العامة للآداءات.",
            ["الإدارة العامة للديوانة", "الإدارة العامة للآداءات"],
        ),
        ("والقوات في تونس بقيادة المملكة وصلت.", []),
        ("وتغير عدد أعضاء هيئة التدريس هذا العام.", []),
        ("واعتقلت الشرطة الهولندية بيغرمان الأحد.", ["الشرطة الهولندية"]),
        ("ودعت النقابة وزارة الداخلية إلى التحقيق.", ["النقابة", "وزارة الداخلية"]),
        ("وتستعد وزارة النقل للموسم الصيفي.", ["وزارة النقل"]),
        ("وتعد من أكبر الولايات استقطابا للهجرة الداخلية.", []),
        ("وانتقد ما فعلته قوات الأمن وطالب وزارة الداخلية بتوضيح.", ["قوات الأمن", "وزارة الداخلية"]),
        ("اقتحم ملثمون مقر منظمة تساعد المهاجرين.", []),
        ("وصرح رئيس حزب الجمهوريين لإذاعة المدينة أمس.", ["حزب الجمهوريين"]),
    ],
)
def test_a_body_ends_where_its_name_ends(text: str, bodies: list[str]) -> None:
    kinds = {MentionKind.ORGANISATION, MentionKind.GOVERNMENT_BODY, MentionKind.ARMED_GROUP}
    assert [mention.span.of(text) for mention in mentions_of(text) if mention.kind in kinds] == bodies


def test_two_bodies_joined_by_and_are_two() -> None:
    text = "واستهدف الهجومان قيادة الجيش والسفارة الفرنسية في العاصمة."
    assert words_of(text, MentionKind.FACILITY) == ["السفارة الفرنسية"]


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("أعلن مجلس الأمن أنه سيعقد جلسة.", "un-security-council"),
        ("صوت المندوب في مجلس الأمن الدولي ضد القرار.", "un-security-council"),
        ("اجتمع مجلس الأمن في العراق لبحث الوضع.", None),
        ("وأصدر مجلس الأمن والدفاع بيانا.", None),
    ],
)
def test_the_security_council_is_that_of_the_united_nations_where_no_state_is_named(
    text: str, entry: str | None
) -> None:
    kinds = {MentionKind.ORGANISATION, MentionKind.GOVERNMENT_BODY}
    assert [mention.entry for mention in mentions_of(text) if mention.kind in kinds] == [entry]


def test_a_quoted_body_is_the_one_that_the_lexicon_lists() -> None:
    text = 'وأعلن تنظيم "القاعدة" مسؤوليته عن الهجوم.'
    assert only(text, MentionKind.ARMED_GROUP).entry == "al-qaeda"


def test_a_quoted_agency_is_the_one_that_the_lexicon_lists_with_its_noun() -> None:
    assert only('نشرت وكالة "أعماق" بيانا عن الهجوم.', MentionKind.OUTLET).entry == "amaq"


def test_a_quoted_broadcaster_is_an_outlet_whatever_noun_opens_it() -> None:
    text = 'وقال الطبيب لشبكة "إن بي سي" إنه بخير.'
    assert only(text, MentionKind.OUTLET).entry == "nbc-news"


def test_two_given_names_that_a_conjunction_joins_are_two_persons() -> None:
    assert words_of("للرجل ابن وابنة، خالد وريم، وهو شيخ.", MentionKind.PERSON) == ["خالد", "ريم"]


@pytest.mark.parametrize(
    "text",
    ["تهدف الخطة إلى حماية سيادة الصين.", "وحضر فريق الدعم إلى المكان.", "وقد قبض على المشتبه به الرئيسي."],
)
def test_things_and_qualities_are_no_offices(text: str) -> None:
    assert words_of(text, MentionKind.TITLE) == []


def test_an_initial_is_no_verb_of_the_future() -> None:
    language = LANGUAGES["ar"]
    text = "قال الباحث س ترامب إن الجسر أغلق."
    line = Line(text, split_sentences(text)[0][0], Vocabulary(language))
    name = TaggedName(2, 4, "PERS", 0.9)
    assert bounded(line, name, [], load_segmenter(language.tagger_models.clitics), {}) == name


def test_a_form_of_address_may_close_a_sentence() -> None:
    assert words_of("كتب المدير على الغلاف كلمة سعادة", MentionKind.TITLE) == ["المدير"]


def test_a_verb_with_its_object_is_no_office() -> None:
    assert words_of("وهو ما طالبه الوزير به أمس.", MentionKind.TITLE) == ["الوزير"]


def test_a_preposition_makes_a_noun_none_that_is_counted() -> None:
    assert words_of("مقتل 7 بهجوم على حاجز.", MentionKind.QUANTITY) == []


@pytest.mark.parametrize(
    "text", ["أجبرت الحملة 700 ألف منهم على النزوح.", "وكان الفتى في 15 من العمر.", "إعداد كمية كبيرة منها."]
)
def test_neither_pronouns_nor_ages_are_counted(text: str) -> None:
    assert words_of(text, MentionKind.QUANTITY) == []


def test_cubic_metres_are_a_unit() -> None:
    amount = only("تصل الاحتياطيات إلى 15 مليار متر مكعب من الغاز.", MentionKind.QUANTITY).amount
    assert amount is not None
    assert (amount.least, amount.unit) == (15e9, "m3")


def test_a_name_with_a_first_letter_like_a_preposition_is_no_place() -> None:
    assert words_of("وأضاف رشاد كلالي أن الضربات استهدفت مقرا.", MentionKind.PLACE) == []


@pytest.mark.parametrize(
    "text",
    [
        "تهدف المؤامرات إلى النيل منها.",
        "وهدم ما بناه الآخرون بحجة إعادة البناء.",
        "وقعت الحادثة في آب/أغسطس 2016 ليلا.",
        "القبض على المجاهد الليبي عمر المختار وهو مصاب.",
        "بث التلفزيون مشاهد من المدينة بعد خروجهم.",
    ],
)
def test_words_that_mean_something_else_are_no_places(text: str) -> None:
    assert words_of(text, MentionKind.PLACE) == []


def test_medina_is_a_place_beside_mecca() -> None:
    assert words_of("حجزنا كل شيء في مكة والمدينة قبل العيد.", MentionKind.PLACE) == ["مكة", "المدينة"]


def test_what_a_country_announces_is_no_happening_of_its_name() -> None:
    assert words_of("رغم إعلان روسيا التوصل إلى صفقة.", MentionKind.EVENT_NAME) == []
    assert words_of("وقع الوفدان إعلان بيروت أمس.", MentionKind.EVENT_NAME) == ["إعلان بيروت"]


def test_a_day_is_no_part_of_an_office() -> None:
    assert words_of("تعرض المقر لاعتداء مسلح اليوم الجمعة.", MentionKind.TITLE) == []


def test_a_state_that_a_country_shares_its_name_with_is_a_place() -> None:
    text = "قالت الشرطة في ولاية جورجيا الأمريكية إن الرجل توفي في أتلانتا."
    place = next(mention for mention in mentions_of(text) if mention.span.of(text) == "جورجيا")
    assert (place.kind, place.country) == (MentionKind.PLACE, "US")
    assert only("زار الوزير جورجيا أمس.", MentionKind.COUNTRY).country == "GE"


def test_the_accusative_of_a_nationality_is_not_its_country() -> None:
    text = "اختطف مسلحون مقيما تركيا في سبها، ثم عاد إلى تركيا."
    assert words_of(text, MentionKind.COUNTRY) == ["تركيا"]
    assert words_of(text, MentionKind.NATIONALITY) == ["تركيا"]


def test_marks_of_direction_stay_outside() -> None:
    assert words_of("\u202b\u202bدبي هي المدينة.", MentionKind.PLACE) == ["دبي"]


def test_a_broadcaster_of_short_words_is_found_behind_a_preposition() -> None:
    assert only("وقال الضابط لبي بي سي إن الحريق انتهى.", MentionKind.OUTLET).entry == "bbc"


def test_the_surname_of_families_alone_stands_for_its_bearer() -> None:
    text = "التقى الصحفي جمال خاشقجي الوزير. وتؤكد السلطات أن خاشقجي غادر."
    assert words_of(text, MentionKind.PERSON) == ["جمال خاشقجي", "خاشقجي"]


def test_a_full_name_is_not_taken_apart_where_it_comes_again() -> None:
    text = "المنافس الأول في السباق الرئاسي محرم إينجه يقر بخسارته\nأعلن محرم إينجه أنه يتقبل خسارته."
    assert words_of(text, MentionKind.PERSON) == ["محرم إينجه", "محرم إينجه"]


def test_a_name_of_another_alphabet_behind_and_is_a_name_of_its_own() -> None:
    text = "وسافرت سارة وأوغوستا لوناردي إلى روما."
    assert words_of(text, MentionKind.PERSON) == ["سارة", "أوغوستا لوناردي"]


def test_a_country_behind_a_feminine_noun_is_its_adjective() -> None:
    assert words_of("زار المستشار بالسفارة السعودية مدرسة.", MentionKind.COUNTRY) == []
    assert words_of("زار المستشار بالسفارة السعودية مدرسة.", MentionKind.FACILITY) == ["السفارة السعودية"]
    assert words_of("وصلت السعودية إلى اتفاق.", MentionKind.COUNTRY) == ["السعودية"]


def test_what_describes_a_place_is_none() -> None:
    assert words_of("ولجأ السكان إلى قرية مجاورة.", MentionKind.PLACE) == []


def test_a_site_that_is_ground_is_no_outlet() -> None:
    assert words_of("وصل العلماء إلى موقع البحيرة أمس.", MentionKind.OUTLET) == []


def test_a_place_is_no_storm_and_no_surname() -> None:
    assert words_of("واقترب الإعصار فلورنسا من الشاطئ.", MentionKind.PLACE) == []
    assert words_of("قالت توكل كرمان إن الطريق طويل.", MentionKind.PLACE) == []
    assert words_of("زار سمير بغداد أمس.", MentionKind.PLACE) == ["بغداد"]


def test_an_outlet_between_quotation_marks_that_one_speaks_to_is_no_place() -> None:
    text = "وقال المصدر لـ«الشرق الأوسط» إن الوفد وصل إلى الشرق الأوسط."
    assert words_of(text, MentionKind.OUTLET) == ["الشرق الأوسط"]
    assert words_of(text, MentionKind.PLACE) == ["الشرق الأوسط"]


def test_one_is_an_adjective_behind_its_noun() -> None:
    assert words_of("نحن أسرة واحدة وشعب واحد تربطهما العلاقات.", MentionKind.QUANTITY) == []


@pytest.mark.parametrize(
    "text",
    [
        "وقع البلدان اتفاقا لتنظيم العمالة الوافدة.",
        "تولت البلدية تنظيم الرحلات إلى الشاطئ.",
        "تشهد جبهة الساحل هدوءا منذ أيام.",
    ],
)
def test_arranging_things_and_a_front_line_are_no_armed_groups(text: str) -> None:
    assert words_of(text, MentionKind.ARMED_GROUP) == []


def test_a_side_of_a_place_is_no_one_of_the_west() -> None:
    text = "وصل المسؤول إلى الريف الغربي وإلى ريفها الغربي وشرح الموقف الغربي."
    assert words_of(text, MentionKind.NATIONALITY) == ["الغربي"]


def test_a_part_of_a_place_begins_with_its_noun() -> None:
    assert "الجانب الشرقي من حلب" in words_of("عاد السكان إلى الجانب الشرقي من حلب.", MentionKind.PLACE)


@pytest.mark.parametrize(
    "text",
    [
        "قتل عشرة في قصف جوي تركي على البلدة.",
        "قال أمين عام وزارة النقل إن الحركة عادت.",
        "كانت مفاجأة سارة للجميع.",
        "قتل ثلاثة في شارع الملك فهد.",
    ],
)
def test_two_adjectives_and_an_office_are_no_persons(text: str) -> None:
    assert words_of(text, MentionKind.PERSON) == []


def test_a_direction_behind_a_noun_with_its_article_is_no_state() -> None:
    assert words_of("وتدور معارك عند أطراف المدينة الشمالية.", MentionKind.PLACE) == []


def test_a_verb_behind_a_number_is_not_counted() -> None:
    assert words_of("أعلنت الشركة أن الرحلة 17 انطلقت من المطار.", MentionKind.QUANTITY) == []


def test_a_body_goes_on_to_what_it_is_for() -> None:
    text = "وقال ذلك المركز الوطني للإعلام والجمعية الخيرية لرعاية الأيتام."
    assert words_of(text, MentionKind.ORGANISATION) == ["المركز الوطني للإعلام", "الجمعية الخيرية لرعاية الأيتام"]


def test_an_office_goes_on_over_all_that_it_has_charge_of() -> None:
    text = "وقال وزير التنمية والاستثمار والتعاون الدولي سمير الكتبي إن النسبة ارتفعت."
    assert words_of(text, MentionKind.TITLE) == ["وزير التنمية والاستثمار والتعاون الدولي"]


def test_where_one_was_born_is_not_the_capital_of_oman() -> None:
    assert words_of("عاد الرجل إلى مسقط رأسه أمس.", MentionKind.PLACE) == []


def test_to_is_no_governor_and_help_no_helper() -> None:
    assert words_of("سافر من وإلى مطار الباحة، ودعا لمساعدة بنغلادش.", MentionKind.TITLE) == []


def test_a_system_is_a_government_only_where_a_nationality_says_whose() -> None:
    assert words_of("تغير النظام المصرفي في البلاد.", MentionKind.GOVERNMENT_BODY) == []
    assert words_of("ونفى النظام الإيراني ذلك أمس.", MentionKind.GOVERNMENT_BODY) == ["النظام الإيراني"]
