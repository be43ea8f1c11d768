"""The guard on every admin view of one object: the right is asked for this object, and ids from elsewhere are refused.

Stock views ask «may this user change any such object?»; here the question is about the object in the address.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.admin.utils import unquote
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied, ValidationError
from django.db import models
from django.http import Http404, HttpRequest, HttpResponseBase
from wagtail.models import Revision, TaskState, WorkflowState
from wagtail.permissions import policy_registry

View = Callable[..., HttpResponseBase]

#: What one may need to be let near an object at all.
ANY = ("view", "add", "change", "delete")


def guarded(view: View, model: type[models.Model], actions: tuple[str, ...]) -> View:
    """Wrap an admin view: with a ``pk`` in its address it answers only those who may do one of ``actions`` there."""

    @wraps(view)
    def door(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if "pk" in kwargs:
            thing = _get(model, kwargs["pk"])
            policy = policy_registry.get_by_type(model)
            if not policy.user_has_any_permission_for_instance(request.user, actions, thing):
                raise PermissionDenied
            _refuse_swapped_ids(thing, kwargs)
        return view(request, *args, **kwargs)

    return door


def actions_of(view_class: Any) -> tuple[str, ...]:
    """What a Wagtail view class asks for; views that ask for nothing need some right to the object."""
    required = getattr(view_class, "permission_required", None)
    if isinstance(required, str):
        return (required,)
    return tuple(getattr(view_class, "any_permission_required", None) or ANY)


def _get(model: type[models.Model], pk: Any) -> models.Model:
    try:
        return model._default_manager.get(pk=unquote(str(pk)))
    except (ObjectDoesNotExist, ValueError, ValidationError) as error:
        raise Http404 from error


def _refuse_swapped_ids(thing: models.Model, kwargs: dict[str, Any]) -> None:
    """A revision, task state or workflow state named in the address must be this object's own."""
    for name, own in (
        ("revision_id", Revision.objects.for_instance),
        ("revision_id_a", Revision.objects.for_instance),
        ("revision_id_b", Revision.objects.for_instance),
        ("task_state_id", TaskState.objects.for_instance),
        ("workflow_state_id", WorkflowState.objects.for_instance),
    ):
        value = str(kwargs.get(name, ""))
        if value.isdigit() and not own(thing).filter(pk=value).exists():
            raise Http404
