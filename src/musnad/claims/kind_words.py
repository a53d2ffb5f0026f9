"""Holds the words by which the kind of a holder is told: offices of the state, callings of many."""

from musnad.languages.grammar import NAME_IMAM
from musnad.model import Anonymity

STATE_BODIES = frozenset(
    {
        "وزراء",
        "حكومه",
        "دوله",
        "جمهوريه",
        "برلمان",
        "خارجيه",
        "دفاع",
        "داخليه",
        "عهد",
        "عدل",
        "ماليه",
        "نفط",
        "بلاد",
        "حرمين",
        "جيش",
        "اركان",
    }
)
# Offices of which a state has one: their holder can be known without being named in the phrase.
SOLE_OFFICES = frozenset(
    {
        "رييس",
        "وزير",
        "وزيره",
        "محافظ",
        "ملك",
        "امير",
        "ولي",
        "مستشار",
        "مستشاره",
        "بابا",
        "مرشد",
        "زعيم",
        "خادم",
        "امين",
        "سفير",
        "سفيره",
        "كاتب",
        "قايد",
    }
)

# Callings of many: who is called so and nowhere named is nobody in particular.
OF_MANY = {
    "قاضي": Anonymity.OFFICIAL,
    "قاض": Anonymity.OFFICIAL,
    "مهاجم": Anonymity.OTHER,
    "حارس": Anonymity.OTHER,
    "قبطان": Anonymity.OTHER,
    "امام": Anonymity.OTHER,
    NAME_IMAM: Anonymity.OTHER,
    "لاعب": Anonymity.OTHER,
    "مطرب": Anonymity.OTHER,
    "شاعر": Anonymity.OTHER,
}

# Bodies that are called by a place, with the name of a man: مدينة الملك فلان للعلوم.
PLACES_OF_WORK = frozenset({"مدينه", "مكتبه", "قريه", "واحه", "محميه", "مصفاه", "محطه", "ميناء", "مطار"})
SOME_OF_THEM = frozenset({"بعضهم", "معظمهم", "احدهم", "احداهن", "اغلبهم", "غالبيتهم"})
"""Persons, told by whose number they are."""
MANNERS = frozenset(
    {
        "بنبره",
        "بلهجه",
        "بلغه",
        "بصوت",
        "بحذر",
        "بثقه",
        "بغضب",
        "بمراره",
        "بحماس",
        "بفخر",
        "بسخريه",
        "بحده",
        "بشده",
        "بصراحه",
        "بوضوح",
        "باقتضاب",
        "بانفعال",
        "باسهاب",
    }
)
"""How one speaks: بنبرة هادئة."""
