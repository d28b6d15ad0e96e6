"""Addresses of the habits app, under the API's prefix."""

from django.urls import URLPattern, path

from server.habits.api.clock import ClockView
from server.habits.api.days import DayView
from server.habits.api.habits import CalendarView, HabitsView, HabitView
from server.habits.api.photos import DayPhotoView, PhotoBytesView, PhotoView
from server.habits.api.rests import RestView
from server.habits.api.seasons import SeasonView
from server.habits.api.seats import CircleSeatsView, HeldSeatsView, HeldSeatView, OfferView

DAY = "habits/<uuid:habit_id>/days/<str:date>"

urlpatterns: list[URLPattern] = [
    path("me/clock", ClockView.as_view()),
    path("habits", HabitsView.as_view()),
    path("habits/<uuid:habit_id>", HabitView.as_view()),
    path("habits/<uuid:habit_id>/calendar", CalendarView.as_view()),
    path("habits/<uuid:habit_id>/circles/<uuid:circle_id>", CircleSeatsView.as_view()),
    path("habits/<uuid:habit_id>/seasons/<int:number>", SeasonView.as_view()),
    path("habits/<uuid:habit_id>/seats/<uuid:person_id>", OfferView.as_view()),
    path("habits/<uuid:habit_id>/seat", HeldSeatView.as_view()),
    path("seats", HeldSeatsView.as_view()),
    path("rests/<uuid:rest_id>", RestView.as_view()),
    path("photos/<uuid:photo_id>", PhotoView.as_view()),
    path(DAY, DayView.as_view()),
    path(f"{DAY}/photos/<int:n>", DayPhotoView.as_view()),
    path(f"{DAY}/photos/<int:n>/<str:size>", PhotoBytesView.as_view()),
]
