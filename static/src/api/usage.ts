import { api, ask } from "./client";
import type { paths } from "./schema";

// What the city asks of the API about the use of the system: numbers, none of them small enough to mean somebody.

export interface Months {
  /** "2026-04" */
  from: string;
  to: string;
}

export type UsageTable = paths["/api/usage/export"]["get"]["parameters"]["query"]["table"];

export function loadActivity(query: Months) {
  return ask(() => api.GET("/api/usage/activity", { params: { query } }));
}

export function loadFirstLogins(query: Months) {
  return ask(() => api.GET("/api/usage/first-logins", { params: { query } }));
}

export function loadNotificationUsage(query: Months) {
  return ask(() => api.GET("/api/usage/notifications", { params: { query } }));
}

export function loadRoomUsage() {
  return ask(() => api.GET("/api/usage/rooms"));
}

export function loadUsage() {
  return ask(() => api.GET("/api/usage/support-rooms"));
}

export function loadUsageTable(table: UsageTable, months: Months) {
  const query = { table, ...months };
  return ask(() => api.GET("/api/usage/export", { params: { query }, parseAs: "blob" }));
}
