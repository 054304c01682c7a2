import { api, ask } from "./client";
import type { Answer } from "./types";

// What the front end asks of the API about the manuals (R31).

export type ManualOutline = Answer<"/api/manuals", "get", 200>["items"][number];
export type ManualText = Answer<"/api/manuals/{slug}", "get", 200>;
export type FoundSection = Answer<"/api/manuals/search", "get", 200>["items"][number];

export function loadManuals() {
  return ask(() => api.GET("/api/manuals"));
}

export function loadManual(slug: string) {
  return ask(() => api.GET("/api/manuals/{slug}", { params: { path: { slug } } }));
}

/** Sections that hold each of the words, of the manuals that the person may read. */
export function searchManuals(words: string) {
  return ask(() => api.GET("/api/manuals/search", { params: { query: { q: words } } }));
}
