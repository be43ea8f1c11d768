"""What stands in the database of a release; run by `manage.py shell` of that release (`fixtures.md`)."""

from django.contrib.auth.models import User

from tests.factories import (
    MentorFactory,
    MunicipalityFactory,
    OrganisationFactory,
    RegionFactory,
    SubjectFactory,
    news,
    open_branch,
)

region = RegionFactory()
towns = [MunicipalityFactory(region=region), MunicipalityFactory(region=region)]
for town in towns:
    open_branch(town)
subjects = [SubjectFactory(), SubjectFactory()]
for number in range(24):
    place = OrganisationFactory(municipality=towns[number % 2])
    MentorFactory(organisation=place, public=True, subjects=[subjects[number % 2]])
MentorFactory(public=False)
news(towns[0], title="Наставники года", live=True)
User.objects.create_user("coordinator", password=None)
