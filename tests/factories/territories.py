import factory
from factory.django import DjangoModelFactory

from cms.territories.models import Municipality, Organisation, OrganisationTag, Region


class RegionFactory(DjangoModelFactory):
    """The one region of a test."""

    class Meta:
        model = Region
        django_get_or_create = ("code",)

    code = "region"
    name = "Заречная область"
    name_genitive = "Заречной области"
    centre_name = "Заречный наставнический центр"


class MunicipalityFactory(DjangoModelFactory):
    """A municipality; traits: ``closed``."""

    class Meta:
        model = Municipality

    class Params:
        closed = factory.Trait(is_active=False)

    region = factory.SubFactory(RegionFactory)
    code = factory.Sequence(lambda n: f"municipality-{n}")
    short_name = factory.Sequence(lambda n: f"Ключевской-{n}")
    name = factory.LazyAttribute(lambda it: f"{it.short_name} район")
    name_prepositional = factory.LazyAttribute(lambda it: f"районе «{it.short_name}»")


class OrganisationTagFactory(DjangoModelFactory):
    """A status of an organisation."""

    class Meta:
        model = OrganisationTag

    code = factory.Sequence(lambda n: f"tag-{n}")
    name = factory.Sequence(lambda n: f"Метка {n}")


class OrganisationFactory(DjangoModelFactory):
    """A school; traits: ``closed``, ``reference``."""

    class Meta:
        model = Organisation

    class Params:
        closed = factory.Trait(is_active=False)
        reference = factory.Trait(is_reference=True)

    municipality = factory.SubFactory(MunicipalityFactory)
    code = factory.Sequence(lambda n: f"school-{n}")
    short_name = factory.Sequence(lambda n: f"Ракитинская школа № {n}")
    full_name = factory.LazyAttribute(lambda it: f"МБОУ «{it.short_name}»")
