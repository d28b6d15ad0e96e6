"""Addresses of the coins app, under the API's prefix."""

from django.urls import path

from server.coins.api.coins import CoinsView, GiftView, MyCoinsView, OfferView, TakeView

ONE = "challenges/<uuid:challenge_id>"

urlpatterns = [
    path("me/coins", MyCoinsView.as_view()),
    path(f"{ONE}/coins", CoinsView.as_view()),
    path(f"{ONE}/gifts/<uuid:gift_id>", GiftView.as_view()),
    path(f"{ONE}/offers/<uuid:offer_id>", OfferView.as_view()),
    path(f"{ONE}/offers/<uuid:offer_id>/takes/<uuid:take_id>", TakeView.as_view()),
]
