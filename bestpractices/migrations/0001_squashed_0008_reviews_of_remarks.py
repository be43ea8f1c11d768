"""All tables of a new site at once; a site that ran the former migrations runs nothing."""

import cms.pages.findable
import django.core.validators
import django.db.models.deletion
import django.db.models.manager
import django.utils.timezone
import modelcluster.fields
from django.conf import settings
from django.db import migrations, models

from cms.databases.new_tables import NewTables


class Migration(migrations.Migration):

    replaces = [
        ('bestpractices', '0001_initial'),
        ('bestpractices', '0002_republication'),
        ('bestpractices', '0003_yearbook'),
        ('bestpractices', '0004_origins'),
        ('bestpractices', '0005_corrections'),
        ('bestpractices', '0006_own_page_links'),
        ('bestpractices', '0007_remark_review'),
        ('bestpractices', '0008_reviews_of_remarks'),
    ]

    initial = True

    dependencies = [
        ('cms', '0001_squashed_0027_open_data'),
        ('mentoring', '0001_squashed_0018_own_page_links'),
        ('wagtailcore', '0098_apitoken'),
        ('wagtaildocs', '0014_alter_document_file_size'),
        ('wagtailimages', '0027_image_description'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        NewTables([
            migrations.CreateModel(
                name='Criterion',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('name', models.CharField(max_length=120, verbose_name='критерий')),
                    ('question', models.CharField(max_length=300, verbose_name='вопрос эксперту')),
                    ('weight', models.PositiveSmallIntegerField(default=1, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(10)], verbose_name='вес')),
                    ('minimum', models.DecimalField(decimal_places=1, default=0, help_text='Среднее ниже порога регион увидит отдельной строкой.', max_digits=2, validators=[django.core.validators.MinValueValidator(0), django.core.validators.MaxValueValidator(5)], verbose_name='порог')),
                    ('order', models.PositiveSmallIntegerField(default=10, verbose_name='порядок')),
                    ('is_active', models.BooleanField(default=True, verbose_name='используется')),
                ],
                options={
                    'verbose_name': 'критерий оценки',
                    'verbose_name_plural': 'критерии оценки',
                    'ordering': ['order', 'pk'],
                },
            ),
            migrations.CreateModel(
                name='ExpertScoringTask',
                fields=[
                    ('task_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.task')),
                    ('days', models.PositiveSmallIntegerField(default=10, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(120)], verbose_name='дней на этап')),
                ],
                options={
                    'verbose_name': 'практика: экспертиза',
                    'verbose_name_plural': 'практика: экспертизы',
                },
                bases=('wagtailcore.task',),
            ),
            migrations.CreateModel(
                name='MunicipalCheckTask',
                fields=[
                    ('task_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.task')),
                    ('days', models.PositiveSmallIntegerField(default=10, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(120)], verbose_name='дней на этап')),
                ],
                options={
                    'verbose_name': 'практика: проверка района',
                    'verbose_name_plural': 'практика: проверки района',
                },
                bases=('wagtailcore.task',),
            ),
            migrations.CreateModel(
                name='RegionalDecisionTask',
                fields=[
                    ('task_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.task')),
                    ('days', models.PositiveSmallIntegerField(default=10, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(120)], verbose_name='дней на этап')),
                ],
                options={
                    'verbose_name': 'практика: решение региона',
                    'verbose_name_plural': 'практика: решения региона',
                },
                bases=('wagtailcore.task',),
            ),
            migrations.CreateModel(
                name='Decision',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('page_id', models.PositiveIntegerField(db_index=True, verbose_name='номер практики')),
                    ('title', models.CharField(max_length=255, verbose_name='практика')),
                    ('at', models.DateTimeField(db_index=True, default=django.utils.timezone.now, verbose_name='когда')),
                    ('who', models.CharField(max_length=200, verbose_name='кто')),
                    ('what', models.CharField(choices=[('submit', 'отправлена на проверку'), ('correct', 'отправлена редакторская правка'), ('override', 'отправлена, хотя показатели не достигнуты'), ('approve', 'одобрена на этапе'), ('return', 'возвращена с замечаниями'), ('reject', 'отклонена'), ('recall', 'отозвана автором'), ('reopen', 'возвращена в работу'), ('publish', 'опубликована'), ('withdraw', 'снята с публикации'), ('ask', 'эксперт приглашён'), ('score', 'эксперт поставил оценку'), ('decline', 'эксперт отказался'), ('resolve', 'замечание исправлено')], max_length=20, verbose_name='что')),
                    ('stage', models.CharField(blank=True, choices=[('municipal', 'Район'), ('experts', 'Экспертиза'), ('region', 'Регион')], max_length=20, verbose_name='этап')),
                    ('why', models.TextField(blank=True, verbose_name='почему')),
                    ('revision_id', models.PositiveIntegerField(null=True, verbose_name='номер редакции')),
                    ('municipality', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cms.municipality', verbose_name='муниципалитет')),
                    ('user', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'verbose_name': 'решение по практике',
                    'verbose_name_plural': 'решения по практикам',
                    'ordering': ['-at', '-pk'],
                },
            ),
            migrations.CreateModel(
                name='Expert',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('full_name', models.CharField(max_length=200, verbose_name='фамилия, имя, отчество')),
                    ('email', models.EmailField(blank=True, max_length=254, verbose_name='электронная почта')),
                    ('is_active', models.BooleanField(default=True, verbose_name='принимает практики')),
                    ('mentor', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='mentoring.mentor', verbose_name='запись в банке наставников')),
                    ('municipality', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cms.municipality', verbose_name='муниципалитет, где работает')),
                    ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cms.organisation', verbose_name='организация')),
                    ('user', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='practice_expert', to=settings.AUTH_USER_MODEL, verbose_name='учётная запись')),
                ],
                options={
                    'verbose_name': 'эксперт практик',
                    'verbose_name_plural': 'эксперты практик',
                    'ordering': ['full_name'],
                },
            ),
            migrations.CreateModel(
                name='MailPreference',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('choice', models.CharField(choices=[('each', 'сразу о каждом шаге'), ('digest', 'одним письмом утром'), ('none', 'не присылать, смотрю очередь на сайте')], default='each', max_length=10, verbose_name='письма о практиках')),
                    ('user', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='practice_mails', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'verbose_name': 'выбор писем о практиках',
                    'verbose_name_plural': 'выбор писем о практиках',
                },
            ),
            migrations.CreateModel(
                name='PracticeIndexPage',
                fields=[
                    ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, related_name='%(app_label)s_%(class)s', serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                    ('lead', models.CharField(blank=True, help_text='Одно-два предложения: стоят под заголовком и в списках.', max_length=240, verbose_name='коротко')),
                    ('municipality', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cms.municipality', verbose_name='муниципалитет')),
                ],
                options={
                    'verbose_name': 'банк лучших практик',
                    'verbose_name_plural': 'банки лучших практик',
                },
                bases=('wagtailcore.page',),
            ),
            migrations.CreateModel(
                name='PracticePage',
                fields=[
                    ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, related_name='%(app_label)s_%(class)s', serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                    ('lead', models.CharField(blank=True, help_text='Одно-два предложения: стоят под заголовком и в списках.', max_length=240, verbose_name='коротко')),
                    ('year', models.PositiveSmallIntegerField(help_text='Первый год из двух: для 2025/26 напишите 2025.', null=True, validators=[django.core.validators.MinValueValidator(2000), django.core.validators.MaxValueValidator(2100)], verbose_name='учебный год, в котором получен результат')),
                    ('pair_model', models.CharField(choices=[('teacher-teacher', 'учитель – учитель'), ('pupil-pupil', 'ученик – ученик'), ('student-student', 'студент – студент'), ('student-pupil', 'студент – ученик'), ('employer-pupil', 'работодатель – ученик')], default='teacher-teacher', max_length=20, verbose_name='форма пары')),
                    ('mentoring_form', models.CharField(choices=[('classic', 'классическое'), ('partner', 'партнёрское'), ('virtual', 'виртуальное')], default='classic', max_length=20, verbose_name='форма наставничества')),
                    ('kind', models.CharField(choices=[('individual', 'индивидуальное'), ('group', 'групповое'), ('collective', 'коллективно-индивидуальное')], default='individual', max_length=20, verbose_name='модель')),
                    ('level', models.CharField(choices=[('organisation', 'организация'), ('municipality', 'муниципалитет'), ('region', 'регион')], default='organisation', max_length=20, verbose_name='уровень')),
                    ('problem', models.TextField(max_length=3000, verbose_name='зачем: какую проблему решали')),
                    ('aim', models.TextField(max_length=1500, verbose_name='цель')),
                    ('audience', models.TextField(max_length=800, verbose_name='для кого')),
                    ('hours', models.CharField(help_text='«2 часа в неделю на пару»', max_length=160, verbose_name='сколько часов')),
                    ('people', models.CharField(help_text='«Пара и тот, кто заменит урок»', max_length=200, verbose_name='кто нужен')),
                    ('money', models.CharField(help_text='«Не нужно» – тоже ответ.', max_length=160, verbose_name='сколько денег')),
                    ('conditions', models.TextField(blank=True, max_length=1500, verbose_name='при каких условиях получится')),
                    ('result', models.TextField(max_length=3000, verbose_name='результат')),
                    ('failures', models.TextField(help_text='Без этого раздела практику не отправить: чужие ошибки берегут время тем, кто пойдёт следом.', max_length=3000, verbose_name='что не получилось')),
                    ('risks', models.TextField(blank=True, max_length=1500, verbose_name='риски')),
                    ('evidence', models.TextField(max_length=1500, verbose_name='чем это доказано')),
                    ('evidence_level', models.CharField(choices=[('voices', 'отзывы участников'), ('figures', 'показатели до и после'), ('compared', 'сравнение с теми, кто не участвовал'), ('repeated', 'подтверждено в другой организации')], default='voices', max_length=20, verbose_name='насколько это доказано')),
                    ('licence', models.CharField(choices=[('cc-by', 'с указанием авторов, CC BY 4.0'), ('cc-by-sa', 'с указанием авторов и на тех же условиях, CC BY-SA 4.0'), ('read', 'только читать и ссылаться')], default='cc-by', max_length=20, verbose_name='как можно использовать')),
                    ('gate_reason', models.TextField(blank=True, help_text='Нужно, только если факт ниже плана. Причину увидят проверяющие, она останется в журнале.', max_length=600, verbose_name='почему отправляем, хотя показатели не достигнуты')),
                    ('municipality', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cms.municipality', verbose_name='муниципалитет')),
                    ('organisation', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='practices', to='cms.organisation', verbose_name='организация')),
                    ('subjects', modelcluster.fields.ParentalManyToManyField(blank=True, related_name='practices', to='mentoring.subject', verbose_name='предметы')),
                ],
                options={
                    'verbose_name': 'практика',
                    'verbose_name_plural': 'практики',
                },
                bases=('wagtailcore.page',),
            ),
            migrations.CreateModel(
                name='PracticeMaterial',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                    ('title', models.CharField(max_length=160, verbose_name='название')),
                    ('url', models.URLField(blank=True, max_length=400, verbose_name='или ссылка')),
                    ('document', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtaildocs.document', verbose_name='файл')),
                    ('page', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='materials', to='bestpractices.practicepage')),
                ],
                options={
                    'verbose_name': 'материал',
                    'verbose_name_plural': 'материалы',
                    'ordering': ['sort_order'],
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='PracticeIndicator',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                    ('name', models.CharField(max_length=200, verbose_name='показатель')),
                    ('unit', models.CharField(choices=[('percent', '%'), ('count', 'штук'), ('people', 'человек'), ('points', 'баллов')], default='percent', max_length=10, verbose_name='в чём считаем')),
                    ('planned', models.DecimalField(decimal_places=2, max_digits=9, verbose_name='план')),
                    ('actual', models.DecimalField(blank=True, decimal_places=2, max_digits=9, null=True, verbose_name='факт')),
                    ('source', models.CharField(blank=True, max_length=200, verbose_name='откуда цифра')),
                    ('page', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='indicators', to='bestpractices.practicepage')),
                ],
                options={
                    'verbose_name': 'показатель',
                    'verbose_name_plural': 'показатели',
                    'ordering': ['sort_order'],
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='PracticeGround',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                    ('words', models.CharField(help_text='«Приказ № 214-о, раздел 4»', max_length=200, verbose_name='что это')),
                    ('target', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.WAGTAIL_PAGE_MODEL, verbose_name='страница')),
                    ('page', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='grounds', to='bestpractices.practicepage')),
                ],
                options={
                    'verbose_name': 'основание',
                    'verbose_name_plural': 'основания',
                    'ordering': ['sort_order'],
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='CoAuthor',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                    ('mentor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='practices', to='mentoring.mentor', verbose_name='соавтор')),
                    ('page', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='coauthors', to='bestpractices.practicepage')),
                ],
                options={
                    'verbose_name': 'соавтор',
                    'verbose_name_plural': 'соавторы',
                    'ordering': ['sort_order'],
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='AuthorPair',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                    ('pair', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='practices', to='mentoring.pair', verbose_name='пара')),
                    ('page', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='author_pairs', to='bestpractices.practicepage')),
                ],
                options={
                    'verbose_name': 'пара авторов',
                    'verbose_name_plural': 'пары авторов',
                    'ordering': ['sort_order'],
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='PracticeStep',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                    ('text', models.TextField(max_length=1200, verbose_name='что делаем')),
                    ('duration', models.CharField(blank=True, help_text='«10 минут», «2 недели»', max_length=80, verbose_name='сколько длится')),
                    ('page', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='bestpractices.practicepage')),
                ],
                options={
                    'verbose_name': 'шаг',
                    'verbose_name_plural': 'шаги',
                    'ordering': ['sort_order'],
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='ReviewPolicy',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('experts_needed', models.PositiveSmallIntegerField(default=2, validators=[django.core.validators.MinValueValidator(2), django.core.validators.MaxValueValidator(5)], verbose_name='экспертов на практику')),
                    ('gap', models.PositiveSmallIntegerField(default=25, help_text='В баллах из ста.', validators=[django.core.validators.MinValueValidator(5), django.core.validators.MaxValueValidator(100)], verbose_name='расхождение, при котором зовут третьего')),
                    ('hides_author', models.BooleanField(default=True, verbose_name='эксперт не видит, чья это практика')),
                    ('hides_expert', models.BooleanField(default=True, verbose_name='автор не видит имён экспертов')),
                    ('workflow', models.ForeignKey(blank=True, help_text='Этапы и их сроки меняются в настройках рабочих процессов.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.workflow', verbose_name='порядок проверки')),
                    ('corrections', models.ForeignKey(blank=True, help_text='Короткий путь для нескольких слов опубликованной практики; пусто – только полная проверка.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.workflow', verbose_name='порядок редакторской правки')),
                ],
                options={
                    'verbose_name': 'правила проверки практик',
                    'verbose_name_plural': 'правила проверки практик',
                },
            ),
            migrations.CreateModel(
                name='StageState',
                fields=[
                    ('taskstate_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.taskstate')),
                    ('stage', models.CharField(choices=[('municipal', 'Район'), ('experts', 'Экспертиза'), ('region', 'Регион')], max_length=20, verbose_name='этап')),
                    ('due_on', models.DateField(verbose_name='срок')),
                    ('outcome', models.CharField(blank=True, choices=[('approved', 'одобрено'), ('returned', 'возвращено'), ('rejected', 'отклонено'), ('recalled', 'отозвано автором'), ('reopened', 'отклонено, затем возвращено в работу')], max_length=20, verbose_name='итог')),
                    ('page', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='stages', to='bestpractices.practicepage', verbose_name='практика')),
                ],
                options={
                    'verbose_name': 'этап проверки практики',
                    'verbose_name_plural': 'этапы проверки практик',
                },
                bases=('wagtailcore.taskstate',),
                managers=[
                    ('stages', django.db.models.manager.Manager()),
                ],
            ),
            migrations.CreateModel(
                name='Remark',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('part', models.CharField(choices=[('name', 'Название'), ('authors', 'Авторы'), ('place', 'Где и в какой форме'), ('problem', 'Зачем: проблема'), ('aim', 'Цель'), ('audience', 'Для кого'), ('resources', 'Что нужно'), ('steps', 'Шаги'), ('indicators', 'План и факт'), ('result', 'Результат'), ('failures', 'Что не получилось'), ('risks', 'Риски'), ('evidence', 'Доказательства'), ('materials', 'Материалы'), ('grounds', 'Основание'), ('licence', 'Как можно использовать')], max_length=20, verbose_name='раздел')),
                    ('words', models.TextField(max_length=1000, verbose_name='замечание')),
                    ('is_told', models.BooleanField(default=True, verbose_name='видно автору')),
                    ('at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='когда')),
                    ('resolved_at', models.DateTimeField(blank=True, null=True, verbose_name='исправлено')),
                    ('author', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='кто')),
                    ('page', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='remarks', to='bestpractices.practicepage', verbose_name='практика')),
                    ('state', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='remarks', to='bestpractices.stagestate', verbose_name='этап')),
                    ('review', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='remarks', to='bestpractices.expertreview', verbose_name='экспертиза')),
                ],
                options={
                    'verbose_name': 'замечание',
                    'verbose_name_plural': 'замечания',
                    'ordering': ['pk'],
                },
            ),
            migrations.CreateModel(
                name='ExpertReview',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('status', models.CharField(choices=[('asked', 'ждём оценку'), ('scored', 'оценено'), ('declined', 'эксперт отказался'), ('replaced', 'эксперт заменён')], default='asked', max_length=20, verbose_name='состояние')),
                    ('is_third', models.BooleanField(default=False, verbose_name='из-за расхождения')),
                    ('asked_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='когда попросили')),
                    ('due_on', models.DateField(verbose_name='срок')),
                    ('finished_at', models.DateTimeField(blank=True, null=True, verbose_name='когда закончено')),
                    ('comment', models.TextField(blank=True, max_length=2000, verbose_name='общее впечатление')),
                    ('expert', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reviews', to='bestpractices.expert', verbose_name='эксперт')),
                    ('state', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reviews', to='bestpractices.stagestate', verbose_name='этап')),
                ],
                options={
                    'verbose_name': 'экспертиза практики',
                    'verbose_name_plural': 'экспертизы практик',
                    'ordering': ['pk'],
                    'constraints': [models.UniqueConstraint(fields=('state', 'expert'), name='expert_once_at_a_stage')],
                },
            ),
            migrations.CreateModel(
                name='Look',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('revision_id', models.PositiveIntegerField(null=True)),
                    ('at', models.DateTimeField(default=django.utils.timezone.now)),
                    ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('page', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='looks', to='bestpractices.practicepage')),
                ],
                options={
                    'verbose_name': 'просмотр практики',
                    'verbose_name_plural': 'просмотры практик',
                    'constraints': [models.UniqueConstraint(fields=('user', 'page'), name='look_once_a_person')],
                },
            ),
            migrations.CreateModel(
                name='Score',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('points', models.PositiveSmallIntegerField(validators=[django.core.validators.MaxValueValidator(5)], verbose_name='баллы')),
                    ('criterion', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='scores', to='bestpractices.criterion', verbose_name='критерий')),
                    ('review', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='scores', to='bestpractices.expertreview', verbose_name='экспертиза')),
                ],
                options={
                    'verbose_name': 'оценка',
                    'verbose_name_plural': 'оценки',
                    'constraints': [models.UniqueConstraint(fields=('review', 'criterion'), name='score_once_by_a_criterion'), models.CheckConstraint(condition=models.Q(('points__lte', 5)), name='score_up_to_the_top')],
                },
            ),
            migrations.CreateModel(
                name='KeptFile',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('sha256', models.CharField(max_length=64, unique=True)),
                    ('file', models.FileField(upload_to='kept/')),
                    ('content_type', models.CharField(max_length=100)),
                    ('size', models.PositiveBigIntegerField(help_text='bytes')),
                ],
                options={
                    'verbose_name': 'файл копии',
                    'verbose_name_plural': 'файлы копий',
                },
            ),
            migrations.CreateModel(
                name='PublishedSource',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('source_id', models.UUIDField(unique=True)),
                    ('sequence', models.PositiveIntegerField(default=0)),
                    ('sha256', models.CharField(blank=True, help_text='of the last announced version; empty: withdrawn', max_length=64)),
                ],
                options={
                    'verbose_name': 'источник',
                    'verbose_name_plural': 'источники',
                },
            ),
            migrations.CreateModel(
                name='RepublishedPage',
                fields=[
                    ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, related_name='%(app_label)s_%(class)s', serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                    ('lead', models.CharField(blank=True, help_text='Одно-два предложения: стоят под заголовком и в списках.', max_length=240, verbose_name='коротко')),
                    ('date', models.DateField(help_text='Дата, под которой материал стоит в вашем разделе.', verbose_name='дата у нас')),
                    ('municipality', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cms.municipality', verbose_name='муниципалитет')),
                ],
                options={
                    'verbose_name': 'материал из другого раздела',
                    'verbose_name_plural': 'материалы из других разделов',
                },
                bases=(cms.pages.findable.Findable, 'wagtailcore.page'),
            ),
            migrations.CreateModel(
                name='Republication',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('kind', models.CharField(max_length=40, verbose_name='вид материала')),
                    ('source_id', models.UUIDField(db_index=True)),
                    ('source_url', models.CharField(max_length=500)),
                    ('source_title', models.CharField(blank=True, max_length=255)),
                    ('content', models.JSONField(default=dict)),
                    ('seen_sha256', models.CharField(blank=True, max_length=64)),
                    ('sequence', models.PositiveIntegerField(default=0)),
                    ('mode', models.CharField(choices=[('follow', 'обновлять сразу'), ('hold', 'сначала показывать мне'), ('detached', 'больше не следить')], default='hold', max_length=10, verbose_name='новые версии')),
                    ('state', models.CharField(choices=[('current', 'опубликован у источника'), ('withdrawn', 'снят источником')], default='current', max_length=10)),
                    ('taken_on', models.DateField()),
                    ('withdrawn_on', models.DateField(blank=True, null=True)),
                    ('files', models.ManyToManyField(related_name='republications', to='bestpractices.keptfile')),
                    ('taken_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('page', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='republication', to='bestpractices.republishedpage')),
                    ('origin_id', models.UUIDField(db_index=True)),
                ],
                options={
                    'verbose_name': 'копия',
                    'verbose_name_plural': 'копии',
                },
            ),
            migrations.CreateModel(
                name='Adoption',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('practice_id', models.UUIDField(db_index=True, editable=False)),
                    ('practice_title', models.CharField(editable=False, max_length=255, verbose_name='практика')),
                    ('changes', models.TextField(blank=True, max_length=1500, verbose_name='что меняет у себя')),
                    ('result', models.TextField(blank=True, max_length=1500, verbose_name='что получилось')),
                    ('state', models.CharField(choices=[('taken', 'собирается применять'), ('running', 'применяет'), ('confirmed', 'результат подтвердился'), ('stopped', 'не подошло')], default='taken', editable=False, max_length=10, verbose_name='состояние')),
                    ('taken_on', models.DateField(default=django.utils.timezone.localdate, verbose_name='взята')),
                    ('changed_on', models.DateField(default=django.utils.timezone.localdate, editable=False, verbose_name='последнее изменение')),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='adoptions', to='cms.organisation', verbose_name='организация')),
                    ('parent', models.ForeignKey(blank=True, help_text='Если школа идёт по следам другой школы, а не прямо за авторами.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='followers', to='bestpractices.adoption', verbose_name='взято у')),
                    ('taken_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='записал')),
                ],
                options={
                    'verbose_name': 'применение практики',
                    'verbose_name_plural': 'применения практик',
                    'ordering': ['taken_on', 'pk'],
                    'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', ['confirmed', 'running', 'taken'])), fields=('practice_id', 'organisation'), name='practice_in_use_once_a_school', violation_error_message='Эта организация уже применяет практику.')],
                },
            ),
            migrations.CreateModel(
                name='SourceUpdate',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('sequence', models.PositiveIntegerField()),
                    ('content', models.JSONField(default=dict)),
                    ('sha256', models.CharField(max_length=64)),
                    ('arrived_at', models.DateTimeField(auto_now_add=True)),
                    ('state', models.CharField(choices=[('waiting', 'ждёт решения'), ('accepted', 'принято целиком'), ('partly', 'принято частично'), ('declined', 'не принято'), ('superseded', 'есть более новая версия'), ('withdrawn', 'источник снят')], default='waiting', max_length=10)),
                    ('accepted_sections', models.JSONField(default=list)),
                    ('decided_at', models.DateTimeField(null=True)),
                    ('decided_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('files', models.ManyToManyField(related_name='updates', to='bestpractices.keptfile')),
                    ('republication', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='updates', to='bestpractices.republication')),
                ],
                options={
                    'verbose_name': 'новая версия источника',
                    'verbose_name_plural': 'новые версии источников',
                    'ordering': ['-sequence'],
                    'constraints': [models.UniqueConstraint(fields=('republication', 'sequence'), name='source_update_once')],
                },
            ),
            migrations.CreateModel(
                name='YearBook',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('year', models.PositiveSmallIntegerField(help_text='Год, в котором он начинается: 2025 для 2025/26.', validators=[django.core.validators.MinValueValidator(2000), django.core.validators.MaxValueValidator(2100)], verbose_name='учебный год')),
                    ('title', models.CharField(blank=True, help_text='Пусто – «Итоговый сборник» с учебным годом.', max_length=160, verbose_name='название')),
                    ('foreword', models.TextField(blank=True, max_length=3000, verbose_name='вступительное слово')),
                    ('achieved', models.TextField(blank=True, max_length=4000, verbose_name='чего добились')),
                    ('failures', models.TextField(blank=True, max_length=4000, verbose_name='что не получилось')),
                    ('plans', models.TextField(blank=True, max_length=3000, verbose_name='что дальше')),
                    ('materials_words', models.TextField(blank=True, help_text='Если материалов нет, напишите почему: тогда сборник можно отправить и без них.', max_length=2000, verbose_name='слово ко второй части')),
                    ('practices_words', models.TextField(blank=True, help_text='Если практик нет, напишите почему: тогда сборник можно отправить и без них.', max_length=2000, verbose_name='слово к третьей части')),
                    ('state', models.CharField(choices=[('draft', 'черновик'), ('sent', 'отправлен в региональный центр'), ('accepted', 'принят'), ('returned', 'возвращён с замечанием'), ('withdrawn', 'отозван школой')], default='draft', editable=False, max_length=10, verbose_name='состояние')),
                    ('state_since', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                    ('remark', models.TextField(blank=True, editable=False, max_length=2000, verbose_name='замечание центра')),
                    ('published_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='на странице школы с')),
                    ('created_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='кто начал')),
                    ('decided_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='кто решил')),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='year_books', to='cms.organisation', verbose_name='организация')),
                    ('sent_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='кто отправил')),
                ],
                options={
                    'verbose_name': 'итоговый сборник',
                    'verbose_name_plural': 'итоговые сборники',
                    'ordering': ['-year', 'organisation__short_name', 'pk'],
                    'indexes': [models.Index(fields=['state', 'state_since'], name='bestpractic_state_3408fe_idx')],
                    'constraints': [models.UniqueConstraint(fields=('organisation', 'year'), name='one_year_book_a_year', violation_error_message='У этой организации уже есть сборник за этот учебный год. Откройте его в списке.')],
                },
            ),
            migrations.CreateModel(
                name='BookPractice',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('order', models.PositiveSmallIntegerField(default=1, verbose_name='порядок')),
                    ('practice', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='bestpractices.practicepage')),
                    ('book', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='practices', to='bestpractices.yearbook')),
                ],
                options={
                    'verbose_name': 'практика сборника',
                    'verbose_name_plural': 'практики сборника',
                    'ordering': ['book', 'order', 'pk'],
                    'constraints': [models.UniqueConstraint(fields=('book', 'practice'), name='practice_once_in_a_book')],
                },
            ),
            migrations.CreateModel(
                name='BookMaterial',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('order', models.PositiveSmallIntegerField(default=1, verbose_name='порядок')),
                    ('caption', models.CharField(blank=True, max_length=250, verbose_name='подпись')),
                    ('alt', models.CharField(blank=True, max_length=250, verbose_name='что на картинке')),
                    ('document', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='wagtaildocs.document')),
                    ('image', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='wagtailimages.image')),
                    ('page', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.WAGTAIL_PAGE_MODEL)),
                    ('book', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='materials', to='bestpractices.yearbook')),
                ],
                options={
                    'verbose_name': 'материал сборника',
                    'verbose_name_plural': 'материалы сборника',
                    'ordering': ['book', 'order', 'pk'],
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('document__isnull', True), ('image__isnull', True), ('page__isnull', False)), models.Q(('document__isnull', False), ('image__isnull', True), ('page__isnull', True)), models.Q(('document__isnull', True), ('image__isnull', False), ('page__isnull', True)), _connector='OR'), name='book_material_is_one_thing')],
                },
            ),
            migrations.CreateModel(
                name='BookEdition',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('number', models.PositiveSmallIntegerField(verbose_name='номер')),
                    ('content', models.JSONField()),
                    ('checksum', models.CharField(max_length=64, verbose_name='контрольная сумма')),
                    ('sent_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='когда отправлена')),
                    ('sent_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='кто отправил')),
                    ('book', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='editions', to='bestpractices.yearbook')),
                ],
                options={
                    'verbose_name': 'редакция сборника',
                    'verbose_name_plural': 'редакции сборника',
                    'ordering': ['-number'],
                    'constraints': [models.UniqueConstraint(fields=('book', 'number'), name='book_edition_once')],
                },
            ),
        ]),
    ]
