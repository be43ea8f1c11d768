"""All tables of a new site at once, the first synonyms and best bets; a site that ran the former migrations runs nothing."""

import django.db.models.deletion
import django.db.models.functions.datetime
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

from cms.databases.new_tables import NewTables
from mentoring.reference.synonyms import SYNONYM_GROUPS
from search.bets.first import FIRST


def compare_bytewise(apps, schema_editor):
    """Terms are compared byte by byte everywhere: the order of a language only makes equality slower."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute('ALTER TABLE duet_search_posting ALTER COLUMN term TYPE varchar(400) COLLATE "C"')


def first_rows(apps, schema_editor):
    """Put the first synonyms and best bets into the editors' tables; from here on they are theirs."""
    group, bet = apps.get_model("duet_search", "SynonymGroup"), apps.get_model("duet_search", "BestBet")
    group.objects.bulk_create(group(text="\n".join(phrases)) for phrases in SYNONYM_GROUPS)
    bet.objects.bulk_create(
        bet(title=title, note=note, address=address, text=text) for title, note, address, text in FIRST
    )


class Migration(migrations.Migration):

    replaces = [
        ('duet_search', '0001_initial'),
        ('duet_search', '0002_bytewise_terms'),
        ('duet_search', '0003_synonym_group'),
        ('duet_search', '0004_first_synonyms'),
        ('duet_search', '0005_teachers_words'),
        ('duet_search', '0006_best_bet'),
        ('duet_search', '0007_first_bets'),
        ('duet_search', '0008_notes_by_object'),
        ('duet_search', '0009_set_aside'),
    ]

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        NewTables([
            migrations.CreateModel(
                name='Change',
                fields=[
                    ('sequence', models.BigAutoField(primary_key=True, serialize=False)),
                    ('kind', models.CharField(max_length=40)),
                    ('object_id', models.BigIntegerField()),
                    ('noted_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ],
                options={
                    'verbose_name': 'заметка об изменении',
                    'verbose_name_plural': 'заметки об изменениях',
                    'indexes': [models.Index(fields=['kind', 'object_id'], name='duet_search_change_object')],
                },
            ),
            migrations.CreateModel(
                name='WriteLock',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('holder', models.PositiveBigIntegerField(default=0)),
                ],
                options={
                    'verbose_name': 'замок индекса',
                    'verbose_name_plural': 'замки индекса',
                },
            ),
            migrations.CreateModel(
                name='Generation',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('kind', models.CharField(max_length=40)),
                    ('state', models.CharField(choices=[('live', 'работает'), ('building', 'строится'), ('retired', 'отслужило')], max_length=10)),
                    ('fingerprint', models.CharField(max_length=40)),
                    ('next_number', models.PositiveIntegerField(default=0)),
                    ('free_numbers', models.BinaryField(default=bytes)),
                    ('started', models.DateTimeField(auto_now_add=True)),
                ],
                options={
                    'verbose_name': 'поколение индекса',
                    'verbose_name_plural': 'поколения индекса',
                    'constraints': [models.UniqueConstraint(condition=models.Q(('state', 'live')), fields=('kind',), name='duet_search_one_live_generation')],
                },
            ),
            migrations.CreateModel(
                name='LogEntry',
                fields=[
                    ('sequence', models.BigAutoField(primary_key=True, serialize=False)),
                    ('token', models.BigIntegerField()),
                    ('family', models.PositiveSmallIntegerField()),
                    ('term', models.CharField(max_length=400)),
                    ('chunk', models.BigIntegerField(default=0)),
                    ('generation', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, to='duet_search.generation')),
                ],
                options={
                    'verbose_name': 'запись журнала индекса',
                    'verbose_name_plural': 'журнал индекса',
                },
            ),
            migrations.CreateModel(
                name='Posting',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('family', models.PositiveSmallIntegerField()),
                    ('term', models.CharField(max_length=400)),
                    ('chunk', models.IntegerField()),
                    ('size', models.PositiveIntegerField()),
                    ('bitmap', models.BinaryField()),
                    ('generation', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, to='duet_search.generation')),
                ],
                options={
                    'verbose_name': 'список документов',
                    'verbose_name_plural': 'списки документов',
                    'constraints': [models.UniqueConstraint(fields=('generation', 'family', 'term', 'chunk'), name='duet_search_posting_key')],
                },
            ),
            migrations.CreateModel(
                name='Shelf',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('sort', models.CharField(max_length=40)),
                    ('first', models.TextField()),
                    ('numbers', models.BinaryField()),
                    ('keys', models.TextField()),
                    ('generation', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, to='duet_search.generation')),
                ],
                options={
                    'verbose_name': 'полка порядка',
                    'verbose_name_plural': 'полки порядка',
                    'indexes': [models.Index(fields=['generation', 'sort'], name='duet_search_shelf_order')],
                },
            ),
            migrations.CreateModel(
                name='StoredDocument',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('number', models.PositiveIntegerField()),
                    ('object_id', models.BigIntegerField()),
                    ('card', models.TextField()),
                    ('keys', models.TextField()),
                    ('terms', models.BinaryField()),
                    ('hash', models.CharField(max_length=32)),
                    ('valid_until', models.DateField(null=True)),
                    ('generation', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, to='duet_search.generation')),
                ],
                options={
                    'verbose_name': 'документ индекса',
                    'verbose_name_plural': 'документы индекса',
                    'indexes': [models.Index(condition=models.Q(('valid_until__isnull', False)), fields=['valid_until'], name='duet_search_document_expiry')],
                    'constraints': [models.UniqueConstraint(fields=('generation', 'number'), name='duet_search_document_number'), models.UniqueConstraint(fields=('generation', 'object_id'), name='duet_search_document_object')],
                },
            ),
            migrations.CreateModel(
                name='SynonymGroup',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('text', models.TextField(help_text='Каждое с новой строки: «ИЗО», «изобразительное искусство». Порядок не важен.', max_length=2000, verbose_name='слова и выражения')),
                    ('note', models.CharField(blank=True, help_text='Для других редакторов: откуда взялась группа.', max_length=200, verbose_name='пояснение')),
                    ('is_active', models.BooleanField(default=True, verbose_name='использовать в поиске')),
                ],
                options={
                    'verbose_name': 'группа синонимов',
                    'verbose_name_plural': 'синонимы',
                    'ordering': ['text'],
                },
            ),
            migrations.CreateModel(
                name='BestBet',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('text', models.TextField(help_text='Каждый вопрос с новой строки: «стать наставником», «контакты». Формы слов не важны.', max_length=2000, verbose_name='как это ищут')),
                    ('title', models.CharField(help_text='«Стать наставником»', max_length=120, verbose_name='название')),
                    ('note', models.CharField(blank=True, help_text='Одно предложение. Пусто – посетитель увидит первую строку страницы.', max_length=240, verbose_name='что там')),
                    ('address', models.CharField(blank=True, help_text='Если это не страница, а форма или список: «/nastavniki/stat-nastavnikom/».', max_length=200, verbose_name='или адрес на сайте')),
                    ('is_active', models.BooleanField(default=True, verbose_name='показывать')),
                    ('page', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.WAGTAIL_PAGE_MODEL, verbose_name='страница сайта')),
                ],
                options={
                    'verbose_name': 'подсказка поиска',
                    'verbose_name_plural': 'подсказки поиска',
                    'ordering': ['title', 'pk'],
                },
            ),
            migrations.CreateModel(
                name='SetAside',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('kind', models.CharField(max_length=40)),
                    ('object_id', models.BigIntegerField()),
                    ('reason', models.CharField(max_length=200)),
                    ('tries', models.PositiveIntegerField(default=0)),
                    ('since', models.DateTimeField(default=django.utils.timezone.now)),
                    ('next_try', models.DateTimeField(db_index=True)),
                ],
                options={
                    'verbose_name': 'отложенный объект',
                    'verbose_name_plural': 'отложенные объекты',
                    'constraints': [models.UniqueConstraint(fields=('kind', 'object_id'), name='duet_search_set_aside_object')],
                },
            ),
        ]),
        migrations.RunPython(compare_bytewise, migrations.RunPython.noop),
        migrations.RunPython(first_rows, migrations.RunPython.noop),
    ]
