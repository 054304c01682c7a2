import { useState } from "preact/hooks";
import { errorOf, Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { ConfirmDialog } from "../../interface/confirm-dialog";
import { useKeptNote } from "../../session/kept-note";
import { LongText } from "../collaboration/details-fields";
import type { CollaborationProps } from "./collaboration-room";
import { useClosing } from "./use-closing";

/** R26: whoever is in a room that nobody needs any more asks the city to close it. */
export function ClosingPart(part: CollaborationProps) {
  const { room, collaboration } = part;
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useKeptNote(`room-closing-${room.room_id}`);
  const closing = useClosing(part);
  // It was asked already.
  if (collaboration.closure_pending) return null;
  const close = () => {
    closing.forgetProblem();
    setAsking(false);
  };
  return (
    <section class="card no-print" aria-labelledby="closing">
      <h2 id="closing">部屋がいらなくなったら</h2>
      <p>閉じるのは市です。閉じた部屋は、だれも開けなくなります。書かれた内容は、決められた期間残ります。</p>
      <div class="actions">
        <Button onClick={() => setAsking(true)}>閉鎖を申し出る</Button>
      </div>
      <ConfirmDialog
        open={asking}
        heading="この部屋の閉鎖を市に申し出ますか"
        confirm="閉鎖を申し出る"
        sending={closing.sending}
        onConfirm={() =>
          void closing.ask(reason, () => {
            setReason("");
            setAsking(false);
          })
        }
        onCancel={close}
      >
        <p>
          「{room.name}」の参加者{collaboration.member_count}
          人の全員に関わります。市が受理するまでは取り下げられます。
        </p>
        <Refusal problem={closing.problem} />
        <LongText
          id="closing-reason"
          label="閉じる理由"
          optional
          hint="例: 研修がすべて終わったため。参加している人にも伝わります。500文字まで。"
          max={500}
          value={reason}
          onValue={setReason}
          error={errorOf(closing.problem, "reason")}
        />
      </ConfirmDialog>
    </section>
  );
}
