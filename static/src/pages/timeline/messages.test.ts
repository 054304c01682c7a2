import { describe, expect, it } from "vitest";
import type { Message, MessagePage } from "../../api/messages";
import {
  byDay,
  KEPT_MAX,
  newCount,
  stretchOf,
  withChanges,
  withMessage,
  withNewer,
  withOlder,
} from "./messages";

const message = (id: number, more: Partial<Message> = {}): Message => ({
  message_id: id,
  at: "2026-11-26T00:00:00Z",
  author: {
    user_id: 1,
    name: "山田 花子",
    profession: "visiting_nurse",
    organization_name: "さくら",
    is_me: false,
  },
  body: `${id}番目`,
  reply_to: null,
  mentions: [],
  tags: [],
  files: [],
  edited_at: null,
  withdrawn_at: null,
  pinned_at: null,
  reactions: [],
  confirm: null,
  read_count: 0,
  ...more,
});
const page = (from: number, to: number, more: Partial<MessagePage> = {}): MessagePage => ({
  revision: "1.1",
  items: Array.from({ length: to - from + 1 }, (_, at) => message(from + at)),
  has_older: false,
  has_newer: false,
  read_up_to: 0,
  unread_count: 0,
  ...more,
});
const ids = (items: Message[]) => items.map((item) => item.message_id);
const changes = (messages: Message[], counts: [number, number][] = []) => ({
  revision: "2.2",
  messages,
  read_counts: counts.map(([message_id, read_count]) => ({ message_id, read_count })),
  too_many: false,
});

describe("a stretch of a room", () => {
  it("takes what is new and what changed", () => {
    const before = stretchOf(page(1, 3));
    const after = withChanges(before, changes([message(2, { body: "訂正" }), message(4)], [[3, 2]]));
    expect(ids(after.items)).toEqual([1, 2, 3, 4]);
    expect(after.items[1]?.body).toBe("訂正");
    expect(after.items[2]?.read_count).toBe(2);
    expect(after.revision).toBe("2.2");
    expect(ids(withMessage(after, message(5)).items)).toEqual([1, 2, 3, 4, 5]);
  });

  it("leaves no gap where newer or older ones are not in the page", () => {
    const middle = stretchOf(page(10, 12, { has_older: true, has_newer: true }));
    const after = withChanges(middle, changes([message(5), message(11, { body: "訂正" }), message(99)]));
    expect(ids(after.items)).toEqual([10, 11, 12]);
    expect(after.items[1]?.body).toBe("訂正");
    expect(ids(withMessage(middle, message(99)).items)).toEqual([10, 11, 12]);
  });

  it("grows in both directions and stays small", () => {
    let stretch = stretchOf(page(1000, 1049, { has_older: true }));
    for (let first = 950; first > 400; first -= 50)
      stretch = withOlder(stretch, page(first, first + 49, { has_older: true }));
    expect(stretch.items.length).toBe(KEPT_MAX);
    expect([stretch.items[0]?.message_id, stretch.hasNewer, stretch.hasOlder]).toEqual([450, true, true]);
    stretch = withNewer(stretch, page(850, 899, { has_newer: true }));
    expect([stretch.items.at(-1)?.message_id, stretch.items.length]).toEqual([899, KEPT_MAX]);
  });

  it("counts what others wrote after the mark", () => {
    const stretch = stretchOf(page(1, 4, { read_up_to: 2 }));
    const mine = message(5, { author: { ...message(5).author, is_me: true } });
    expect(newCount(withMessage(stretch, mine))).toBe(2);
  });

  it("is parted by the days of Japan", () => {
    const items = [
      message(1, { at: "2026-11-25T14:59:59Z" }),
      message(2, { at: "2026-11-25T15:00:00Z" }),
      message(3),
    ];
    expect(byDay(items).map(({ day, items }) => [day, ids(items)])).toEqual([
      ["2026-11-25", [1]],
      ["2026-11-26", [2, 3]],
    ]);
  });
});
