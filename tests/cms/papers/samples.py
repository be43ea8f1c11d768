"""Papers in which every part occurs."""

from datetime import date
from io import BytesIO

from PIL import Image

from cms.papers.words import (
    Approval,
    Bullets,
    Facts,
    Heading,
    Letterhead,
    Link,
    NewSheet,
    Numbered,
    Paper,
    Paragraph,
    Remark,
    Signature,
    Source,
    Strong,
    Style,
    Table,
    TwoVoices,
    Voice,
)

PRACTICE = Paper(
    title="Один вопрос к уроку",
    subtitle="Вера Лосева и Илья Тарасов, Ключевской район",
    bank="Банк лучших практик Северореченской области",
    sources=(Source("Ракитинская школа", date(2025, 10, 12)), Source("Ключевской район", date(2025, 10, 19))),
    parts=(
        Heading("План и факт"),
        Table(
            ["Показатель", "План", "Факт"],
            [["Раздел первый"], ["Посещений в паре", "≥ 8", [Strong("11")]]],
            widths=(5, 1, 1),
            right=(1, 2),
        ),
        Heading("Паспорт"),
        Facts(
            [
                ("Форма", "Учитель – учитель"),
                ("Пустое", ""),
                ("Ёлка", [Link("Приказ № 5", "https://example.org/?a=1&b=2")]),
            ]
        ),
        TwoVoices(
            Voice("Наставник", "Я задаю вопрос.\n\nИ молчу."), Voice("Наставляемый", silence="Илья решил не отвечать.")
        ),
        Remark("Лист <b>на 24 критерия</b> & отменили."),
        Bullets(["раз", "два"]),
        Numbered("1.", "Первый пункт"),
        Numbered("1.1.", "Его подпункт", 2),
    ),
)

ORDER = Paper(
    title="О системе наставничества",
    style=Style.OFFICIAL,
    letterhead=Letterhead("Управление образования Ключевского района", "ПРИКАЗ", "18.09.2023", "214-о"),
    parts=(
        Paragraph("На основании распоряжения."),
        Paragraph([Strong("ПРИКАЗЫВАЮ:")]),
        Numbered("1.", "Утвердить положение."),
        Numbered("1.1.", "Назначить координатора.", 2),
        Signature("Начальник управления", "Д. К. Рогожин"),
        Signature("Ознакомлен"),
        NewSheet(),
        Approval(["УТВЕРЖДЕНО", "приказом управления", "от 18.09.2023 № 214-о"]),
        Heading("Положение", 1),
        Table(["Срок", "Кто"], [["сентябрь", "куратор"]]),
    ),
)


def png() -> bytes:
    """A small picture."""
    output = BytesIO()
    Image.new("RGB", (60, 40), "#1c3c94").save(output, "PNG")
    return output.getvalue()
