"""The demo's logins: one for each role, and a neighbour to compare rights with."""

from cms.accounts.enums import Role
from demo.shapes import DemoAccount

#: Known to everybody on purpose; ``cms.accounts.demo_guard`` keeps these accounts out of production.
PASSWORD = "duet-demo-2026"

ACCOUNTS = (
    DemoAccount("teacher@demo.example", "Тарасов", "Илья", Role.TEACHER, "klyuchevskoy"),
    DemoAccount("coordinator@demo.example", "Мещерякова", "Ольга", Role.COORDINATOR, "klyuchevskoy"),
    DemoAccount("neighbour@demo.example", "Буланова", "Инна", Role.COORDINATOR, "lipovetsky"),
    DemoAccount("methodist@demo.example", "Рябинина", "Елена", Role.METHODIST, "klyuchevskoy"),
    DemoAccount("expert@demo.example", "Зарубин", "Павел", Role.EXPERT, "klyuchevskoy"),
    DemoAccount("editor@demo.example", "Кольцова", "Анна", Role.EDITOR, "klyuchevskoy"),
    DemoAccount("centre@demo.example", "Северцева", "Наталья", Role.REGIONAL_CENTRE, ""),
)
