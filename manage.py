#!/usr/bin/env python
"""Django's command line; without DJANGO_SETTINGS_MODULE it runs the demo settings."""

import gc
import os
import sys


def main() -> None:
    """Run the command named on the command line."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.demo")
    gc.disable()  # modules and models stay to the end: walking over them while they are made is a third of the start
    from django.conf import settings
    from django.core.management import BaseCommand, ManagementUtility

    if {"demo", "load_demo"} & set(sys.argv[1:2]) and "demo" not in settings.INSTALLED_APPS:
        sys.exit("Демо-версия есть только в настройках cms.settings.demo: уберите DJANGO_SETTINGS_MODULE из окружения.")

    class Utility(ManagementUtility):
        def fetch_command(self, subcommand: str) -> BaseCommand:
            gc.freeze()  # the applications are loaded
            gc.enable()
            return super().fetch_command(subcommand)

    Utility(sys.argv).execute()


if __name__ == "__main__":
    main()
