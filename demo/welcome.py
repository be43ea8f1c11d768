"""What a person reads when the demo is ready: addresses and one login per role."""

from cms.accounts.enums import Role
from demo.accounts import ACCOUNTS, PASSWORD
from demo.municipalities import REGION_NAME, build_municipalities


def login_name(email: str) -> str:
    """What is typed at the sign-in: the part of the mailbox before the at sign."""
    return email.partition("@")[0]


def logins() -> list[tuple[str, str, str]]:
    """Role, login and territory of every demo account."""
    names = {row.code: row.name for row in build_municipalities()}
    return [
        (str(Role(account.role).label), login_name(account.email), names.get(account.municipality, REGION_NAME))
        for account in ACCOUNTS
    ]


def welcome(site: str, admin: str) -> str:
    """The whole text, in columns."""
    rows = [("Роль", "Логин", "Территория"), *logins()]
    widths = [max(len(row[column]) for row in rows) for column in range(2)]
    table = "\n".join(f"  {role:<{widths[0]}}  {login:<{widths[1]}}  {place}" for role, login, place in rows)
    return f"\nСайт:     {site}\nКабинет:  {admin}\n\n{table}\n\nПароль у всех один: {PASSWORD}\nОстановить: Ctrl+C\n"
