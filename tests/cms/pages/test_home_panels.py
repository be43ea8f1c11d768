"""Panels of the homes: in order, side by side where they fit, and only where there is something to show."""

import pytest
from django.test import RequestFactory

from cms.pages import home_panels
from cms.pages.home_panels import HomePanel, PanelPlace, Width, panel_rows, register_home_panel


class Region:
    municipality = None


class District:
    municipality = object()


@pytest.fixture(autouse=True)
def nothing_registered(monkeypatch):
    monkeypatch.setattr(home_panels, "_places", {})


def register(name: str, order: int, width: Width = Width.FULL, shown: bool = True, **where: bool) -> None:
    panel = HomePanel(name, f"{name}.html", None) if shown else None
    register_home_panel(PanelPlace(name, order, lambda request, home: panel, width, **where))


def rows(home) -> list[list[str]]:
    return [[name for name, _panel in row.panels] for row in panel_rows(RequestFactory().get("/"), home)]


def test_a_wide_and_a_narrow_panel_stand_side_by_side():
    register("map", 500)
    register("practices", 200, Width.WIDE)
    register("dates", 210, Width.NARROW)
    register("duet", 100)
    assert rows(Region()) == [["duet"], ["practices", "dates"], ["map"]]


def test_a_half_without_its_neighbour_stands_alone():
    register("practices", 200, Width.WIDE)
    register("dates", 210, Width.NARROW, shown=False)
    register("news", 300, Width.WIDE)
    register("map", 500)
    register("events", 600, Width.NARROW)
    assert rows(Region()) == [["practices"], ["news"], ["map"], ["events"]]


def test_a_panel_stands_only_on_the_homes_it_is_for():
    register("map", 1, municipality=False)
    register("own", 2, region=False)
    assert rows(Region()) == [["map"]]
    assert rows(District()) == [["own"]]
