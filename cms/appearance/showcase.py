"""Samples for the page of components: each piece in each of its states. All people and places are invented."""

from typing import Any

from django import forms
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from cms.appearance.choice import SCHEMES
from cms.appearance.pieces import Chip, Crumb, Facet, MentorCard, Option, PageLink, Pager, page_window
from cms.appearance.tile_map import Tile, TileMap

DISTRICTS = (
    ("Ключевской", 7), ("Липовецкий", 5), ("г. о. Северореченск", 23), ("Родниковский", 9), ("Озерковский", 3),
    ("Новобережный", 0), ("Заводской", 12), ("Каменский", 4), ("Берёзовский", 6), ("Студёнокский", 0),
)  # fmt: skip
MAP = (
    ("Верхнеозёрский", 12, 1, 0), ("Староключевской", 31, 2, 0), ("Озерковский", 4, 3, 0),
    ("Липовецкий", 46, 0, 1), ("Ключевской", 58, 1, 1), ("Северореченск", 164, 2, 1), ("Северский", 22, 3, 1),
    ("Новобережный", 0, 1, 2), ("Заборский", 26, 2, 2), ("Мельничный", 63, 3, 2),
)  # fmt: skip
ROLES = (
    ("ink", _("текст")), ("ink-2", _("второй текст")), ("blue", _("действие")), ("mentor", _("наставник")),
    ("mentee", _("наставляемый")), ("good", _("достигнуто")), ("warn", _("проверьте")), ("error", _("ошибка")),
)  # fmt: skip


class SampleForm(forms.Form):
    """A field as it is, with an error, and one that cannot be changed."""

    order_date = forms.CharField(label=_("Дата приказа"), help_text=_("Например, 15.03.2024"), initial="25.09.2023")
    until = forms.CharField(label=_("Действует до"), help_text=_("Например, 31.08.2027"))
    school = forms.CharField(label=_("Организация"), widget=forms.TextInput(attrs={"readonly": True}))

    def clean_until(self) -> str:
        """Refuse always, so that the page shows an error."""
        raise forms.ValidationError(_("В феврале нет 31-го числа. Проверьте дату."))


def context() -> dict[str, Any]:
    """Everything that ``design/system.html`` prints."""
    sample = {"order_date": "25.09.2023", "until": "31.02.2024", "school": "Ракитинская школа"}
    return {
        "crumbs": (Crumb(_("Детали и состояния")),),
        "schemes": SCHEMES,
        "roles": ROLES,
        "form": SampleForm(sample),
        "facets": _facets(),
        "chips": (Chip("Ключевской", "#chips"), Chip("Липовецкий", "#chips"), Chip("Высшая категория", "#chips")),
        "cards": _cards(),
        "pager": _pager(),
        "facts": (("Стаж", "31–40 лет"), ("Категория", "Высшая, до 2029 года"), ("Предметы", "Математика")),
        "tags": ("Подготовка к ОГЭ", "Планирование урока", "Оценивание"),
        "map": _map(),
    }


def _facets() -> tuple[Facet, ...]:
    districts = tuple(
        Option(str(place), name, count, checked=place < 2) for place, (name, count) in enumerate(DISTRICTS)
    )
    categories = (Option("high", "Высшая", 12, True), Option("first", "Первая", 9), Option("none", "Без категории", 0))
    empty = (Option("pupil", "Ученик", 0), Option("student", "Студент педвуза", 0))
    return (
        Facet("district", "Район", districts, more="Ещё 4 района", search_label="Название района"),
        Facet("category", "Категория наставника", categories),
        Facet("audience", "Кого берёт", empty),
    )


def _cards() -> tuple[MentorCard, ...]:
    # The only markup is ours: the mark around the word that was searched for.
    found = mark_safe("<mark>Математика</mark>, алгебра")
    return (
        MentorCard(
            name="Гордеева Марина Павловна",
            url="#cards",
            subjects=found,
            about="высшая категория, стаж 31–40 лет",
            place="Лицей № 4, пос. Ключи, Ключевской район",
            takes="Возьмёт молодого педагога со стажем до 3 лет",
            places_free=2,
            places_total=3,
            places_words="2 места из 3",
            format="Лично и дистанционно",
            confirmed="Подтверждено 14 ноября",
        ),
        MentorCard(
            name="Мельникова Дарья Олеговна",
            url="#cards",
            subjects="Математика",
            about="высшая категория, стаж 11–20 лет",
            place="Школа № 12, с. Липовец, Липовецкий район",
            takes="Возьмёт молодого педагога, студента педвуза",
            places_total=2,
            places_words="Мест нет",
            format="Освободится в мае",
            confirmed="Подтверждено 19 октября",
        ),
    )


def _pager() -> Pager:
    pages = tuple(n and PageLink(n, "#pager", is_current=n == 3) for n in page_window(3, 20))
    sizes = (PageLink(12, "#pager", is_current=True), PageLink(24, "#pager"))
    return Pager("25–36 из 240", tuple(page or None for page in pages), "#pager", "#pager", sizes)


def _map() -> TileMap:
    return TileMap(
        tuple(Tile(name, "#map", figure, f"{name}: {figure}", column, row) for name, figure, column, row in MAP)
    )
