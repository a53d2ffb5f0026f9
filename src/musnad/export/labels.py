"""Names the model's words in Arabic and English, for pages that people read."""

from typing import NamedTuple

from musnad.export.marks import Mark
from musnad.model import Anonymity, CircumstanceKind, LinkBasis, LinkKind, Relation, Stance


class Label(NamedTuple):
    """A word of the model in the two languages of the page."""

    ar: str
    en: str


KINDS: dict[LinkKind, Label] = {
    LinkKind.OUTLET: Label("وسيلة إعلام", "outlet"),
    LinkKind.OUTLET_GROUP: Label("وسائل إعلام", "outlets"),
    LinkKind.PERSON: Label("شخص", "person"),
    LinkKind.ORG: Label("جهة", "organisation"),
    LinkKind.GROUP: Label("جماعة", "group"),
    LinkKind.ANON: Label("غير مسمّى", "unnamed"),
    LinkKind.DOCUMENT: Label("وثيقة", "document"),
    LinkKind.AUTHOR: Label("الكاتب", "the writer"),
    LinkKind.UNKNOWN: Label("لا يُعرَف قائله", "nobody named"),
}

ANONYMITIES: dict[Anonymity, Label] = {
    Anonymity.OFFICIAL: Label("مسؤول غير مسمّى", "unnamed: official"),
    Anonymity.MILITARY: Label("عسكري غير مسمّى", "unnamed: military"),
    Anonymity.SECURITY: Label("أمني غير مسمّى", "unnamed: security"),
    Anonymity.DIPLOMAT: Label("دبلوماسي غير مسمّى", "unnamed: diplomat"),
    Anonymity.SOURCE: Label("مصدر غير مسمّى", "unnamed: source"),
    Anonymity.WITNESS: Label("شاهد غير مسمّى", "unnamed: witness"),
    Anonymity.EXPERT: Label("خبير غير مسمّى", "unnamed: expert"),
    Anonymity.ACTIVIST: Label("ناشط غير مسمّى", "unnamed: activist"),
    Anonymity.MEDIA: Label("إعلامي غير مسمّى", "unnamed: media"),
    Anonymity.OTHER: Label("غير مسمّى", "unnamed: other"),
}

# `says` and `asserts` are what a link does where nothing else is told; naming them would only add noise.
RELATIONS: dict[Relation, Label] = {
    Relation.RELAYS: Label("ينقل", "relays"),
    Relation.TOLD_TO: Label("قيل له", "was told"),
    Relation.DOCUMENT_OF: Label("مستند", "document of"),
    Relation.BELIEVES: Label("يعتقد", "believes"),
}

STANCES: dict[Stance, Label] = {
    Stance.BELIEVES: Label("يعتقد", "believes"),
    Stance.DENIES: Label("ينفي", "denies"),
    Stance.DOUBTS: Label("يشكّك", "doubts"),
    Stance.PREDICTS: Label("يتوقّع", "predicts"),
    Stance.THREATENS: Label("يهدّد", "threatens"),
    Stance.PROMISES: Label("يتعهّد", "promises"),
    Stance.DEMANDS: Label("يطالب", "demands"),
    Stance.ASKS: Label("يسأل", "asks"),
    Stance.DECLINES: Label("يمتنع", "declines"),
}

MARKS: dict[Mark, Label] = {
    Mark.DENIED: Label("منفيّ", "denied"),
    Mark.NEGATED: Label("لم يُثبَت", "not confirmed"),
    Mark.POSSIBLE: Label("محتمل", "hedged: possible"),
    Mark.PROBABLE: Label("مرجّح", "hedged: probable"),
    Mark.DISTANCING: Label("الكاتب يتحفّظ", "writer keeps distance"),
    Mark.ENDORSING: Label("الكاتب يصدّق", "writer vouches"),
    Mark.ANONYMOUS: Label("مصدر غير مسمّى", "anonymous"),
    Mark.VERBATIM: Label("نصّ حرفي", "verbatim"),
    Mark.PARTLY_VERBATIM: Label("حرفيّ في بعضه", "partly verbatim"),
    Mark.IN_HEADLINE: Label("في العنوان", "headline"),
    Mark.LONG_CHAIN: Label("سلسلة طويلة", "long chain"),
    Mark.UNVERIFIED: Label("تعذّر التحقّق", "not verified"),
}

# A link that the claim's own words state needs no name for what it stands on.
BASES: dict[LinkBasis, Label] = {
    LinkBasis.INHERITED: Label("من قول سابق", "inherited"),
    LinkBasis.CREDITED: Label("إسناد الصفحة", "page credit"),
}

CIRCUMSTANCES: dict[CircumstanceKind, Label] = {
    CircumstanceKind.MEDIUM: Label("الوسيط", "medium"),
    CircumstanceKind.VENUE: Label("المكان", "venue"),
    CircumstanceKind.TIME: Label("الزمان", "time"),
}

REASONS: dict[str, Label] = {
    "advert": Label("إعلان", "advert"),
    "byline": Label("سطر الكاتب", "by-line"),
    "caption": Label("تعليق على صورة", "image caption"),
    "comments": Label("تعليقات", "comments"),
    "cookie": Label("إشعار الملفات التعريفية", "cookie notice"),
    "dialog": Label("نافذة منبثقة", "dialog"),
    "embedded_post": Label("منشور مضمّن", "embedded post"),
    "consent_page": Label("صفحة موافقة", "consent page"),
    "error_page": Label("صفحة خطأ", "error page"),
    "footer": Label("تذييل", "footer"),
    "date": Label("سطر التاريخ", "date line"),
    "furniture": Label("زوائد الصفحة", "page furniture"),
    "headline_repeated": Label("عنوان مكرّر", "repeated headline"),
    "hidden": Label("مخفيّ", "hidden"),
    "navigation": Label("قوائم التنقّل", "navigation"),
    "newsletter": Label("نشرة بريدية", "newsletter"),
    "notice": Label("تنويه", "notice"),
    "outside_article": Label("خارج المقال", "outside the article"),
    "paywall": Label("للمشتركين", "paywall"),
    "photo_credit": Label("حقوق الصورة", "photo credit"),
    "related": Label("مواد ذات صلة", "related"),
    "share": Label("أزرار المشاركة", "share bar"),
    "sub_headline": Label("عنوان فرعي", "sub-headline"),
    "tags": Label("وسوم", "tags"),
}

LANGUAGE_NAMES: dict[str, Label] = {
    "ar": Label("العربية", "Arabic"),
    "en": Label("الإنجليزية", "English"),
    "fa": Label("الفارسية", "Persian"),
    "fr": Label("الفرنسية", "French"),
    "ur": Label("الأردية", "Urdu"),
    "und": Label("لغة غير معروفة", "unknown"),
}


def reason_label(reason: str) -> Label:
    """Return the two names of a reason for dropping boilerplate; an unlisted one stands for itself."""
    return REASONS.get(reason, Label(reason.replace("_", " "), ""))


def language_label(code: str) -> Label:
    """Return the two names of a language by its code; an unlisted one stands for itself."""
    return LANGUAGE_NAMES.get(code, Label(code, ""))
