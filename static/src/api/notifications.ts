import { api, ask } from "./client";
import type { Answer, Input } from "./types";

// What a person is told, and how (R30).

export type Notification = Answer<"/api/notifications", "get", 200>["items"][number];
export type NotificationSettings = Answer<"/api/notifications/settings", "get", 200>;
export type SettingsInput = Input<"/api/notifications/settings", "put">;
export type KindChoice = NotificationSettings["choices"][number];
export type NotificationKind = KindChoice["kind"];
export type Timing = KindChoice["email"];
export type SelfCheck = Answer<"/api/notifications/self-check", "get", 200>;
export type Attempt = SelfCheck["last"][number];
export type NotificationChannel = Attempt["channel"];
export type SubscriptionInput = Input<"/api/notifications/push-subscriptions", "post">;

export function loadNotifications(after?: string) {
  return ask(() => api.GET("/api/notifications", { params: { query: after ? { after } : {} } }));
}

export function seeNotifications(upTo: number, only = false) {
  return ask(() => api.PUT("/api/notifications/seen", { body: { up_to: upTo, only }, keepalive: true }));
}

export function loadNotificationSettings() {
  return ask(() => api.GET("/api/notifications/settings"));
}

export function changeNotificationSettings(body: SettingsInput) {
  return ask(() => api.PUT("/api/notifications/settings", { body }));
}

export function subscribe(body: SubscriptionInput) {
  return ask(() => api.POST("/api/notifications/push-subscriptions", { body }));
}

export function unsubscribe(subscription: number) {
  return ask(() =>
    api.DELETE("/api/notifications/push-subscriptions/{subscription}", {
      params: { path: { subscription } },
    }),
  );
}

export function loadSelfCheck() {
  return ask(() => api.GET("/api/notifications/self-check"));
}

export function tryNotification(channel: NotificationChannel) {
  return ask(() => api.POST("/api/notifications/trial", { body: { channel } }));
}

export function loadMutedRooms() {
  return ask(() => api.GET("/api/notifications/muted-rooms"));
}

export function setMuted(room: number, muted: boolean) {
  const path = "/api/notifications/muted-rooms/{room}";
  const init = { params: { path: { room } } };
  return ask(() => (muted ? api.PUT(path, init) : api.DELETE(path, init)));
}

export function loadFailures() {
  return ask(() => api.GET("/api/notifications/failures"));
}
