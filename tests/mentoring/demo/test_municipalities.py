from demo.municipalities import build_municipalities
from demo.organisation_names import territory_genitive

BY_CODE = {row.code: row for row in build_municipalities()}


def test_a_district_is_named_in_the_cases_that_pages_need() -> None:
    klyuchi = BY_CODE["klyuchevskoy"]
    assert klyuchi.name == "Ключевской район"
    assert klyuchi.name_prepositional == "Ключевском районе"
    assert territory_genitive(klyuchi) == "Ключевского района"


def test_a_municipal_okrug_is_named_in_full() -> None:
    okrug = BY_CODE["ilmensky"]
    assert okrug.name == "Ильменский муниципальный округ"
    assert okrug.name_prepositional == "Ильменском муниципальном округе"
    assert territory_genitive(okrug) == "Ильменского муниципального округа"


def test_a_city_keeps_its_own_name() -> None:
    city = BY_CODE["severorechensk"]
    assert city.short_name == "г. о. Северореченск"
    assert city.name_prepositional == "городском округе Северореченск"
    assert territory_genitive(city) == "городского округа Северореченск"


def test_neighbouring_tiles_make_one_map() -> None:
    """Every municipality touches another one: odd rows stand half a tile to the right."""
    places = {(row.tile_column, row.tile_row) for row in BY_CODE.values()}
    for column, line in places:
        shift = line % 2
        around = {(column - 1, line), (column + 1, line)}
        around |= {(column + side, line + step) for side in (shift - 1, shift) for step in (-1, 1)}
        assert places & around
