import { reopenRoom } from "../../api/support-desk";
import { errorOf, Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { ConfirmDialog } from "../../interface/confirm-dialog";
import { Field } from "../../interface/field";
import { useKeptNote } from "../../session/kept-note";
import { missingText } from "./missing-text";
import type { RoomActionProps } from "./room-actions";
import { useRoomAction } from "./use-room-action";

/** Only for a closing that was a mistake. */
export function ReopenRoom({ room, name, onChanged }: RoomActionProps) {
  const [note, setNote] = useKeptNote(`reopening-${room.room_id}`);
  const action = useRoomAction();
  const id = `reopening-note-${room.room_id}`;

  const submit = () => {
    const text = note.trim();
    if (!text) {
      action.setProblem(missingText("note", "取り消す理由を書いてください。"));
      return;
    }
    void action.run(
      () => reopenRoom(room.room_id, text),
      () => {
        setNote("");
        onChanged("閉鎖を取り消しました。閉じたときの担当者が、また部屋を見られます。");
      },
    );
  };

  return (
    <>
      <Button onClick={action.ask}>閉鎖を取り消す</Button>
      <ConfirmDialog
        open={action.open}
        heading={`${name}さんの部屋の閉鎖を取り消しますか`}
        confirm="閉鎖を取り消す"
        sending={action.sending}
        onConfirm={submit}
        onCancel={action.cancel}
      >
        <p>
          間違えて閉じたときのためのものです。閉じたときの担当者が、すぐに部屋に戻ります。転入などで新しく始めるときは、新しい同意書と届出(様式第7・8号)が必要です。
        </p>
        <Refusal problem={action.problem} fieldId={() => id} />
        <Field id={id} label="取り消す理由" hint="担当者が読みます。" error={errorOf(action.problem, "note")}>
          {(attributes) => (
            <textarea
              {...attributes}
              rows={2}
              maxLength={500}
              aria-required="true"
              value={note}
              onInput={(event) => setNote(event.currentTarget.value)}
            />
          )}
        </Field>
      </ConfirmDialog>
    </>
  );
}
