import { useState } from "preact/hooks";
import type { Problem } from "../../api/problem";
import { sayStillNeeded } from "../../api/rooms";
import { useSending } from "../../api/use-sending";
import { QUIET_DAYS } from "../../city/room-words";
import { wareki } from "../../dates/wareki";
import { Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import type { CollaborationProps } from "./collaboration-room";
import { useClosing } from "./use-closing";

/** R26: a room that has fallen silent is a candidate to close; one press says that it is, or that it is not. */
export function QuietBanner(part: CollaborationProps) {
  const { room, collaboration, onDone } = part;
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, send] = useSending();
  const closing = useClosing(part);
  const since = collaboration.quiet_since;
  if (since === null) return null;

  const keep = () =>
    send(async () => {
      const { data, problem } = await sayStillNeeded(room.room_id);
      setProblem(problem ?? null);
      if (!data) return;
      onDone({
        text: `まだ必要な部屋としました。書き込みがなければ、${QUIET_DAYS}日後にもう一度お知らせします。`,
      });
    });
  return (
    <section class="notice-box notice-box--warning" aria-labelledby="quiet-room">
      <h2 id="quiet-room">{QUIET_DAYS}日以上、書き込みがありません</h2>
      <p>
        <time dateTime={since}>{wareki(since)}</time>
        から書き込みがありません。市にも同じお知らせが出ています。この部屋は、まだ必要ですか。
      </p>
      <Refusal problem={problem ?? closing.problem} />
      <div class="actions no-print">
        <Button kind="primary" sending={sending} disabled={closing.sending} onClick={() => void keep()}>
          まだ必要
        </Button>
        {!collaboration.closure_pending && (
          <Button sending={closing.sending} disabled={sending} onClick={() => void closing.ask("")}>
            閉鎖を申し出る
          </Button>
        )}
      </div>
    </section>
  );
}
