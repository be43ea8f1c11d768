"""Addresses in the admin."""

from django.urls import path

from bestpractices.republication.admin.copies import Copies, ModeView
from bestpractices.republication.admin.inbox import Inbox, UpdateView
from bestpractices.republication.admin.taking import Catalogue, Take

urlpatterns = [
    path("republication/", Catalogue.as_view(), name="republication_catalogue"),
    path("republication/results/", Catalogue.as_view(results_only=True), name="republication_catalogue_results"),
    path("republication/<int:pk>/take/", Take.as_view(), name="republication_take"),
    path("republication/inbox/", Inbox.as_view(), name="republication_inbox"),
    path("republication/inbox/results/", Inbox.as_view(results_only=True), name="republication_inbox_results"),
    path("republication/inbox/<int:pk>/", UpdateView.as_view(), name="republication_update"),
    path("republication/copies/", Copies.as_view(), name="republication_copies"),
    path("republication/copies/results/", Copies.as_view(results_only=True), name="republication_copies_results"),
    path("republication/copies/<int:pk>/", ModeView.as_view(), name="republication_mode"),
]
