"""Addresses of the web door, under /door."""

from django.urls import path

from server.door.views import entrance, letters, me, people, pictures, promise, resting, rounds, seats, showing, today

app_name = "door"
urlpatterns = [
    path("", today.today, name="today"),
    path("/in", entrance.enter, name="enter"),
    path("/in/code", entrance.code, name="code"),
    path("/in/second", entrance.second, name="second"),
    path("/join/<str:token>", entrance.join, name="join"),
    path("/out", entrance.leave, name="leave"),
    path("/terms", entrance.terms, name="terms"),
    path("/habits/<uuid:habit_id>", today.today, name="habit"),
    path("/show/<uuid:habit_id>/<str:date>", showing.show_up, name="show_up"),
    path("/undo/<uuid:habit_id>/<str:date>", today.undo, name="undo"),
    path("/thanks/<uuid:habit_id>/<str:date>/<uuid:friend_id>", today.thank, name="thank"),
    path("/photos/<uuid:habit_id>/<str:date>/<int:n>", pictures.photo, name="photo"),
    path("/faces/<uuid:habit_id>/<str:date>/<uuid:friend_id>", pictures.face, name="face"),
    path("/rounds", rounds.rounds, name="rounds"),
    path("/days/<uuid:habit_id>/<str:date>", rounds.day, name="day"),
    path("/misses/<uuid:miss_id>", rounds.miss, name="miss"),
    path("/crowd", people.crowd, name="crowd"),
    path("/crowd/invite", people.invite, name="invite"),
    path("/crowd/invites/<uuid:invite_id>", people.withdraw, name="withdraw"),
    path("/crowd/arrivals/<uuid:friend_id>", people.arrival, name="arrival"),
    path("/friends/<uuid:friend_id>", people.friend, name="friend"),
    path("/invited/<str:token>", people.befriend, name="befriend"),
    path("/report/<str:subject>/<uuid:subject_id>", people.report, name="report"),
    path("/seats/<uuid:habit_id>", seats.seat, name="seat"),
    path("/seats/<uuid:habit_id>/gold", seats.gold, name="seal"),
    path("/audience/<uuid:habit_id>", seats.audience, name="audience"),
    path("/audience/<uuid:habit_id>/<uuid:friend_id>", seats.take_seat_back, name="take_seat_back"),
    path("/letters/<uuid:habit_id>", letters.letter, name="letter"),
    path("/letters/sealed/<uuid:miss_id>", letters.sealed, name="sealed"),
    path("/letters/gold/<uuid:letter_id>", letters.gold, name="gold"),
    path("/rest", resting.rest, name="rest"),
    path("/rest/end/<uuid:habit_id>", resting.end_rest, name="end_rest"),
    path("/promise", promise.promise, name="promise"),
    path("/manifest.json", me.manifest, name="manifest"),
    path("/me", me.me, name="me"),
    path("/me/others", me.end_others, name="end_others"),
]
