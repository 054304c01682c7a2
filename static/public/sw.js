// The service worker: shows a push notification, and opens its page when it is pressed. What the push carries never
// tells about a patient (R30), and nothing is cached here.
const TITLE = "Tasuki(襷)";

self.addEventListener("push", (event) => {
  const { text, path } = event.data ? event.data.json() : { text: "お知らせがあります。", path: "/notifications" };
  const options = { body: text, icon: "/icons/icon-192.png", tag: path, renotify: true, data: { path } };
  event.waitUntil(self.registration.showNotification(TITLE, options));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const address = new URL(event.notification.data?.path ?? "/notifications", self.location.origin).href;
  const open = async () => {
    const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
    const same = windows.find((window) => window.url === address);
    if (same) return same.focus();
    return self.clients.openWindow(address);
  };
  event.waitUntil(open());
});
