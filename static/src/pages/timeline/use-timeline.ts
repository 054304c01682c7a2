import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { Asked } from "../../api/client";
import { loadChanges, loadMessages, type Message, type MessagePage, type Place } from "../../api/messages";
import type { Problem } from "../../api/problem";
import { useSending } from "../../api/use-sending";
import { type Stretch, stretchOf, withChanges, withMessage, withNewer, withOlder } from "./messages";
import { usePolling } from "./use-polling";

/** Where a room is opened: at a message, where what is new begins, or at its end. */
export type Opening = number | "unread" | "end";

/** Each opening is another object. */
export interface Opened {
  at: Opening;
}

export interface Timeline {
  stretch: Stretch | null;
  problem: Problem | null;
  opened: Opened;
  loadingMore: boolean;
  loadOlder: () => Promise<void>;
  loadNewer: () => Promise<void>;
  /** Opens the room anew. */
  open: (at: Opening) => Promise<void>;
  replace: (message: Message) => void;
  /** Asks at once what is new. */
  refresh: () => void;
}

/** The messages of a room as far as they are in the page, kept up to date while it is open. */
export function useTimeline(room: number, first: number | null): Timeline {
  const [stretch, setStretch] = useState<Stretch | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [opened, setOpened] = useState<Opened>({ at: first ?? "unread" });
  const [loadingMore, send] = useSending();
  const now = useRef(stretch);
  now.current = stretch;
  const latest = useRef(0);

  const open = useCallback(
    async (at: Opening) => {
      latest.current += 1;
      const mine = latest.current;
      const answer = await loadFrom(room, at);
      if (mine !== latest.current) return;
      // Who follows a link to a message that is gone still comes into the room.
      if (answer.problem?.status === 404 && typeof at === "number") return open("unread");
      setProblem(answer.problem ?? null);
      if (!answer.data) return;
      setOpened({ at });
      setStretch(stretchOf(answer.data));
    },
    [room],
  );
  useEffect(() => {
    void open(first ?? "unread");
  }, [open, first]);

  const load = (place: (items: Message[]) => Place | null, add: typeof withOlder) =>
    send(async () => {
      const before = now.current;
      const asked = before && place(before.items);
      if (!asked) return;
      const answer = await loadMessages(room, asked);
      setProblem(answer.problem ?? null);
      const { data } = answer;
      if (data) setStretch((stretch) => stretch && add(stretch, data));
    });

  const poll = useCallback(
    async (active: boolean) => {
      const before = now.current;
      if (!before) return true;
      const mine = latest.current;
      const { data, problem } = await loadChanges(room, before.revision, active);
      if (mine !== latest.current) return true;
      // Without network the shell says so; the next answer clears what an earlier one said.
      if (problem?.status !== 0) setProblem(problem ?? null);
      if (data?.too_many) await open("end");
      else if (data) setStretch((stretch) => stretch && withChanges(stretch, data));
      return !problem;
    },
    [room, open],
  );
  const refresh = usePolling(poll);

  return {
    stretch,
    problem,
    opened,
    loadingMore,
    loadOlder: () => load(beforeFirst, withOlder),
    loadNewer: () => load(afterLast, withNewer),
    open,
    replace: useCallback((message: Message) => setStretch((now) => now && withMessage(now, message)), []),
    refresh,
  };
}

/** Where more is unread than the last page holds, it begins with the first that is. */
async function loadFrom(room: number, at: Opening): Promise<Asked<MessagePage>> {
  const answer = await loadMessages(room, typeof at === "number" ? { around: at } : {});
  const { data } = answer;
  const first = data?.items[0];
  const begins = at === "unread" && data?.has_older && first && first.message_id > data.read_up_to;
  return begins && data.unread_count > 0 ? loadMessages(room, { after: data.read_up_to }) : answer;
}

function beforeFirst([first]: Message[]): Place | null {
  return first ? { before: first.message_id } : null;
}

function afterLast(items: Message[]): Place | null {
  const last = items.at(-1);
  return last ? { after: last.message_id } : null;
}
