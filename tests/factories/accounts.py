from typing import Any

import factory
from django.contrib.auth import get_user_model
from factory.django import DjangoModelFactory

from cms.accounts.enums import Role
from cms.accounts.models import Appointment
from tests.factories.territories import MunicipalityFactory


class UserFactory(DjangoModelFactory):
    """An active account without rights; ``UserFactory(role=Role.COORDINATOR, municipality=…)`` is appointed too."""

    class Meta:
        model = get_user_model()
        skip_postgeneration_save = True

    username = factory.Sequence(lambda n: f"user-{n}")
    email = factory.LazyAttribute(lambda it: f"{it.username}@example.org")
    password = factory.django.Password("пароль-для-проверки")

    @classmethod
    def _create(cls, model_class: Any, *args: Any, **kwargs: Any) -> Any:
        role, municipality = kwargs.pop("role", None), kwargs.pop("municipality", None)
        user = super()._create(model_class, *args, **kwargs)
        if role is not None:
            Appointment.objects.create(user=user, role=role, municipality=municipality)
        return user


class AppointmentFactory(DjangoModelFactory):
    """A municipal coordinator unless told otherwise."""

    class Meta:
        model = Appointment

    user = factory.SubFactory(UserFactory)
    role = Role.COORDINATOR
    municipality = factory.SubFactory(MunicipalityFactory)
