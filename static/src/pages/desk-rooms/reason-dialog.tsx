import { closeCollaborationRoom, reopenCollaborationRoom } from "../../api/room-desk";
import type { RegisteredRoom } from "../../api/types";
import { errorOf, Refusal } from "../../interface/answers";
import { ConfirmDialog } from "../../interface/confirm-dialog";
import { Field } from "../../interface/field";
import { useKeptNote } from "../../session/kept-note";
import { missingText } from "../desk-registrants/missing-text";
import type { useRoomAction } from "../desk-registrants/use-room-action";

interface ReasonDialogProps {
  room: Pick<RegisteredRoom, "room_id" | "name" | "closed_at">;
  action: ReturnType<typeof useRoomAction>;
  onChanged: (room: RegisteredRoom, text: string) => void;
}

export function closingLabel({ closed_at }: ReasonDialogProps["room"]): string {
  return closed_at === null ? "部屋を閉じる" : "閉鎖を取り消す";
}

/** R26: an open room is closed, a closed one is open again; either way with a reason for those who take part. */
export function ReasonDialog({ room, action, onChanged }: ReasonDialogProps) {
  const closes = room.closed_at === null;
  const [reason, setReason] = useKeptNote(`room-${closes ? "closing" : "reopening"}-${room.room_id}`);
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
    <ConfirmDialog
      open={action.open}
      heading={`「${room.name}」${closes ? "を閉じますか" : "の閉鎖を取り消しますか"}`}
      confirm={closingLabel(room)}
      danger={closes}
      sending={action.sending}
      onConfirm={submit}
      onCancel={action.cancel}
    >
      <p>
        {closes
          ? "閉じると、参加者の一覧から消え、書き込めなくなります。書かれた内容は保存期限まで残ります。"
          : "間違えて閉じたときのためのものです。閉じたときの参加者が、すぐに部屋に戻ります。"}
      </p>
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
  );
}
