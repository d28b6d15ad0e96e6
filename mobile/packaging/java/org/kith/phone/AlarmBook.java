package org.kith.phone;

import android.app.AlarmManager;
import android.app.Notification;
import android.app.NotificationChannel;
import android.app.NotificationManager;
import android.app.PendingIntent;
import android.content.Context;
import android.content.Intent;
import android.content.SharedPreferences;
import android.net.Uri;
import android.os.Build;
import java.text.ParseException;
import java.text.SimpleDateFormat;
import java.util.Date;
import java.util.Locale;

/**
 * The alarms this phone keeps: what rings, when, and at which time of its wall clock. Android forgets alarms when the
 * phone is switched off or the app is updated, so they are written down here and set anew without Python.
 */
public final class AlarmBook {
    static final String RING = "org.kith.phone.RING";
    private static final String BOOK = "alarms";
    private static final String CHANNEL = "reminders";
    private static final String WALL = "yyyy-MM-dd HH:mm";
    /** Milliseconds. What could not ring by then is left out: nothing bursts when a phone is switched on. */
    private static final long LATE_AT_MOST = 60 * 60 * 1000L;

    private AlarmBook() {}

    /** Ring at this instant (milliseconds since 1970). The same id again moves it. */
    public static void set(Context context, String id, long at, String text) {
        String wall = new SimpleDateFormat(WALL, Locale.ROOT).format(new Date(at));
        book(context).edit().putString(id, at + "|" + wall + "|" + text).commit();
        arm(context, id, at);
    }

    public static void cancel(Context context, String id) {
        book(context).edit().remove(id).commit();
        alarms(context).cancel(pending(context, id));
    }

    /** Set all of it anew; in another zone at the same times of the wall clock. */
    static void rearm(Context context, boolean elsewhere) {
        long now = System.currentTimeMillis();
        for (String id : book(context).getAll().keySet()) {
            String[] line = line(context, id);
            long at = elsewhere ? instant(line[1], Long.parseLong(line[0])) : Long.parseLong(line[0]);
            if (now - at > LATE_AT_MOST) {
                book(context).edit().remove(id).commit();
            } else {
                set(context, id, at, line[2]);
            }
        }
    }

    /** It is time, if the book still says so. */
    static void ring(Context context, String id) {
        if (!book(context).contains(id)) {
            return;
        }
        String[] line = line(context, id);
        book(context).edit().remove(id).commit();
        if (System.currentTimeMillis() - Long.parseLong(line[0]) <= LATE_AT_MOST) {
            tell(context, id, line[2]);
        }
    }

    private static void tell(Context context, String id, String text) {
        NotificationManager notices = (NotificationManager) context.getSystemService(Context.NOTIFICATION_SERVICE);
        Notification.Builder notice;
        if (Build.VERSION.SDK_INT >= 26) {
            notices.createNotificationChannel(
                    new NotificationChannel(CHANNEL, "Reminders", NotificationManager.IMPORTANCE_DEFAULT));
            notice = new Notification.Builder(context, CHANNEL);
        } else {
            notice = new Notification.Builder(context);
        }
        String name = context.getPackageName();
        Intent app = context.getPackageManager().getLaunchIntentForPackage(name);
        notice.setContentIntent(PendingIntent.getActivity(context, 0, app, PendingIntent.FLAG_IMMUTABLE));
        notice.setSmallIcon(context.getResources().getIdentifier("kith_notice", "drawable", name));
        notice.setContentTitle("Kith");
        notice.setContentText(text);
        notice.setAutoCancel(true);
        // Whoever hides what is private on the lock screen hides which habit it is.
        notice.setVisibility(Notification.VISIBILITY_PRIVATE);
        notices.notify(id, 0, notice.build());
    }

    private static void arm(Context context, String id, long at) {
        AlarmManager alarms = alarms(context);
        if (Build.VERSION.SDK_INT < 31 || alarms.canScheduleExactAlarms()) {
            alarms.setExactAndAllowWhileIdle(AlarmManager.RTC_WAKEUP, at, pending(context, id));
        } else {
            alarms.setAndAllowWhileIdle(AlarmManager.RTC_WAKEUP, at, pending(context, id));
        }
    }

    private static PendingIntent pending(Context context, String id) {
        // Alarms are told apart by the address; what lies in the extras doesn't count.
        Intent ring = new Intent(context, AlarmReceiver.class).setAction(RING).setData(Uri.parse("kith-alarm:" + id));
        int flags = PendingIntent.FLAG_UPDATE_CURRENT | PendingIntent.FLAG_IMMUTABLE;
        return PendingIntent.getBroadcast(context, 0, ring, flags);
    }

    private static long instant(String wall, long otherwise) {
        try {
            return new SimpleDateFormat(WALL, Locale.ROOT).parse(wall).getTime();
        } catch (ParseException error) {
            return otherwise;
        }
    }

    /** Instant, wall clock, text. */
    private static String[] line(Context context, String id) {
        return book(context).getString(id, "0||").split("\\|", 3);
    }

    private static AlarmManager alarms(Context context) {
        return (AlarmManager) context.getSystemService(Context.ALARM_SERVICE);
    }

    private static SharedPreferences book(Context context) {
        return context.getSharedPreferences(BOOK, Context.MODE_PRIVATE);
    }
}
