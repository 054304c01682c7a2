import { loadPinned } from "../../api/messages";
import { useLoaded } from "../../api/use-loaded";
import { monthAndDay } from "../../dates/wareki";
import type { Stretch } from "./messages";

const EXCERPT_CHARACTERS = 60;

interface PinnedProps {
  room: number;
  stretch: Stretch;
  onJump: (message: number) => void;
}

/** What everybody in the room is to find at once. */
export function Pinned({ room, stretch, onJump }: PinnedProps) {
  // Whatever is pinned or taken down while the room is open is a message in sight of its page.
  const inPage = stretch.items.filter((item) => item.pinned_at).map((item) => item.message_id);
  const { data } = useLoaded(`pinned ${room} ${inPage.join(" ")}`, () => loadPinned(room));
  const items = data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <details class="pinned">
      <summary>ピン留め({items.length}件)</summary>
      <ul class="plain-list">
        {items.map((item) => (
          <li key={item.message_id}>
            <button type="button" class="link-button" onClick={() => onJump(item.message_id)}>
              {excerptOf(item.body, item.files.length)}
            </button>
            <span class="hint">
              {" "}
              {item.author.name} <time dateTime={item.at}>{monthAndDay(item.at)}</time>
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function excerptOf(body: string | null, files: number): string {
  const letters = Array.from(body ?? "");
  if (letters.length === 0) return `添付${files}件`;
  return letters.slice(0, EXCERPT_CHARACTERS).join("") + (letters.length > EXCERPT_CHARACTERS ? "…" : "");
}
