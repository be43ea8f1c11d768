"""The full words of the consents given on the site: what a form leads to, and what the record keeps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.appearance.centre import current_centre


@dataclass(frozen=True)
class ConsentText:
    """A consent word for word; ``version`` rises with every change of the words."""

    slug: str
    title: str | Promise
    version: str
    write: Callable[[], tuple[str, ...]]

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The words with today's operator in them."""
        return self.write()

    @property
    def text(self) -> str:
        """The words as a record keeps them."""
        return "\n\n".join(self.paragraphs)


def _operator() -> str:
    """Who processes: name and, where they are entered, address and telephone of the centre."""
    centre = current_centre()
    return ", ".join(filter(None, (centre.name, centre.address, centre.phone)))


def _withdrawal() -> str:
    return _(
        "Отозвать согласие можно в любой день: напишите координатору своего муниципалитета или в центр. "
        "Сайт перестанет показывать и использовать данные в тот же день; запись о том, что согласие было, остаётся."
    )


def _processing() -> tuple[str, ...]:
    return (
        _("Я соглашаюсь, чтобы оператор (%(operator)s) обрабатывал мои персональные данные.")
        % {"operator": _operator()},
        _("Какие: фамилия, имя, отчество, место работы, должность, стаж, категория, адрес почты и то, что я расскажу."),
        _("Зачем: рассмотреть мою заявку, ответить мне и вести банк наставников."),
        _("Как: собирать, хранить, уточнять и удалять, на сайте центра. Заявку видят координатор района и центр."),
        _("Срок: до отзыва согласия или до конца моего участия в наставничестве."),
        _withdrawal(),
    )


def _publication() -> tuple[str, ...]:
    return (
        _("Я разрешаю оператору (%(operator)s) показывать мои данные посетителям этого сайта.")
        % {"operator": _operator()},
        _("Какие: имя, место работы, предмет, стаж и категорию. Остальное – только то, что я отмечу отдельно."),
        _("Зачем: чтобы педагоги могли найти наставника и обратиться к нему."),
        _("Это отдельное согласие: без него заявку рассмотрят, но на сайте меня не будет."),
        _("Срок: до отзыва согласия или до конца моего участия в наставничестве."),
        _withdrawal(),
    )


def _letter() -> tuple[str, ...]:
    return (
        _("Я соглашаюсь, чтобы оператор (%(operator)s) передал мои имя и адрес почты наставнику.")
        % {"operator": _operator()},
        _("Зачем: чтобы наставник прочитал моё письмо и ответил на него."),
        _("Текст письма сайт не хранит. Хранит только то, кто, когда и кому написал, чтобы ограничить рассылки."),
        _("Отозвать согласие можно в любой день: напишите в центр, запись о письме удалят."),
    )


def _question() -> tuple[str, ...]:
    return (
        _("Я соглашаюсь, чтобы оператор (%(operator)s) передал мои имя, адрес почты и вопрос тому, кому я пишу.")
        % {"operator": _operator()},
        _("Зачем: чтобы координатор муниципалитета или центр ответили мне."),
        _("Как: хранить письмо, пока на него не ответят и пока этого требуют правила работы с обращениями."),
        _("Отозвать согласие можно в любой день: напишите в центр, письмо удалят."),
    )


PROCESSING = ConsentText("obrabotka", gettext_lazy("Согласие на обработку данных"), "site-2", _processing)
PUBLICATION = ConsentText("publikaciya", gettext_lazy("Согласие на публикацию"), "site-2", _publication)
LETTER = ConsentText("pismo", gettext_lazy("Согласие на передачу письма"), "site-2", _letter)

QUESTION = ConsentText("vopros", gettext_lazy("Согласие на обработку обращения"), "site-1", _question)

#: By the last part of the address.
TEXTS = {text.slug: text for text in (PROCESSING, PUBLICATION, LETTER, QUESTION)}
