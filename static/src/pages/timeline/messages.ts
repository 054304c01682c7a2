import type { Message, MessagePage, RoomChanges } from "../../api/messages";
import { japanDay } from "../../dates/wareki";

/** What of a room is in the page: a stretch without gaps. */
export interface Stretch {
  items: Message[];
  revision: string;
  hasOlder: boolean;
  hasNewer: boolean;
  /** The last message that was read when the page was opened: the line "from here on new" stands after it. */
  readUpTo: number;
}

/** More than anybody scrolls through at once; what is far away is read again when it is wanted. */
export const KEPT_MAX = 400;

export function stretchOf(page: MessagePage): Stretch {
  return {
    items: page.items,
    revision: page.revision,
    hasOlder: page.has_older,
    hasNewer: page.has_newer,
    readUpTo: page.read_up_to,
  };
}

/** The stretch with an older page before it. */
export function withOlder(stretch: Stretch, page: MessagePage): Stretch {
  const items = merged(page.items, stretch.items);
  const kept = items.slice(0, KEPT_MAX);
  return {
    ...stretch,
    items: kept,
    hasOlder: page.has_older,
    hasNewer: stretch.hasNewer || kept.length < items.length,
  };
}

/** The stretch with a newer page after it. */
export function withNewer(stretch: Stretch, page: MessagePage): Stretch {
  const items = merged(stretch.items, page.items);
  const kept = items.slice(-KEPT_MAX);
  return {
    ...stretch,
    items: kept,
    hasNewer: page.has_newer,
    hasOlder: stretch.hasOlder || kept.length < items.length,
  };
}

/**
 * The stretch as it stands after changes. A new message is added only at the end of what there is: where newer ones
 * are missing, a gap would look like silence.
 */
export function withChanges(stretch: Stretch, changes: RoomChanges): Stretch {
  const first = stretch.items[0]?.message_id ?? 0;
  const last = stretch.items.at(-1)?.message_id ?? 0;
  const fits = changes.messages.filter(({ message_id: id }) =>
    id > last ? !stretch.hasNewer : id >= first || !stretch.hasOlder,
  );
  const counts = new Map(changes.read_counts.map((count) => [count.message_id, count.read_count]));
  const items = merged(stretch.items, fits).map((item) => {
    const count = counts.get(item.message_id);
    return count === undefined || count === item.read_count ? item : { ...item, read_count: count };
  });
  return { ...stretch, items: items.slice(-KEPT_MAX), revision: changes.revision };
}

/** One message as it is now; one that is not in the page is left out. */
export function withMessage(stretch: Stretch, message: Message): Stretch {
  const known = stretch.items.some((item) => item.message_id === message.message_id);
  if (known || !stretch.hasNewer) return { ...stretch, items: merged(stretch.items, [message]) };
  return stretch;
}

function merged(before: Message[], after: Message[]): Message[] {
  const byId = new Map(before.map((item) => [item.message_id, item]));
  for (const item of after) byId.set(item.message_id, item);
  return [...byId.values()].sort((one, other) => one.message_id - other.message_id);
}

/** How many messages of others follow what was read. */
export function newCount(stretch: Stretch): number {
  return stretch.items.filter((item) => isNew(item, stretch.readUpTo)).length;
}

export function isNew(item: Message, readUpTo: number): boolean {
  return item.message_id > readUpTo && !item.author.is_me;
}

/** The messages of each day in Japan, in their order. */
export function byDay(items: Message[]): { day: string; items: Message[] }[] {
  const days: { day: string; items: Message[] }[] = [];
  for (const item of items) {
    const day = japanDay(new Date(item.at));
    const last = days.at(-1);
    if (last?.day === day) last.items.push(item);
    else days.push({ day, items: [item] });
  }
  return days;
}
