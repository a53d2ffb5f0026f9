"""Fourteen ways to set an article as a page, after the habits of news sites; no site's own markup is in them."""

from collections.abc import Callable

from page_chrome import (
    Story,
    advertisement,
    comments,
    e,
    footer,
    linked_data,
    menu,
    most_read,
    open_graph,
    paragraphs,
    related,
    script,
    share,
    style,
)


def _page(story: Story, head: str, body: str, charset: str = "utf-8") -> bytes:
    page = (
        f'<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="{charset}"><title>{e(story.title)} | '
        f"{e(story.outlet)}</title>{head}</head><body>{body}</body></html>"
    )
    return page.encode("cp1256" if charset == "windows-1256" else "utf-8", "xmlcharrefreplace")


def blog(story: Story) -> bytes:
    """A blog system's page: JSON-LD, widgets, comments."""
    body = (
        f"{menu(story)}{advertisement(story)}<main><article class='post hentry'>"
        f"<h1 class='entry-title'>{e(story.title)}</h1>"
        f"<div class='entry-meta'><time datetime='{story.published}'>{story.published[:10]}</time></div>{share()}"
        f"<div class='entry-content'>{paragraphs(story)}</div>{share()}"
        f"</article>{related(story)}{comments(story)}</main>"
        f"<aside>{most_read(story)}</aside>{footer(story)}{script(35)}"
    )
    return _page(story, linked_data(story) + open_graph(story) + style(27), body)


def framework(story: Story) -> bytes:
    """A page drawn by a script framework on the server: nested boxes, hashed classes, a large state at the end."""
    inner = "".join(
        f'<div class="css-1x{n}k"><p class="css-p9">{e(words)}</p></div>' for n, words in enumerate(story.paragraphs)
    )
    body = (
        f'<div id="__root"><div class="css-a1"><header class="css-h">{menu(story, 22, 2)}</header>'
        f'<div class="css-b2">'
        f'<div class="css-c3"><h1 class="css-t">{e(story.title)}</h1><div class="css-d4">{inner}</div></div>'
        f'<div class="css-s">{related(story, "قد يهمك", 24)}</div></div></div></div>{script(105)}'
    )
    return _page(story, open_graph(story) + linked_data(story), body)


def amp(story: Story) -> bytes:
    """A page in the accelerated form, its styles in the head and nothing from outside."""
    head = f"<script async src='https://cdn.example/v0.js'></script>{linked_data(story)}{style(45)}"
    body = (
        f"<amp-sidebar layout='nodisplay'>{menu(story, 20, 2)}</amp-sidebar><article class='amp-article'>"
        f"<h1>{e(story.title)}</h1><amp-img src='/i.jpg' width='600' height='400'></amp-img>{paragraphs(story)}"
        f"<amp-ad width='300' height='250'></amp-ad></article>{footer(story)}"
    )
    return _page(story, head, body).replace(b"<html ", "<html ⚡ ".encode(), 1)


def tables(story: Story) -> bytes:
    """An old page laid out in tables, its lines parted by breaks, without a word about itself."""
    text = "<br><br>".join(e(words) for words in story.paragraphs)
    side = "<br>".join(f"<a href='n{n}.htm'>{e(other)}</a>" for n, other in enumerate(story.others))
    body = (
        f"<table width='100%' border='0'><tr><td colspan='3'>{menu(story, 24, 2)}</td></tr><tr>"
        f"<td width='160' valign='top'>"
        f"{side}</td><td valign='top'><font size='5'><b>{e(story.title)}</b></font><br>{story.published[:10]}<br>"
        f"<div align='justify'><font size='3'>{text}</font></div></td>"
        f"<td width='160'>{advertisement(story, 'side')}</td>"
        f"</tr></table><center>جميع الحقوق محفوظة</center>"
    )
    return _page(story, "", body)


def windows_1256(story: Story) -> bytes:
    """A page in the old Arabic charset of Windows, as it says."""
    body = (
        f"{menu(story, 20, 2)}<div id='content'><h1>{e(story.title)}</h1>"
        f"<div class='date'>{story.published[:10]}</div>"
        f"<div class='details'>{paragraphs(story)}</div></div>{most_read(story)}{footer(story)}"
    )
    return _page(story, "", body, "windows-1256")


def agency(story: Story) -> bytes:
    """A news agency's plain page."""
    body = (
        f"<header>{menu(story, 18, 2)}</header><section class='news-body'><h2>{e(story.title)}</h2>"
        f"<p class='info'>{story.published[:10]} - {e(story.outlet)}</p>{paragraphs(story)}"
        f"</section>{footer(story)}"
    )
    return _page(story, open_graph(story), body)


def broadcaster(story: Story) -> bytes:
    """A broadcaster's page: a player, boxes set among the paragraphs, long lists at the end."""
    boxes = (advertisement(story, "inline"), related(story, "مواضيع ذات صلة", 6), advertisement(story, "inline2"))
    body = (
        f"{menu(story, 30, 6)}<div class='player' data-src='/v.m3u8'></div><main role='main'>"
        f"<h1>{e(story.title)}</h1>"
        f"<div class='article-body'>{paragraphs(story, between=boxes)}</div></main>"
        f"{related(story, 'المزيد', 24)}{footer(story)}{script(75)}"
    )
    return _page(story, open_graph(story) + linked_data(story) + style(55), body)


def newspaper(story: Story) -> bytes:
    """A newspaper's page in columns, with microdata and a by-line."""
    body = (
        f"<div id='wrapper'>{menu(story)}<div class='row'><div class='col-8' itemscope "
        f"itemtype='https://schema.org/NewsArticle'><h1 itemprop='headline'>{e(story.title)}</h1>"
        f"<span itemprop='datePublished' content='{story.published}'>{story.published[:10]}</span>{share()}"
        f"<div itemprop='articleBody'>{paragraphs(story)}</div></div><div class='col-4'>{most_read(story)}"
        f"{related(story, 'كتاب الرأي', 18)}{advertisement(story, 'mpu')}</div>"
        f"</div>{comments(story, 14)}{footer(story)}</div>"
    )
    return _page(story, style(33) + script(30), body)


def portal(story: Story) -> bytes:
    """A portal's page: more links than words."""
    links = related(story, "أخبار", 40) + most_read(story) + related(story, "رياضة", 30) + related(story, "منوعات", 30)
    body = (
        f"{menu(story, 50, 7)}{advertisement(story)}<div class='story'><h1>{e(story.title)}"
        f"</h1>{paragraphs(story)}</div>"
        f"{links}{menu(story, 50, 7)}{footer(story)}{script(55)}"
    )
    return _page(story, open_graph(story), body)


def mobile(story: Story) -> bytes:
    """A small page for telephones."""
    body = f"<h1>{e(story.title)}</h1><small>{story.published[:10]}</small>{paragraphs(story)}<a href='/'>الرئيسية</a>"
    return _page(story, '<meta name="viewport" content="width=device-width">', body)


def boxes(story: Story) -> bytes:
    """A page whose paragraphs are boxes, with no element that says article."""
    inner = "".join(f"<div class='txt'>{e(words)}</div><div class='gap'></div>" for words in story.paragraphs)
    body = (
        f"<div class='top'>{menu(story, 22, 4)}</div><div class='lay'><div class='ttl'>{e(story.title)}</div>"
        f"<div class='cnt'>{inner}</div></div><div class='lst'>{related(story, 'الأحدث', 30)}</div>{footer(story)}"
    )
    return _page(story, open_graph(story) + style(23), body)


def magazine(story: Story) -> bytes:
    """A magazine's page: pictures with captions, sub-headings, a quotation set apart."""
    figure = "<figure><img src='/a.jpg' alt=''><figcaption>صورة من الأرشيف</figcaption></figure>"
    apart = f"<blockquote class='pull'>{e(story.title)}</blockquote>"
    body = (
        f"{menu(story, 19, 4)}<article><header><h1>{e(story.title)}</h1>"
        f"<time datetime='{story.published}'></time></header>"
        f"{figure}{paragraphs(story, between=(figure, '<h2>خلفية الخبر</h2>', apart), after=4)}</article>"
        f"{related(story, 'من العدد', 27)}{footer(story)}{script(25)}"
    )
    return _page(story, linked_data(story) + style(25), body)


def forum(story: Story) -> bytes:
    """A page under which readers talk for longer than the article."""
    body = (
        f"{menu(story, 16, 2)}<div class='news'><h1>{e(story.title)}</h1>"
        f"<div class='text'>{paragraphs(story)}</div></div>"
        f"{comments(story, 60)}{footer(story)}"
    )
    return _page(story, open_graph(story), body)


def unclosed(story: Story) -> bytes:
    """A page whose paragraphs and list entries are never closed, as HTML allows."""
    text = "".join(f"\n<P>{e(words)}" for words in story.paragraphs)
    entries = "".join(f"\n<LI><A HREF='x{n}'>{e(other)}</A>" for n, other in enumerate(story.others))
    body = (
        f"{menu(story, 20, 2)}<DIV ID=story><H1>{e(story.title)}</H1>{text}</DIV>"
        f"<UL CLASS=more>{entries}</UL>{footer(story)}"
    )
    return _page(story, "", body)


TEMPLATES: tuple[Callable[[Story], bytes], ...] = (
    blog,
    framework,
    amp,
    tables,
    windows_1256,
    agency,
    broadcaster,
    newspaper,
    portal,
    mobile,
    boxes,
    magazine,
    forum,
    unclosed,
)
