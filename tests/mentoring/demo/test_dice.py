from demo.dice import Decks, stream, weighted


def test_chance_is_the_same_on_every_supported_python() -> None:
    rng = stream("проверка")
    drawn = [rng.randrange(1000), rng.choice("абвгд"), rng.sample(range(100), 3), weighted(rng, (("x", 1), ("y", 3)))]
    assert drawn == [21, "б", [75, 14, 52], "x"]


def test_streams_do_not_stir_each_other() -> None:
    alone = stream("a").random()
    stream("b").random()
    assert stream("a").random() == alone


def test_a_card_comes_again_only_after_all_others() -> None:
    decks: Decks[str] = Decks(stream("decks"))
    cards = tuple("абвгде")
    drawn = [decks.draw("key", cards) for _ in range(12)]
    assert sorted(drawn[:6]) == sorted(drawn[6:]) == sorted(cards)
