"""Addresses of the letters app, under the API's prefix."""

from django.urls import path

from server.letters.api.blue import BlueLetterView, SealedLetterView
from server.letters.api.gold import GoldLetterView, GoldThanksView, OpenedLettersView
from server.letters.api.hard_times import HardTimeView

urlpatterns = [
    path("habits/<uuid:habit_id>/blue-letter", BlueLetterView.as_view()),
    path("habits/<uuid:habit_id>/gold-letter", GoldLetterView.as_view()),
    path("habits/<uuid:habit_id>/letters", OpenedLettersView.as_view()),
    path("gold-letters/<uuid:letter_id>/thanks", GoldThanksView.as_view()),
    path("misses/<uuid:miss_id>/letter", SealedLetterView.as_view()),
    path("hard-times/<uuid:rest_id>", HardTimeView.as_view()),
]
