import { type Asked, api, ask } from "./client";
import type { AnswerInput, TagList, WishInput } from "./types";

// What the front end asks of the API about the city's common tags and the wishes for them (R28).

interface Known {
  etag: string;
  list: TagList;
}

/** The set as it was last read, without and with the retired tags: in memory, so it is gone with the window. */
const known = new Map<boolean, Known>();

/**
 * The common set in the city's order. It changes seldom and every message shows it: the server is told which state is
 * known here and says only that nothing changed. Then the very same object comes back.
 */
export function loadTags({ retired = false } = {}): Promise<Asked<TagList>> {
  return ask(async () => {
    const before = known.get(retired);
    const { data, error, response } = await api.GET("/api/tags", {
      params: { query: { retired }, ...(before ? { header: { "If-None-Match": before.etag } } : {}) },
    });
    if (response.status === 304 && before) return { data: before.list, response: new Response() };
    const etag = response.headers.get("ETag");
    if (data && etag) known.set(retired, { etag, list: data });
    return { ...(data ? { data } : {}), error, response };
  });
}

const ofTag = (tag: number) => ({ params: { path: { tag } } });

export function createTag(name: string, headers: HeadersInit) {
  return ask(() => api.POST("/api/tags", { body: { name }, headers }));
}

export function renameTag(tag: number, name: string) {
  return ask(() => api.PUT("/api/tags/{tag}", { ...ofTag(tag), body: { name } }));
}

/** Every tag that is offered, each once, in the new order. */
export function orderTags(tags: number[]) {
  return ask(() => api.PUT("/api/tags/order", { body: { tags } }));
}

export function retireTag(tag: number) {
  return ask(() => api.POST("/api/tags/{tag}/retirement", { ...ofTag(tag), body: {} }));
}

export function bringTagBack(tag: number) {
  return ask(() => api.DELETE("/api/tags/{tag}/retirement", ofTag(tag)));
}

export function loadMyWishes(after?: string) {
  return ask(() => api.GET("/api/tag-wishes", { params: { query: after ? { after } : {} } }));
}

export function wishForTag(body: WishInput) {
  return ask(() => api.POST("/api/tag-wishes", { body }));
}

export function loadWishGroups(query: { answered: boolean; after?: string; limit?: number }) {
  return ask(() => api.GET("/api/tag-wishes/groups", { params: { query } }));
}

export function answerWish(body: AnswerInput) {
  return ask(() => api.POST("/api/tag-wishes/answer", { body }));
}
