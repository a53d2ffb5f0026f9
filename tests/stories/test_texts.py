"""A report is reduced to terms: plurals to singulars, clitics off, the headline twice, names where they were read."""

from datetime import UTC, datetime, timedelta, timezone

from musnad.model import Article, Mention, MentionKind, Span
from musnad.stories import story_text, written_terms
from musnad.stories.texts import moment_of


def test_forms_of_a_noun_are_one_term() -> None:
    article = Article("الصواريخ\nسقط صاروخ قرب الميناء وبالصواريخ هدد", "ar", has_headline=True)
    text = story_text("a", article)
    assert text.terms["صاروخ"] == 4
    assert text.headline == {"صاروخ"}
    assert text.label == "الصواريخ"


def test_names_of_one_thing_have_one_key() -> None:
    words = "وصلت سلوى المرجاني مساء ثم غادرت المرجاني"
    full, short = Span(5, 18), Span(33, 41)
    mentions = [
        Mention(MentionKind.PERSON, full, "test", 1.0),
        Mention(MentionKind.PERSON, short, "test", 1.0, refers_to=full),
        Mention(MentionKind.TITLE, Span(0, 4), "test", 1.0),
    ]
    assert story_text("a", Article(words, "ar", has_headline=False), mentions).names == {"name سلوي المرجاني"}


def test_a_text_without_a_headline_is_called_by_its_first_words() -> None:
    assert story_text("a", Article("وصلت السفينة", "ar", has_headline=False)).label == "وصلت السفينة"


def test_a_language_without_a_pack_keeps_its_words() -> None:
    assert story_text("a", Article("The ship ran aground", "en", has_headline=False)).terms["ship"] == 1


def test_times_of_all_zones_are_comparable() -> None:
    noon = datetime(2024, 3, 4, 12)
    assert moment_of(noon) == datetime(2024, 3, 4, 12, tzinfo=UTC)
    assert moment_of(noon.replace(tzinfo=timezone(timedelta(hours=3)))) == datetime(2024, 3, 4, 9, tzinfo=UTC)
    assert moment_of(None) is None


def test_the_lead_is_the_headline_and_the_first_words() -> None:
    body = " ".join(["وصلت", "السفينة", *(["ثم"] * 38), "القنطرة"])
    text = story_text("a", Article(f"ميناء\n{body}", "ar", has_headline=True))
    assert {"ميناء", "سفينه"} <= text.lead
    assert "قنطره" in text.terms
    assert "قنطره" not in text.lead


def test_names_far_below_are_not_in_the_lead() -> None:
    words = f"سلوى المرجاني {'كلمة ' * 60}نزار السهيلي"
    spans = Span(0, 13), Span(len(words) - 12, len(words))
    mentions = [Mention(MentionKind.PERSON, span, "test", 1.0) for span in spans]
    text = story_text("a", Article(words, "ar", has_headline=False), mentions)
    assert len(text.names) == 2
    assert text.lead_names == {"name سلوي المرجاني"}


def test_weather_and_digests_are_routine() -> None:
    headlines = ("حالة الطقس اليوم الخميس", "أبرز أخبار السبت", "سماء غائمة على وادي الرمان", "سحب رعدية فوق السواحل")
    others = ("سوء الطقس يؤجل رحلة المنطاد", "أمطار غزيرة تغرق سوق وادي الرمان")
    routine = [story_text("a", Article(f"{each}\nنص", "ar", True)).routine for each in (*headlines, *others)]
    assert routine == [True] * 4 + [False] * 2


def test_terms_are_told_as_the_texts_write_them() -> None:
    texts = ["انفجرت صومعة الحبوب، والصومعة قديمة.", "قرب صومعة أخرى شرارة في الصومعة."]
    assert written_terms(("صومعه", "شراره", "غايب"), texts) == ("صومعة", "شرارة", "غايب")
    assert written_terms(("صومعه",), ["احترقت الصومعة والصومعة فارغة."])[0] == "الصومعة"
