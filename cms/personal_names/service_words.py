"""Words that stand in a column of names and name nobody: posts, marks of absence, headings, totals."""

from __future__ import annotations

from functools import cache

from cms.morphology import analyser

#: Posts and marks of absence: never a part of anybody's name.
_STRONG = """
вакансия вакантный вакантно вакант незанятый ставка нет отсутствовать отсутствие отсутствующий
назначить назначать назначенный назначение назначаться закрепить закреплённый прикрепить определить определённый
определиться уточнить уточнять уточняться уточнение указать указанный иметься требоваться подбор искаться
планироваться ожидаться ожидание предполагаться неизвестно неизвестный пока позже позднее рассмотрение согласование
директор учитель учительница преподаватель преподавательница педагог педагогический наставник наставница
наставничество наставляемый воспитатель воспитательница завуч заместитель замдиректора заведующий заведующая заведовать
школьный гимназия лицей детсад колледж техникум методист психолог логопед дефектолог тьютор куратор руководитель
начальник специалист администрация администратор библиотекарь вожатый организатор консультант сотрудник работник
уволенный уволить увольнение декретный отпуск больничный совместительство ответственный исполнитель исполнить
данные сведения информация фамилия отчество фио подпись итого примечание прочерк организация учреждение образование
кто-либо никто математика химия биология география информатика обществознание физкультура технология
стажёр студент выпускник заполнить выбрать работать класс-руководитель пусто приложение наименование
"""
#: Forms that the dictionary does not give, and shortened words.
_STRONG_FORMS = """
не нет ещё еще тоже то-же там-же зам ио врио др нд исп чел тел пока-нет или либо указано назначено кто кого есть
нету отсут вак имеется учит восп преп дир ред
"""
#: Words that somebody may be called by: no name unless a given name and a patronymic follow («Музыка Анна Ивановна»).
_WEAK = """
свободный свободно потом скоро временно решение нужный коллектив коллега группа класс классный предмет должность школа
декрет болезнь совместитель имя дата весь район город село любой каждый другой прочий аналогичный человек пустой тест
список один два физика история литература русский английский немецкий язык музыка работа вести помощь ученик
молодой опытный новый выбранный он оно они это сам самый будет был тот до по на при от для из без под над через со
"""


@cache
def _strong() -> frozenset[str]:
    return _forms(_STRONG) | frozenset(form.replace("ё", "е") for form in _STRONG_FORMS.split())


@cache
def _weak() -> frozenset[str]:
    return _forms(_WEAK)


def _forms(lemmas: str) -> frozenset[str]:
    """All forms of the words, but for «-ов» and «-ей»: «Наставников» and «Учителев» are surnames."""
    forms = set(lemmas.split())
    for lemma in lemmas.split():
        for parse in analyser().parse(lemma)[:1]:
            forms |= {form.word for form in parse.lexeme if not ("plur" in form.tag and "nomn" not in form.tag)}
    return frozenset(form.replace("ё", "е") for form in forms)


def is_service_word(word: str) -> bool:
    """Whether a word is a post, a mark of absence, a heading or the like, in any of its forms."""
    return _plain(word) in _strong()


def is_rarely_a_name(word: str) -> bool:
    """Whether a word is hardly ever a name, and yet somebody may be called so."""
    return _plain(word) in _weak()


def _plain(word: str) -> str:
    return word.lower().replace("ё", "е")
