from django.urls import path

from mentoring.programmes import year_views

urlpatterns = [
    path("ciklogramma/", year_views.cyclogram_of_year, name="cyclogram"),
    path("ciklogramma/<int:start>.ics", year_views.calendar_of_year, name="cyclogram-calendar"),
]
