from demo.latin import slug
from demo.organisations import shares
from demo.shapes import DemoRegion


def test_shares_add_up_and_follow_the_weights() -> None:
    assert sum(shares([1, 1, 2], 9)) == 9
    assert shares([3, 1], 4) == [3, 1]
    assert shares([100, 1], 10, least=2) == [8, 2]


def test_schools_are_called_in_short_and_as_in_their_charters(demo: DemoRegion) -> None:
    rakitino = next(row for row in demo.organisations if row.code == "klyuchevskoy-rakitinskaya-shkola")
    assert rakitino.short_name == "Ракитинская школа"
    assert rakitino.settlement == "с. Ракитино"
    assert rakitino.is_rural
    assert "«Ракитинская средняя общеобразовательная школа» Ключевского района" in rakitino.full_name


def test_the_people_of_the_stories_work_where_the_stories_say(demo: DemoRegion) -> None:
    people = {row.person.full_name: row for row in demo.mentors}
    assert people["Лосева Вера Аркадьевна"].organisation == "klyuchevskoy-litsey-4"
    assert people["Студенцов Николай Петрович"].organisation == "klyuchevskoy-rakitinskaya-shkola"
    assert people["Хайруллина Алсу Ренатовна"].municipality == "lipovetsky"


def test_every_organisation_has_a_mentor(demo: DemoRegion) -> None:
    assert {row.organisation for row in demo.mentors} == {row.code for row in demo.organisations}


def test_latin_codes() -> None:
    assert slug("Школа № 12, пос. Ключи") == "shkola-12-pos-klyuchi"
    assert slug("Объездная щучья") == "obezdnaya-schuchya"
