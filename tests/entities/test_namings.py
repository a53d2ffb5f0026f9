"""The mentions of one thing in one report are one naming."""

from marked import marked_report

from musnad.entities.namings import find_namings


def forms_of(written: str) -> list[set[str]]:
    return [set(naming.forms) for naming in find_namings(marked_report(written))]


def test_a_family_name_is_the_only_person_who_bears_it() -> None:
    assert forms_of("قال [P مازن البريك] إنه باق. ثم عاد [P البريك] إلى بيته.") == [{"مازن البريك", "البريك"}]


def test_a_family_name_that_two_bear_joins_neither() -> None:
    found = forms_of("التقى [P مازن البريك] و[P رياض البريك]. ثم عاد [P البريك] إلى بيته.")
    assert found == [{"مازن البريك"}, {"رياض البريك"}, {"البريك"}]


def test_a_name_in_two_pieces_side_by_side_is_one() -> None:
    assert forms_of("استقبل [P عبد ربه] [P ناصر الدهان] وفدا.") == [{"عبد ربه ناصر الدهان"}]


def test_a_byname_in_brackets_is_the_same_person() -> None:
    assert forms_of("قتل [P مازن البريك] ([P أبو زهير]) أمس.") == [{"مازن البريك", "أبو زهير"}]


def test_another_person_in_brackets_is_another_person() -> None:
    assert len(forms_of("وقع [P مازن البريك] ([P رياض الدهان] غائب) أمس.")) == 2


def test_a_body_without_its_country_joins_the_only_one_with_a_country() -> None:
    found = forms_of("قالت [G/SY وزارة الدفاع السورية] ذلك. ثم صمتت [G وزارة الدفاع].")
    assert found == [{"وزارة الدفاع السورية", "وزارة الدفاع"}]


def test_a_title_alone_names_nobody() -> None:
    assert forms_of("وصل [P الملك] أمس.") == []


def test_white_space_inside_a_name_is_one_blank() -> None:
    (naming,) = find_namings(marked_report("وصل [P مازن  البريك] أمس."))
    assert naming.name == "مازن البريك"
