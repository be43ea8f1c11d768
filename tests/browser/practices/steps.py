"""What people do with practices, in their own words."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

STORY = (
    "После открытого урока молодой учитель слышал двадцать замечаний и не менял ничего. Мы решили задавать один вопрос."
)
SEND = "Отправить на проверку району"


def message(page: Page) -> Locator:
    """The band with which the admin answers."""
    return page.locator(".messages")


def press_in_menu(editor: Page, button: str) -> None:
    """An action behind the arrow beside «Сохранить черновик»."""
    editor.get_by_role("button", name="Больше действий").last.click()
    editor.get_by_role("button", name=button).click()


def tab(editor: Page, name: str) -> None:
    editor.get_by_role("tab", name=name).click()


def write_practice(author: Page, title: str, *, reached: int) -> None:
    """Fill in the whole form from the queue's button on; the plan is 90 per cent, ``reached`` is the fact."""
    author.goto("/admin/praktiki/")
    author.get_by_role("link", name="Написать практику").click()
    author.locator("#id_title").press_sequentially(title)
    author.get_by_role("button", name="Сохранить черновик").click()
    author.wait_for_url("**/edit/")
    author.get_by_role("button", name="Добавить пару").click()
    author.get_by_role("button", name="Выбрать пару").click()
    author.locator(".modal-body td a").first.click()
    author.locator("#id_organisation").select_option(index=1)
    author.locator("#id_year").fill("2025")
    tab(author, "Как устроено")
    for name in ("problem", "aim", "audience"):
        author.locator(f"#id_{name}").fill(STORY)
    for name, words in (("hours", "2 часа в неделю"), ("people", "Пара"), ("money", "Не нужно")):
        author.locator(f"#id_{name}").fill(words)
    for number in range(2):
        author.get_by_role("button", name="Добавить шаг").click()
        author.locator(f"#id_steps-{number}-text").fill("Хозяин урока задаёт один вопрос.")
    tab(author, "Что вышло")
    author.get_by_role("button", name="Добавить показатель").click()
    author.locator("#id_indicators-0-name").fill("Планы выполнены")
    author.locator("#id_indicators-0-planned").fill("90")
    author.locator("#id_indicators-0-actual").fill(str(reached))
    for name in ("result", "failures", "evidence"):
        author.locator(f"#id_{name}").fill(STORY)


def sent(author: Page) -> str:
    """Send what is in the editor; the address of its review."""
    press_in_menu(author, SEND)
    expect(message(author)).to_contain_text("отправлена на проверку")
    return re.sub(r"^https?://[^/]+", "", author.url)


def from_queue(person: Page, title: str) -> None:
    """Open a practice from «Очередь»."""
    person.goto("/admin/praktiki/")
    person.get_by_role("link", name=title, exact=True).first.click()


def remark(moderator: Page, part: str, words: str) -> None:
    """Write a remark beside a part of the text."""
    field = moderator.locator(f"textarea[name=remark-{part}]")
    moderator.locator(f"details:has(textarea[name=remark-{part}]) summary").click()
    field.fill(words)


def decide(person: Page, verdict: str, outcome: str) -> None:
    """Record a verdict about the practice that is open."""
    person.get_by_label(verdict, exact=True).check()
    person.get_by_role("button", name="Записать решение").click()
    expect(message(person)).to_contain_text(f"теперь {outcome}")


def give_points(expert: Page, points: int) -> None:
    """The same points by every criterion."""
    for criterion in expert.locator("fieldset.duet-points").all():
        criterion.get_by_label(str(points), exact=True).check()
    expert.get_by_role("button", name="Записать оценку").click()
    expect(expert.get_by_text("Спасибо, оценка записана.")).to_be_visible()


def appoint_expert(centre: Page, account: str, municipality: str) -> None:
    """The regional centre makes a colleague an expert."""
    centre.goto("/admin/cms/appointment/create/")
    person = centre.locator("#id_user option").filter(has_text=account).first.get_attribute("value")
    centre.locator("#id_user").select_option(person)
    centre.locator("#id_role").select_option("expert")
    centre.locator("#id_municipality").select_option(label=municipality)
    centre.get_by_role("button", name="Сохранить").last.click()
    expect(message(centre)).to_contain_text("создано")


def edit(author: Page, review: str) -> None:
    """From the review of a practice to its form."""
    author.goto(review)
    author.get_by_role("link", name="Править", exact=True).click()
