"""Names the values that the lists of the desk show, in Arabic and English."""

from collections.abc import Mapping

from musnad.export.labels import ANONYMITIES, KINDS, MARKS, STANCES, Label
from musnad.export.marks import Mark
from musnad.model import EventType, Hedge, JudgementKind, MentionKind, Mode, PlaceKind, Stance, TransferStage
from musnad.store.alerts import Trigger
from musnad.store.jobs import JobStatus

EVENT_TYPES: Mapping[str, Label] = {
    EventType.AGREE: Label("اتفاق", "agreement"),
    EventType.CONSULT: Label("مشاورات", "talks"),
    EventType.SUPPORT: Label("تأييد", "support"),
    EventType.COOPERATE: Label("تعاون", "cooperation"),
    EventType.AID: Label("مساعدات", "aid"),
    EventType.CONCEDE: Label("تنازل", "concession"),
    EventType.RETREAT: Label("انسحاب", "retreat"),
    EventType.REQUEST: Label("طلب", "request"),
    EventType.ACCUSE: Label("اتهام أو انتقاد", "accusation or criticism"),
    EventType.REJECT: Label("رفض", "refusal"),
    EventType.THREATEN: Label("تهديد", "threat"),
    EventType.PROTEST: Label("احتجاج", "protest"),
    EventType.SANCTION: Label("إجراء عقابي", "sanctions"),
    EventType.MOBILIZE: Label("تحرّك عسكري", "mobilisation"),
    EventType.COERCE: Label("إكراه", "coercion"),
    EventType.ASSAULT: Label("عمل عنف", "assault"),
}

STAGES: Mapping[str, Label] = {
    TransferStage.OFFERED: Label("معروضة", "offered"),
    TransferStage.ORDERED: Label("مطلوبة", "ordered"),
    TransferStage.SHIPPED: Label("مشحونة", "shipped"),
    TransferStage.DELIVERED: Label("مسلَّمة", "delivered"),
    TransferStage.SEEN: Label("مشاهَدة", "seen"),
    TransferStage.INTERCEPTED: Label("معترَضة", "intercepted"),
    TransferStage.DENIED: Label("منفيّة", "denied"),
    TransferStage.PLANNED: Label("مزمعة", "planned"),
    TransferStage.THREATENED: Label("مهدَّد بها", "threatened"),
    TransferStage.CANCELLED: Label("ملغاة", "cancelled"),
}

TRIGGERS: Mapping[str, Label] = {
    Trigger.NEW_PROPOSITION: Label("مضمون جديد", "new proposition"),
    Trigger.FIRST_CONFIRMATION: Label("أول تأكيد مستقل", "first confirmation"),
    Trigger.CONTRADICTION: Label("تناقض", "contradiction"),
    Trigger.SILENT_EDIT: Label("تعديل صامت", "silent edit"),
    Trigger.CIRCLE: Label("إسناد دائري", "circle"),
}

JOB_STATUSES: Mapping[str, Label] = {
    JobStatus.WAITING: Label("في الانتظار", "waiting"),
    JobStatus.LEASED: Label("جارية", "running"),
    JobStatus.DONE: Label("منجزة", "done"),
    JobStatus.DEAD: Label("متعثّرة", "laid aside"),
}

MENTION_KINDS: Mapping[str, Label] = {
    MentionKind.PERSON: Label("شخص", "person"),
    MentionKind.ORGANISATION: Label("منظمة", "organisation"),
    MentionKind.ARMED_GROUP: Label("جماعة مسلّحة", "armed group"),
    MentionKind.GOVERNMENT_BODY: Label("جهة حكومية", "government body"),
    MentionKind.COUNTRY: Label("دولة", "country"),
    MentionKind.PLACE: Label("مكان", "place"),
    MentionKind.FACILITY: Label("منشأة", "facility"),
    MentionKind.OUTLET: Label("وسيلة إعلام", "outlet"),
    MentionKind.WEAPON: Label("سلاح", "weapon"),
    MentionKind.CRAFT: Label("مركبة", "craft"),
    MentionKind.EVENT_NAME: Label("حدث مسمّى", "named event"),
}

JUDGEMENTS: Mapping[str, Label] = {
    JudgementKind.RIGHT: Label("صحيح", "right"),
    JudgementKind.WRONG: Label("خطأ", "wrong"),
    JudgementKind.SAME: Label("واحد", "the same"),
    JudgementKind.NOT_SAME: Label("مختلفان", "different"),
    JudgementKind.GRADE: Label("تقدير", "grade"),
    JudgementKind.NOTE: Label("ملاحظة", "note"),
    JudgementKind.TAG: Label("وسم", "tag"),
    JudgementKind.IN_CASE: Label("في مجموعة", "in a case"),
}

STANCE_NAMES: Mapping[str, Label] = {
    Stance.ASSERTS.value: Label("يقول", "says"),
    **{stance.value: name for stance, name in STANCES.items()},
}

CORRECTABLE: Mapping[str, Label] = {
    "content": Label("نصّ القول", "words"),
    "source": Label("صاحب القول", "source"),
    "stance": Label("الموقف", "stance"),
    "kind": Label("نوع المصدر", "kind of source"),
    "anonymity": Label("صفة غير المسمّى", "what is told of the unnamed"),
    "hedge": Label("التحفّظ", "reserve"),
    "mode": Label("اللفظ", "wording"),
}
"""What may be corrected in a claim, in the order in which a form asks for it."""

CORRECTED_VALUES: Mapping[str, Mapping[str, Label]] = {
    "stance": STANCE_NAMES,
    "kind": {kind.value: name for kind, name in KINDS.items()},
    "anonymity": {anonymity.value: name for anonymity, name in ANONYMITIES.items()},
    "hedge": {
        Hedge.NONE: Label("بلا تحفّظ", "none"),
        Hedge.POSSIBLE: MARKS[Mark.POSSIBLE],
        Hedge.PROBABLE: MARKS[Mark.PROBABLE],
    },
    "mode": {
        Mode.DIRECT: Label("بلفظه", "verbatim"),
        Mode.MIXED: Label("بلفظه في بعضه", "partly verbatim"),
        Mode.INDIRECT: Label("بمعناه", "in other words"),
    },
}
"""The values from which a correction is chosen; content and source are words of the text."""

ROLES: Mapping[str, Label] = {
    "reader": Label("قارئ", "reader"),
    "analyst": Label("محلِّل", "analyst"),
    "admin": Label("مشرف", "admin"),
}

PLACE_KINDS: Mapping[str, Label] = {
    PlaceKind.CONTINENT: Label("قارّة", "continent"),
    PlaceKind.REGION: Label("إقليم", "region"),
    PlaceKind.COUNTRY: Label("دولة", "country"),
    PlaceKind.GOVERNORATE: Label("محافظة", "province"),
    PlaceKind.CITY: Label("مدينة", "city"),
    PlaceKind.TOWN: Label("بلدة", "town"),
    PlaceKind.VILLAGE: Label("قرية", "village"),
    PlaceKind.DISTRICT: Label("ناحية", "district"),
    PlaceKind.CAMP: Label("مخيم", "camp"),
    PlaceKind.FACILITY: Label("منشأة", "facility"),
    PlaceKind.CROSSING: Label("معبر", "crossing"),
    PlaceKind.BORDER: Label("حدود", "border"),
    PlaceKind.BEARING: Label("ناحية منها", "one side of it"),
    PlaceKind.OCEAN: Label("محيط", "ocean"),
    PlaceKind.SEA: Label("بحر", "sea"),
    PlaceKind.GULF: Label("خليج", "gulf"),
    PlaceKind.STRAIT: Label("مضيق", "strait"),
    PlaceKind.CANAL: Label("قناة", "canal"),
    PlaceKind.RIVER: Label("نهر", "river"),
    PlaceKind.LAKE: Label("بحيرة", "lake"),
    PlaceKind.ISLAND: Label("جزيرة", "island"),
    PlaceKind.MOUNTAIN: Label("جبل", "mountain"),
    PlaceKind.DESERT: Label("صحراء", "desert"),
    "around": Label("أطرافها", "its surroundings"),
    "middle": Label("وسطها", "its middle"),
}

FOUND_IN: Mapping[str, Label] = {
    "stated": Label("مذكور مع الملف", "told with the file"),
    "printed": Label("مطبوع في الصفحة", "printed on the page"),
    "first line": Label("السطر الأول", "first line"),
    "live entry": Label("مدخل في التغطية المباشرة", "entry of a live page"),
    "domain": Label("اسم الموقع", "name of the site"),
    "url": Label("عنوان الصفحة", "address"),
    "breadcrumb": Label("مسار الأقسام", "path of sections"),
}
"""Where what is known of an article was found; names of elements stand for themselves."""

FIELD_NAMES: Mapping[str, Label] = {
    "title": Label("العنوان", "headline"),
    "outlet": Label("وسيلة الإعلام", "outlet"),
    "language": Label("اللغة", "language"),
    "date": Label("التاريخ", "date"),
    "source": Label("المصدر", "source"),
    "kind": Label("نوع المصدر", "kind of source"),
    "anonymous": Label("غير مسمّى", "unnamed"),
    "stance": Label("الموقف", "stance"),
    "independent": Label("سلاسل مستقلة", "independent chains"),
    "contradicted": Label("متناقض", "contradicted"),
    "place": Label("المكان", "place"),
    "weapon": Label("السلاح", "weapon"),
    "actor": Label("الجهة", "actor"),
    "event": Label("الحدث", "event"),
}


def label_of(names: Mapping[str, Label], value: str) -> Label:
    """Return the two names of a value; an unlisted one stands for itself."""
    return names.get(value, Label(value.replace("_", " "), value.replace("_", " ")))
