"""Tests that parts beside the article's core stay if they are built like it, and go with a reason if not."""

from news_page import HEADLINE, LEAD, PARAGRAPHS, SECOND, THIRD, article_of, page, reason_of

ASIDE = "حملة جديدة لتنظيف ضفتي الوادي تبدأ يوم الجمعة المقبل بمشاركة طلاب المدارس وأهالي الأحياء القريبة."


def test_sections_that_are_built_alike_are_one_article() -> None:
    sections = "".join(
        f'<section class="chunk"><div class="inner"><p>{text}</p></div></section>' for text in PARAGRAPHS
    )
    body = f"<main><h1>{HEADLINE}</h1><div class=story>{sections}</div></main>"
    assert article_of(page(body)).text == "\n".join((HEADLINE, *PARAGRAPHS))


def test_standfirst_in_the_header_is_a_sub_headline() -> None:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    standfirst = "الجسر الذي جرفته السيول يعود إلى الخدمة بعد عامين من العمل المتواصل على دعاماته"
    header = f"<header class=top><h1>{HEADLINE}</h1><p>{standfirst}</p></header>"
    article = article_of(page(f"<main>{header}<div class=wrap><div class=body>{text}</div></div></main>"))
    assert article.text == "\n".join((HEADLINE, *PARAGRAPHS))
    assert reason_of(article, standfirst) == {"sub_headline"}


def test_another_story_beside_the_article_goes() -> None:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    other = f"<article class=story><h2>حملة لتنظيف الوادي</h2><p>{ASIDE}</p></article>"
    article = article_of(page(f"<main><article class=story><h1>{HEADLINE}</h1>{text}</article>{other}</main>"))
    assert article.text == "\n".join((HEADLINE, *PARAGRAPHS))
    assert "outside_article" in reason_of(article, ASIDE)


def test_pop_up_at_the_end_of_the_page_goes() -> None:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in (LEAD, SECOND, THIRD))
    body = f"<div class=site><div class=row><div class=col><h1>{HEADLINE}</h1>{text}</div></div>"
    body += f"<div class=offer><div><div><p>{ASIDE}</p></div></div></div></div>"
    article = article_of(page(body))
    assert ASIDE not in article.text
    assert reason_of(article, ASIDE) == {"outside_article"}


def test_embedded_post_is_kept_apart() -> None:
    post = f'<blockquote class="twitter-tweet"><p>{ASIDE}</p>&mdash; بلدية الوادي (@wadi)</blockquote>'
    body = f"<div class=text><h1>{HEADLINE}</h1><p>{LEAD}</p>{post}<p>{SECOND}</p><p>{THIRD}</p></div>"
    article = article_of(page(body))
    assert article.text == "\n".join((HEADLINE, *PARAGRAPHS))
    assert reason_of(article, ASIDE) == {"embedded_post"}


def test_box_that_holds_the_headline_is_not_what_its_name_says() -> None:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    rail = "".join(f"<p>{ASIDE}</p>" for _ in range(4))
    body = f"<div class='latest-news'><h1>{HEADLINE}</h1>{text}</div><div class=rail>{rail}</div>"
    assert SECOND in article_of(page(body)).text


def test_first_paragraphs_outside_a_paywalls_wrapper_are_the_articles() -> None:
    rest = "".join(f"<p>{THIRD}</p>" for _ in range(6))
    wrapper = f"<div class=locked><div><div><div><div class=inner>{rest}</div></div></div></div></div>"
    body = f"<main><h1>{HEADLINE}</h1><div class=free><p>{LEAD}</p><p>{SECOND}</p></div>{wrapper}</main>"
    assert article_of(page(body)).text.split("\n")[1:3] == [LEAD, SECOND]


def test_line_of_stars_is_no_paragraph() -> None:
    body = f"<div class=text><h1>{HEADLINE}</h1><p>{LEAD}</p><p>* * *</p><p>{SECOND}</p><p>{THIRD}</p></div>"
    article = article_of(page(body))
    assert article.text == "\n".join((HEADLINE, *PARAGRAPHS))
    assert reason_of(article, "* * *") == {"furniture"}


def test_byline_after_the_lead_is_dropped() -> None:
    body = (
        f"<div class=text><h1>{HEADLINE}</h1><p>{LEAD}</p><p>حوار: سامر الدوري</p><p>{SECOND}</p><p>{THIRD}</p></div>"
    )
    article = article_of(page(body))
    assert article.text == "\n".join((HEADLINE, *PARAGRAPHS))
    assert reason_of(article, "سامر") == {"byline"}


def test_text_at_every_level_of_a_deep_page_is_read() -> None:
    # Comparing every part with everything around the core took a minute for this page; it takes a second or two.
    body = "<div>" * 8_000 + "".join(f"<p>{SECOND}</p></div>" for _ in range(8_000))
    assert SECOND in article_of(page(body)).text
