import { closeCollaborationRoom, reopenCollaborationRoom } from "../../api/room-desk";
import { errorOf, Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { ConfirmDialog } from "../../interface/confirm-dialog";
import { Field } from "../../interface/field";
import { useKeptNote } from "../../session/kept-note";
import { missingText } from "../desk-registrants/missing-text";
import { useRoomAction } from "../desk-registrants/use-room-action";
import type { RoomChangeProps } from "./desk-room-page";

/** R26: the city closes a room, or takes a closing back that was a mistake. Those who take part read why. */
export function CloseOrReopen({ room, onChanged }: RoomChangeProps) {
  const closes = room.closed_at === null;
  const [reason, setReason] = useKeptNote(`room-${closes ? "closing" : "reopening"}-${room.room_id}`);
  const action = useRoomAction();
  const label = closes ? "部屋を閉じる" : "閉鎖を取り消す";
  const submit = () => {
    const text = reason.trim();
    if (!text) {
      action.setProblem(missingText("reason", "理由を書いてください。参加者が読みます。"));
      return;
    }
    void action.run(
      () =>
        closes ? closeCollaborationRoom(room.room_id, text) : reopenCollaborationRoom(room.room_id, text),
      (after) => {
        setReason("");
        onChanged(
          after,
          closes ? "部屋を閉じました。" : "閉鎖を取り消しました。参加者がまた部屋に入れます。",
        );
      },
    );
  };
  return (
    <section class="card" aria-labelledby="closing">
      <h2 id="closing">{label}</h2>
      <p>
        {closes
          ? "閉じると、参加者の一覧から消え、書き込めなくなります。書かれた内容は保存期限まで残ります。"
          : "間違えて閉じたときのためのものです。閉じたときの参加者が、すぐに部屋に戻ります。"}
      </p>
      <div class="actions">
        <Button kind={closes ? "danger" : "secondary"} onClick={action.ask}>
          {label}
        </Button>
      </div>
      <ConfirmDialog
        open={action.open}
        heading={`「${room.name}」${closes ? "を閉じますか" : "の閉鎖を取り消しますか"}`}
        confirm={label}
        danger={closes}
        sending={action.sending}
        onConfirm={submit}
        onCancel={action.cancel}
      >
        <Refusal problem={action.problem} fieldId={() => "room-reason"} />
        <Field
          id="room-reason"
          label="理由"
          hint="参加者が読みます。"
          error={errorOf(action.problem, "reason")}
        >
          {(attributes) => (
            <textarea
              {...attributes}
              rows={2}
              maxLength={500}
              aria-required="true"
              value={reason}
              onInput={(event) => setReason(event.currentTarget.value)}
            />
          )}
        </Field>
      </ConfirmDialog>
    </section>
  );
}
