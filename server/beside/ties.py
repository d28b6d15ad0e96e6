"""What a friendship must be for something of one to stand beside something of the other."""

from django.db.models import Exists, F, OuterRef, Q

from server.people.models import Distance, Friendship


def kept_as_friend(*, person: OuterRef | F, friend: OuterRef | F) -> Q:
    """For rows with `created_at`: the two have been friends since before, and `person` does not restrict `friend`.

    Making friends anew restores nothing.
    """
    tie = Friendship.objects.filter(person=person, friend=friend, since__lte=OuterRef("created_at"))
    restricted = Distance.objects.filter(person=person, friend=friend, restricted_at__isnull=False)
    return Q(Exists(tie)) & ~Q(Exists(restricted))
