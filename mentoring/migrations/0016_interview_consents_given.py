"""Consents that were given before each interview had its own: what visitors could read yesterday they can read today.

A mentee agreed to the interview; now the record names it. A mentor was not asked: the consent to the bank counted. Who
has approved the own words over the personal link while that consent held gets a record that says just this, with the
same last day, and can be withdrawn like any other.
"""

from django.db import migrations
from django.db.models import Q
from django.utils import timezone

UNDER_WAY = ("idea", "invited", "answering", "editing", "approved", "scheduled", "published")
PROOF = "Слова утверждены по личной ссылке, дуэт № %d; отдельного согласия тогда не спрашивали"


def name_the_interviews(apps, schema_editor):
    consents, projects = apps.get_model("mentoring", "MenteeConsent"), apps.get_model("mentoring", "DuetProject")
    for consent in consents.objects.filter(interview=None):
        for number, project in enumerate(projects.objects.filter(mentee=consent.mentee_id, state__in=UNDER_WAY)):
            if number:
                consent.pk, consent._state.adding = None, True
            consent.interview = project
            consent.save()


def keep_the_mentors(apps, schema_editor):
    consents, projects = apps.get_model("mentoring", "MentorConsent"), apps.get_model("mentoring", "DuetProject")
    today = timezone.localdate()
    lasting = consents.objects.filter(Q(valid_until=None) | Q(valid_until__gte=today), given_on__lte=today)
    lasting = lasting.filter(withdrawn_on=None)
    approved = projects.objects.filter(
        state__in=UNDER_WAY, speakers__voice="mentor", speakers__approved_at__isnull=False, pair__isnull=False
    )
    for project in approved.select_related("pair").distinct():
        own = list(lasting.filter(mentor=project.pair.mentor_id))
        if {"processing", "publication"} <= {consent.purpose for consent in own}:
            speaker = project.speakers.get(voice="mentor")
            _record(consents, project, speaker, [consent for consent in own if consent.purpose == "publication"])


def _record(consents, project, speaker, bank):
    ends = [consent.valid_until for consent in bank]
    consents.objects.create(
        mentor_id=project.pair.mentor_id,
        purpose="interview",
        interview=project,
        fields=["portrait"] if any("portrait" in consent.fields for consent in bank) else [],
        given_on=timezone.localtime(speaker.approved_at).date(),
        valid_until=None if None in ends else max(ends),
        channel="electronic",
        text_version="duet-1",
        holder=bank[0].holder,
        proof=PROOF % project.pk,
    )


class Migration(migrations.Migration):

    dependencies = [
        ('mentoring', '0015_interview_consents'),
    ]

    operations = [
        migrations.RunPython(name_the_interviews, migrations.RunPython.noop),
        migrations.RunPython(keep_the_mentors, migrations.RunPython.noop),
    ]
