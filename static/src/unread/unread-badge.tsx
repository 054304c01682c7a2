import { Badge } from "../interface/status-badge";

/** The server counts a room up to here: a hundred stand for more. */
const COUNTED_MAX = 100;

/** 3, 99+ */
export function countInWords(count: number): string {
  return count >= COUNTED_MAX ? "99+" : String(count);
}

/** How much of a room is unread, and whether 了解 is waited for (R20). */
export function UnreadBadges({ unread, asked }: { unread: number; asked: number }) {
  return (
    <>
      {unread > 0 && <Badge kind="unread">未読 {countInWords(unread)}</Badge>}{" "}
      {asked > 0 && <Badge kind="soon">了解待ち {countInWords(asked)}</Badge>}
    </>
  );
}
