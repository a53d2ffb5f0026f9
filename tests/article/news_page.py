"""A news page of our own, whole or in parts, and what is extracted from it."""

import json

from musnad.article import extract_article
from musnad.model import Article, Problem, ProblemCode, RawDocument, Stated

HEADLINE = "بلدية وادي النخيل تعيد فتح الجسر القديم بعد عامين من الترميم"
LEAD = "أعادت بلدية وادي النخيل صباح الأحد فتح الجسر القديم أمام المشاة والسيارات، بعد ترميم استمر عامين."
SECOND = "وقال رئيس البلدية سامر الدوري إن الكلفة بلغت ثلاثة ملايين دينار، وإن ثلثيها جاء من تبرعات أهالي البلدة."
THIRD = "ويربط الجسر ضفتي الوادي منذ قرن تقريبا، وكان قد أغلق بعد أن جرفت السيول إحدى دعاماته في شتاء ماطر."
PARAGRAPHS = (LEAD, SECOND, THIRD)

LINKED_DATA = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebSite", "name": "موقع"},
        {
            "@type": "NewsArticle",
            "headline": HEADLINE,
            "datePublished": "2021-05-09T08:30:00+03:00",
            "dateModified": "2021-05-09T11:00:00+03:00",
            "author": [{"@type": "Person", "name": "هالة الرفاعي"}],
            "publisher": {"@type": "Organization", "name": "صحيفة الضفتين"},
        },
    ],
}

BODY = f"""
<header><nav><ul><li><a href="/">الرئيسية</a></li>
<li><a href="/p">سياسة</a></li><li><a href="/s">رياضة</a></li></ul></nav></header>
<main><article class="post tag-jisr has-sidebar">
<div class="breadcrumb"><a href="/">الرئيسية</a> / <a href="/m">محليات</a></div>
<h1>{HEADLINE}</h1>
<div class="post-meta"><span>كتبت: هالة الرفاعي</span>
<time datetime="2021-05-09T08:30:00+03:00">9 أيار 2021</time></div>
<div class="share-bar"><a href="#">فيسبوك</a> <a href="#">تويتر</a> <span>شارك الخبر</span></div>
<figure><img src="x.jpg"><figcaption>الجسر بعد الترميم. تصوير: نادر الخطيب</figcaption></figure>
<div class="entry-content">
<p>{LEAD}</p>
<p>اقرأ أيضا: <a href="/7">السيول تقطع طريق الوادي للمرة الثالثة هذا العام</a></p>
<p>وقال رئيس البلدية <b>سامر</b>&nbsp;<a href="/d">الدوري</a>
   إن الكلفة بلغت ثلاثة ملايين دينار، وإن ثلثيها جاء من تبرعات أهالي البلدة.</p>
<script>var a = "لا يقرأ";</script>
<p>{THIRD}</p>
</div>
<div class="tags">الوسوم: <a href="/t/1">الجسر القديم</a> <a href="/t/2">ترميم</a></div>
</article>
<section class="related-posts"><h3>قد يعجبك أيضا</h3><ul>
<li><a href="/1">مدرسة جديدة تفتح أبوابها في حي البساتين</a></li>
<li><a href="/2">موسم الزيتون يبدأ مبكرا في التلال الشرقية</a></li></ul></section>
<section id="comments"><h3>اترك رد</h3>
<p>جسر جميل وعمل متقن، شكرا لكل من ساهم في إعادته إلى أهالي البلدة بعد هذا الانتظار الطويل.</p>
<form><p>لن يتم نشر عنوان بريدك الإلكتروني.</p><textarea></textarea></form></section></main>
<aside><h3>الأكثر قراءة</h3>
<p>ارتفاع أسعار الخضار في أسواق المدينة قبل العيد بسبب قلة الأمطار وتأخر وصول الشاحنات.</p></aside>
<div class="newsletter-box">اشترك في نشرتنا البريدية</div>
<footer>جميع الحقوق محفوظة لصحيفة الضفتين</footer>
"""


def page(body: str = BODY, head: str | None = None) -> str:
    """Return a whole page; its head has the usual metadata unless another is given."""
    if head is None:
        head = (
            f"<title>{HEADLINE} - صحيفة الضفتين</title>"
            '<link rel="canonical" href="https://diffatain.example/local/77">'
            f'<script type="application/ld+json">{json.dumps(LINKED_DATA, ensure_ascii=False)}</script>'
        )
    return f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'


def extract(
    html: str | bytes, *, url: str | None = None, stated: Stated | None = None
) -> tuple[Article | None, tuple[Problem, ...]]:
    """Return what is extracted from a page."""
    content = html if isinstance(html, bytes) else html.encode()
    return extract_article(RawDocument(content, "text/html", "0", "a.html", url, None, stated or Stated()))


def article_of(html: str | bytes, *, url: str | None = None, stated: Stated | None = None) -> Article:
    """Return a page's article, which must be there."""
    article, _ = extract(html, url=url, stated=stated)
    assert article is not None
    return article


def codes(html: str | bytes) -> list[ProblemCode]:
    """Return the codes of the problems met on a page."""
    return [problem.code for problem in extract(html)[1]]


def reason_of(article: Article, words: str) -> set[str]:
    """Return the reasons of the dropped pieces that hold these words."""
    return {dropped.reason for dropped in article.dropped if words in dropped.text}
