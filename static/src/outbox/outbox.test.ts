import { describe, expect, it } from "vitest";
import { NO_ANSWER } from "../api/problem";
import { mayGoLater } from "./may-go-later";
import { inOrder, type WaitingPost } from "./store";

const post = (key: string, written_at: number): WaitingPost => ({
  key,
  user_id: 1,
  room_id: 1,
  written_at,
  input: { body: key },
  files: [],
  refusal: null,
});

describe("what waits in the browser", () => {
  it("goes in the order in which it was written", () => {
    const keys = inOrder([post("c", 3), post("a", 1), post("b", 2)]).map(({ key }) => key);
    expect(keys).toEqual(["a", "b", "c"]);
  });

  it("is tried again unless the server has really answered", () => {
    const answered = (status: number) => mayGoLater({ ...NO_ANSWER, status });
    expect([0, 401, 429, 500, 503].map(answered)).toEqual([true, true, true, true, true]);
    expect([400, 403, 404, 409, 422].map(answered)).toEqual([false, false, false, false, false]);
  });
});
