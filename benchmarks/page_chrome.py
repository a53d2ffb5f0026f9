"""What stands around an article on a page: menus, boxes of links, comments, advertisements, scripts; all made up."""

import html
import json
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

_SECTIONS = (
    *("الرئيسية", "سياسة", "اقتصاد", "محليات", "رياضة", "ثقافة", "علوم", "صحة", "منوعات"),
    *("سفر", "طقس", "كتاب", "فيديو", "صور", "بودكاست", "ملفات", "أرشيف", "وظائف", "إعلانات"),
)
_NAMES = ("زائر من بعيد", "أم رنا", "قارئ قديم", "مهندس متقاعد", "نجمة الصباح", "سائق حافلة")
_REMARKS = (
    "شكرا لكم على هذه التغطية، ننتظر المزيد من التفاصيل.",
    "لا أتفق مع ما جاء في التقرير، فالأمر أعقد من ذلك بكثير.",
    "متى نرى حلا لمثل هذه المشكلات التي تتكرر كل عام؟",
    "عنوان لا علاقة له بما كتب تحته، حاولوا أن تدققوا أكثر.",
)
_OFFERS = (
    "خصم كبير على الأثاث هذا الأسبوع فقط",
    "اشترك الآن واحصل على شهر مجاني",
    "سيارات مستعملة بأسعار تناسب الجميع",
)


@dataclass(frozen=True, slots=True)
class Story:
    """An article to be set as a page; `others` are headlines that the page links to."""

    url: str
    outlet: str
    title: str
    published: str
    paragraphs: tuple[str, ...]
    others: tuple[str, ...]
    number: int

    @property
    def random(self) -> Random:
        """Return the luck of this page, the same in every run."""
        return Random(self.number)


def e(words: str) -> str:
    """Return the words with what HTML reads as marks escaped."""
    return html.escape(words, quote=True)


def menu(story: Story, entries: int = 24, deep: int = 4) -> str:
    """Return a menu with sub-menus."""
    # With the ticker below it brings the pages near the 11 real Arabic ones in ../shared (median 80 kB, 741
    # elements): 80 kB and 488 elements in the median, 676 in the mean.
    rows = []
    for place in range(entries):
        name = _SECTIONS[place % len(_SECTIONS)]
        under = "".join(f'<li><a href="/{place}/{n}">{name} {n + 1}</a></li>' for n in range(deep))
        rows.append(f'<li class="menu-item"><a href="/{place}">{name}</a><ul class="sub-menu">{under}</ul></li>')
    return f'<nav class="main-menu" role="navigation"><ul>{"".join(rows)}</ul></nav>'


def related(story: Story, title: str = "اقرأ أيضا", count: int = 12) -> str:
    """Return a box of links to other articles, with pictures."""
    cards = "".join(
        f'<li class="card"><a href="/n/{n}"><img src="/img/{n}.jpg" alt="{e(other)}" width="120" height="80" '
        f'loading="lazy"><h4>{e(other)}</h4></a><time>منذ {n + 2} ساعات</time></li>'
        for n, other in enumerate((story.others * 3)[:count])
    )
    return f'<aside class="related-posts"><h3>{title}</h3><ul>{cards}</ul></aside>'


def most_read(story: Story, count: int = 10) -> str:
    """Return a list of what is read most."""
    rows = "".join(
        f'<li><span>{n + 1}</span><a href="/m/{n}">{e(o)}</a></li>' for n, o in enumerate(story.others[:count])
    )
    return f'<div id="most-read" class="widget sidebar"><h3>الأكثر قراءة</h3><ol>{rows}</ol></div>'


def comments(story: Story, count: int = 6) -> str:
    """Return readers' comments with a form for one more."""
    luck = story.random
    rows = "".join(
        f'<li class="comment" id="comment-{n}"><div class="comment-author">{luck.choice(_NAMES)}</div>'
        f'<div class="comment-content"><p>{luck.choice(_REMARKS)}</p></div><a class="reply" href="#">رد</a></li>'
        for n in range(count)
    )
    form = '<form class="comment-form"><label>أضف تعليقا</label><textarea></textarea><button>إرسال</button></form>'
    return f'<section id="comments" class="comments-area"><h3>{count} تعليقات</h3><ol>{rows}</ol>{form}</section>'


def advertisement(story: Story, slot: str = "top") -> str:
    """Return an advertisement's place and its script."""
    offer = _OFFERS[story.number % len(_OFFERS)]
    return (
        f'<div class="ad ad-{slot}" id="ad-{slot}-{story.number}"><span>إعلان</span><a href="https://ads.example/c?{slot}">'
        f'{offer}</a></div><script>window.adq=window.adq||[];adq.push(["{slot}",{story.number},[728,90]]);</script>'
    )


def share() -> str:
    """Return buttons to share a page."""
    names = ("فيسبوك", "تويتر", "واتساب", "تلغرام", "نسخ الرابط")
    return '<div class="share-buttons">' + "".join(f'<a href="#" class="btn">{name}</a>' for name in names) + "</div>"


def ticker(story: Story, count: int = 60) -> str:
    """Return the newest headlines, with the notice of cookies and the form for letters that sites put beside them."""
    rows = "".join(
        f'<div class="tick-item"><a class="tick-link" href="/t/{n}"><span class="hour">{n % 24:02}:{n:02}</span>'
        f"<strong>{e(other)}</strong></a></div>"
        for n, other in enumerate((story.others * 10)[:count])
    )
    letters = '<form class="newsletter"><label>اشترك في النشرة البريدية</label><input type="email"></form>'
    cookies = '<div id="cookie-consent"><p>نستخدم ملفات تعريف الارتباط لتحسين تجربتك.</p><button>موافق</button></div>'
    return f'<div class="ticker widget"><h3>آخر الأخبار</h3>{rows}</div>{letters}{cookies}{script(20)}'


def footer(story: Story) -> str:
    """Return a footer with its menus and rights."""
    links = "".join(f'<a href="/p/{n}">{name}</a>' for n, name in enumerate(("من نحن", "اتصل بنا", "سياسة الخصوصية")))
    rights = f"<p>جميع الحقوق محفوظة {e(story.outlet)} 2026</p>"
    return f'{ticker(story)}<footer class="site-footer">{menu(story, 8, 1)}{links}{rights}</footer>'


def linked_data(story: Story) -> str:
    """Return what the page says of itself in JSON-LD."""
    said = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": story.title,
        "datePublished": story.published,
        "mainEntityOfPage": story.url,
        "publisher": {"@type": "NewsMediaOrganization", "name": story.outlet},
    }
    return f'<script type="application/ld+json">{json.dumps(said, ensure_ascii=False)}</script>'


def open_graph(story: Story) -> str:
    """Return what the page says of itself to social networks."""
    said = {
        "og:title": story.title,
        "og:site_name": story.outlet,
        "og:url": story.url,
        "og:type": "article",
        "article:published_time": story.published,
    }
    return "".join(f'<meta property="{name}" content="{e(value)}">' for name, value in said.items())


def script(kilobytes: int) -> str:
    """Return a script of that size, as frameworks leave in pages."""
    line = 'self.__chunks.push([{"id":"c%d","type":"box","props":{"w":%d,"on":true,"ref":null}}]);\n'
    lines = [line % (n, n * 7 % 400) for n in range(kilobytes * 1024 // 80)]
    return f"<script>self.__chunks=[];{''.join(lines)}</script>"


def style(kilobytes: int) -> str:
    """Return a sheet of styles of that size."""
    rules = [
        f".box-{n} .in{{margin:{n % 9}px auto;padding:{n % 7}px;float:right}}" for n in range(kilobytes * 1024 // 56)
    ]
    return f"<style>{''.join(rules)}</style>"


def paragraphs(story: Story, *, between: Sequence[str] = (), after: int = 3) -> str:
    """Return the article's paragraphs, with the given boxes set in after every so many."""
    parts: list[str] = []
    boxes = list(between)
    for place, words in enumerate(story.paragraphs, start=1):
        parts.append(f"<p>{e(words)}</p>")
        if boxes and place % after == 0:
            parts.append(boxes.pop(0))
    return "\n".join(parts)
