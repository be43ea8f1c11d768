"""The honeycomb of municipalities: labels never collide, tiles never overlap, steps follow the figures."""

from cms.appearance.tile_map import HEIGHT, WIDTH, Tile, TileMap, short_labels


def _tile(name: str, figure: int, column: int, row: int) -> Tile:
    return Tile(name, "/", figure, f"{name}: {figure}", column, row)


TILES = tuple(_tile(f"Район {n}", n * 9, n % 4, n // 4) for n in range(12))


def test_labels_of_like_names_differ() -> None:
    names = ["Северореченск", "Северский", "Севастьяновский", "Озёрский"]
    labels = short_labels(names)
    assert len(set(labels.values())) == len(names)
    assert labels["Озёрский"] == "Озёр."
    assert all(name.startswith(label.rstrip(".")) for name, label in labels.items())


def test_name_that_begins_another_stays_whole() -> None:
    assert short_labels(["Мель", "Мельничный"]) == {"Мель": "Мель", "Мельничный": "Мельн."}


def test_tiles_do_not_overlap() -> None:
    centres = [(placed.x, placed.y) for placed in TileMap(TILES).placed]
    for place, (x, y) in enumerate(centres):
        for other_x, other_y in centres[place + 1 :]:
            assert abs(x - other_x) >= WIDTH or abs(y - other_y) >= HEIGHT * 0.74 - 1


def test_whole_map_fits_its_frame() -> None:
    tile_map = TileMap(TILES)
    left, top, width, height = (int(number) for number in tile_map.view_box.split())
    for placed in tile_map.placed:
        assert left <= placed.x - WIDTH // 2
        assert placed.x + WIDTH // 2 <= left + width
        assert top <= placed.y - HEIGHT // 2
        assert placed.y + HEIGHT // 2 <= top + height


def test_zero_is_a_step_of_its_own_and_the_rest_is_shared_out() -> None:
    figures = (0, 0, 5, 9, 40, 57, 482, 164)
    tile_map = TileMap(tuple(_tile(f"Район {n}", figure, n, 0) for n, figure in enumerate(figures)))
    assert tile_map.steps == (1, 40, 200)
    assert [placed.step for placed in tile_map.placed] == [0, 0, 1, 1, 2, 2, 3, 2]


def test_key_says_the_bounds_in_words() -> None:
    tile_map = TileMap(tuple(_tile(f"Район {n}", n, n, 0) for n in range(10)))
    assert [words for _, words in tile_map.key] == ["нет", "до 3", "4–6", "7 и больше"]


def test_region_with_one_place_has_a_sensible_key() -> None:
    low, middle, high = TileMap((_tile("А", 1, 0, 0),)).steps
    assert low < middle < high


def test_keyboard_walks_row_by_row() -> None:
    mixed = (_tile("Второй ряд", 1, 0, 1), _tile("Справа", 1, 1, 0), _tile("Слева", 1, 0, 0))
    assert [placed.tile.name for placed in TileMap(mixed).placed] == ["Слева", "Справа", "Второй ряд"]


def test_empty_map_is_still_a_drawing() -> None:
    assert len(TileMap(()).view_box.split()) == 4
