package org.kith.phone;

import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;

/** Hears that it is time, and everything after which Android has forgotten what it was to ring. */
public final class AlarmReceiver extends BroadcastReceiver {
    @Override
    public void onReceive(Context context, Intent intent) {
        String action = intent.getAction();
        if (AlarmBook.RING.equals(action)) {
            AlarmBook.ring(context, intent.getData().getSchemeSpecificPart());
        } else if (action != null) {
            AlarmBook.rearm(context, Intent.ACTION_TIMEZONE_CHANGED.equals(action));
        }
    }
}
