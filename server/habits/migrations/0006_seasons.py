"""Seasons, and one for every habit there is. Nobody who looks at a habit may vanish by an upgrade."""

from datetime import UTC, timedelta
from typing import Any

import django.db.models.deletion
from django.db import migrations, models

from shared import clock

DAYS, GENTLE = 30, 7


def give_seasons(apps: Any, schema_editor: Any) -> None:
    """A habit in its first thirty days is in its first season. An older one begins its second with the upgrade.

    Its first is closed on its last day, so that what was judged since stays as it was; the second has no gentle days.
    """
    habits, seasons = apps.get_model("habits", "Habit"), apps.get_model("habits", "Season")
    today = clock.now().astimezone(UTC).date()
    for habit in habits.objects.only("id", "starts_on").order_by("pk").iterator():
        first, last = habit.starts_on, habit.starts_on + timedelta(days=DAYS - 1)
        is_older = last < today
        seasons.objects.create(
            habit_id=habit.pk, number=1, first=first, gentle_through=first + timedelta(days=GENTLE - 1),
            closed_on=last if is_older else None, told_over_at=clock.now() if is_older else None,
        )  # fmt: skip
        if is_older:
            seasons.objects.create(
                habit_id=habit.pk, number=2, first=today, gentle_through=today - timedelta(days=1)
            )  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [
        ("habits", "0005_hide_check_ins"),
    ]

    operations = [
        migrations.CreateModel(
            name="Season",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField()),
                ("first", models.DateField()),
                ("gentle_through", models.DateField()),
                ("closed_on", models.DateField(blank=True, null=True)),
                ("told_over_at", models.DateTimeField(blank=True, null=True)),
                (
                    "habit",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="habits.habit"),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("habit", "number"), name="season_once")],
            },
        ),
        migrations.RunPython(give_seasons, migrations.RunPython.noop),
    ]
