"""Coins of groups: transfers, offers, and who wants nothing of it. No balance is kept: it is counted each time."""

from django.conf import settings
from django.db import models

from server.challenges.models import Challenge
from server.kernel.models import Record
from shared import limits


class Offer(Record):
    """What a member would do for coins, in their own words: "soup", 4. Taken back, it stays for what was taken."""

    challenge = models.ForeignKey(Challenge, on_delete=models.CASCADE, related_name="+")
    writer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    title = models.CharField(max_length=limits.TITLE_MAX)
    price = models.PositiveSmallIntegerField()
    closed_at = models.DateTimeField(null=True, blank=True)


class CoinTransfer(Record):
    """One move: from a day's four (`given_on`, the giver's habit day) or from a purse (`offer`), into a purse.

    Whoever has no account any more is nobody here: the others keep what they were given.
    """

    challenge = models.ForeignKey(Challenge, on_delete=models.CASCADE, related_name="+")
    giver = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    receiver = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    coins = models.PositiveSmallIntegerField()
    given_on = models.DateField(null=True, blank=True)
    offer = models.ForeignKey(Offer, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(coins__gte=1), name="coins_at_least_one")]
        indexes = [models.Index(fields=["giver", "given_on"], name="coins_of_a_day")]


class NoCoins(models.Model):
    """Somebody, or a whole group, who wants no coins: exactly one of the two is set."""

    person = models.OneToOneField(settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE, related_name="+")
    challenge = models.OneToOneField(Challenge, null=True, on_delete=models.CASCADE, related_name="+")
