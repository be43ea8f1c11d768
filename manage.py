#!/usr/bin/env python
"""Django's command line; without DJANGO_SETTINGS_MODULE it runs the demo settings."""

import os
import sys


def main() -> None:
    """Run the command named on the command line."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.demo")
    from django.conf import settings
    from django.core.management import execute_from_command_line

    if {"demo", "load_demo"} & set(sys.argv[1:2]) and "demo" not in settings.INSTALLED_APPS:
        sys.exit("Демо-версия есть только в настройках cms.settings.demo: уберите DJANGO_SETTINGS_MODULE из окружения.")
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
