"""A very small Android in Java, so that the book of alarms really runs: what is set, forgotten by a restart, rung.

A stand-in of ours; only as true as we know Android. Names and arguments are held against the real list elsewhere.
"""

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests.packaging.sources import JAVA

_CLASSES = {
    "android.net.Uri": """public class Uri {
        private final String text; private Uri(String text) { this.text = text; }
        public static Uri parse(String text) { return new Uri(text); }
        public String getSchemeSpecificPart() { return text.substring(text.indexOf(':') + 1); } }""",
    "android.os.Build": """public class Build { public static class VERSION { public static int SDK_INT = 36; } }""",
    "android.content.SharedPreferences": """import java.util.*;
        public class SharedPreferences {
        private final Map<String, String> kept = new TreeMap<>();
        public boolean contains(String key) { return kept.containsKey(key); }
        public String getString(String key, String or) { return kept.getOrDefault(key, or); }
        public Map<String, ?> getAll() { return new TreeMap<>(kept); }
        public Editor edit() { return new Editor(); }
        public class Editor {
            private final List<Runnable> todo = new ArrayList<>();
            public Editor putString(String key, String value) { todo.add(() -> kept.put(key, value)); return this; }
            public Editor remove(String key) { todo.add(() -> kept.remove(key)); return this; }
            public boolean commit() { for (Runnable one : todo) one.run(); return true; } } }""",
    "android.content.Intent": """public class Intent {
        public static final String ACTION_TIMEZONE_CHANGED = "android.intent.action.TIMEZONE_CHANGED";
        private String action; private android.net.Uri data;
        public Intent() {} public Intent(Context context, Class<?> kind) {}
        public Intent setAction(String to) { action = to; return this; }
        public Intent setData(android.net.Uri to) { data = to; return this; }
        public String getAction() { return action; } public android.net.Uri getData() { return data; } }""",
    "android.content.BroadcastReceiver": """public abstract class BroadcastReceiver {
        public abstract void onReceive(Context context, Intent intent); }""",
    "android.content.pm.PackageManager": """public class PackageManager {
        public android.content.Intent getLaunchIntentForPackage(String name) {
            return new android.content.Intent(); } }""",
    "android.content.res.Resources": """public class Resources {
        public int getIdentifier(String name, String kind, String from) { return 7; } }""",
    "android.content.Context": """public class Context {
        public static final String ALARM_SERVICE = "alarm", NOTIFICATION_SERVICE = "notification";
        public static final int MODE_PRIVATE = 0;
        public final android.app.AlarmManager alarms = new android.app.AlarmManager();
        private final android.app.NotificationManager notices = new android.app.NotificationManager();
        private final SharedPreferences book = new SharedPreferences();
        public Object getSystemService(String name) { return name.equals(ALARM_SERVICE) ? alarms : notices; }
        public SharedPreferences getSharedPreferences(String name, int mode) { return book; }
        public String getPackageName() { return "org.kith.phone"; }
        public android.content.pm.PackageManager getPackageManager() {
            return new android.content.pm.PackageManager(); }
        public android.content.res.Resources getResources() { return new android.content.res.Resources(); } }""",
    "android.app.PendingIntent": """import android.content.*;
        public class PendingIntent {
        public static final int FLAG_IMMUTABLE = 1, FLAG_UPDATE_CURRENT = 2;
        public final Intent intent; PendingIntent(Intent intent) { this.intent = intent; }
        public static PendingIntent getBroadcast(Context c, int n, Intent to, int f) { return new PendingIntent(to); }
        public static PendingIntent getActivity(Context c, int n, Intent to, int f) { return new PendingIntent(to); }
        }""",
    "android.app.AlarmManager": """import java.util.*;
        public class AlarmManager {
        public static final int RTC_WAKEUP = 0; public boolean exact = true;
        public final TreeMap<String, String> set = new TreeMap<>();
        public final TreeMap<String, PendingIntent> rings = new TreeMap<>();
        public boolean canScheduleExactAlarms() { return exact; }
        private void keep(String how, long at, PendingIntent ring) {
            String id = ring.intent.getData().getSchemeSpecificPart();
            set.put(id, how + " " + at); rings.put(id, ring); }
        public void setExactAndAllowWhileIdle(int kind, long at, PendingIntent ring) { keep("exact", at, ring); }
        public void setAndAllowWhileIdle(int kind, long at, PendingIntent ring) { keep("about", at, ring); }
        public void cancel(PendingIntent ring) { set.remove(ring.intent.getData().getSchemeSpecificPart()); } }""",
    "android.app.NotificationChannel": """public class NotificationChannel {
        public NotificationChannel(String id, CharSequence name, int importance) {} }""",
    "android.app.Notification": """public class Notification {
        public static final int VISIBILITY_PRIVATE = 0; public String text; public int visible = 1;
        public static class Builder {
            private final Notification made = new Notification();
            public Builder(android.content.Context c) {} public Builder(android.content.Context c, String channel) {}
            public Builder setContentIntent(PendingIntent i) { return this; }
            public Builder setSmallIcon(int i) { return this; }
            public Builder setContentTitle(CharSequence t) { return this; }
            public Builder setAutoCancel(boolean b) { return this; }
            public Builder setContentText(CharSequence t) { made.text = t.toString(); return this; }
            public Builder setVisibility(int to) { made.visible = to; return this; }
            public Notification build() { return made; } } }""",
    "android.app.NotificationManager": """public class NotificationManager {
        public static final int IMPORTANCE_DEFAULT = 3;
        public void createNotificationChannel(NotificationChannel c) {}
        public void notify(String tag, int id, Notification n) {
            System.out.println("told " + tag + " " + (n.visible == 0 ? "private" : "public") + " " + n.text); } }""",
    "org.kith.phone.Stage": """import android.content.*; import java.util.*;
        public class Stage { public static void main(String[] args) {
        Context phone = new Context(); AlarmReceiver receiver = new AlarmReceiver();
        for (Scanner in = new Scanner(System.in); in.hasNextLine();) {
            String[] line = in.nextLine().split(" ", 4);
            switch (line[0]) {
                case "set": AlarmBook.set(phone, line[1], Long.parseLong(line[2]), line[3]); break;
                case "cancel": AlarmBook.cancel(phone, line[1]); break;
                case "zone": TimeZone.setDefault(TimeZone.getTimeZone(line[1])); break;
                case "exact": phone.alarms.exact = line[1].equals("yes"); break;
                case "forget": phone.alarms.set.clear(); break;
                case "hear": receiver.onReceive(phone, new Intent().setAction(line[1])); break;
                case "ring": receiver.onReceive(phone, phone.alarms.rings.get(line[1]).intent); break;
                default: for (Map.Entry<String, String> one : phone.alarms.set.entrySet())
                    System.out.println("set " + one.getKey() + " " + one.getValue());
            } } } }""",
}


@dataclass(frozen=True)
class SmallAndroid:
    folder: Path

    def play(self, *lines: str) -> list[str]:
        """What it prints to these lines: "set id exact|about instant", "told id private|public text"."""
        done = subprocess.run(
            ["java", "-Xshare:auto", "-cp", self.folder, "org.kith.phone.Stage"], input="\n".join(lines),
            capture_output=True, text=True, check=True, timeout=60,
        )  # fmt: skip
        return done.stdout.splitlines()


def has_java() -> bool:
    return shutil.which("javac") is not None and shutil.which("java") is not None


def build(folder: Path) -> SmallAndroid:
    sources = []
    for name, text in _CLASSES.items():
        package, _, short = name.rpartition(".")
        path = folder / "src" / package / f"{short}.java"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"package {package};\n{text}\n")
        sources.append(path)
    ours = [path for path in JAVA if path.stem.startswith("Alarm")]
    subprocess.run(["javac", "-nowarn", "-d", folder / "out", *sources, *ours], check=True, timeout=120)
    return SmallAndroid(folder / "out")
