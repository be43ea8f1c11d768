"""One call by which a room registers the rights to its kind, and who answers for them."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from django.db import models

from cms.accounts.enums import Role
from cms.accounts.grants import grants
from cms.accounts.permissions import is_territorial
from cms.accounts.policies import RegionPermissionPolicy, TerritoryPermissionPolicy


def register_rights(model: type[models.Model], rows: Mapping[Role, Collection[str]]) -> None:
    """Add the rows of a kind to the matrix, and give it the policy that answers from them.

    What lies in a municipality (``territory_path``) is answered for up to the border. Raises ``ValueError`` for rows
    that are there already.
    """
    from wagtail.permissions import register_permission_policy  # importable once the models are there

    grants.register(model, rows)
    policy = TerritoryPermissionPolicy if is_territorial(model) else RegionPermissionPolicy
    register_permission_policy(model, policy(model))
