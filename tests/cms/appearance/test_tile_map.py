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


def test_steps_follow_the_figures() -> None:
    steps = [p.step for p in TileMap((_tile("А", 0, 0, 0), _tile("Б", 1, 1, 0), _tile("В", 25, 2, 0))).placed]
    assert steps == [0, 1, 2]


def test_keyboard_walks_row_by_row() -> None:
    mixed = (_tile("Второй ряд", 1, 0, 1), _tile("Справа", 1, 1, 0), _tile("Слева", 1, 0, 0))
    assert [placed.tile.name for placed in TileMap(mixed).placed] == ["Слева", "Справа", "Второй ряд"]


def test_empty_map_is_still_a_drawing() -> None:
    assert len(TileMap(()).view_box.split()) == 4
