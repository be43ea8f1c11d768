"""Puts the first places into the editors' table; from here on it is theirs."""

from django.db import migrations

from search.bets.first import FIRST


def fill(apps, schema_editor):
    bet = apps.get_model("duet_search", "BestBet")
    if not bet.objects.exists():
        bet.objects.bulk_create(
            bet(title=title, note=note, address=address, text=text) for title, note, address, text in FIRST
        )


class Migration(migrations.Migration):
    dependencies = [("duet_search", "0006_best_bet")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
