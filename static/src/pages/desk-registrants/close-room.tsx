import { useState } from "preact/hooks";
import { closeRoom } from "../../api/support-desk";
import { CLOSING_REASONS, type ClosingReason } from "../../city/support-words";
import { choices } from "../../city/words";
import { errorOf, Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { ConfirmDialog } from "../../interface/confirm-dialog";
import { Field, SelectField } from "../../interface/field";
import { useKeptNote } from "../../session/kept-note";
import { missingText } from "./missing-text";
import type { RoomActionProps } from "./room-actions";
import { useRoomAction } from "./use-room-action";

/** Moved away, died, or no longer agrees: from this moment nobody reads or writes in the room. */
export function CloseRoom({ room, name, onChanged }: RoomActionProps) {
  const [reason, setReason] = useState<ClosingReason | "">("");
  const [note, setNote] = useKeptNote(`closing-${room.room_id}`);
  const action = useRoomAction();
  const ids: Record<string, string> = {
    reason: `closing-reason-${room.room_id}`,
    note: `closing-note-${room.room_id}`,
  };

  const submit = () => {
    if (reason === "") {
      action.setProblem(missingText("reason", "部屋を閉じる理由を選んでください。"));
      return;
    }
    void action.run(
      () => closeRoom(room.room_id, { reason, note: note.trim() }),
      () => {
        setNote("");
        onChanged("部屋を閉じました。担当者は、もうこの部屋を見られません。");
      },
    );
  };

  return (
    <>
      <Button onClick={action.ask}>部屋を閉じる</Button>
      <ConfirmDialog
        open={action.open}
        heading={`${name}さんの部屋を閉じますか`}
        confirm="部屋を閉じる"
        danger
        sending={action.sending}
        onConfirm={submit}
        onCancel={action.cancel}
      >
        <WhatHappens withdrawsConsent={reason === "consent_withdrawn"} />
        <Refusal problem={action.problem} fieldId={(field) => ids[field] ?? null} />
        <SelectField
          id={ids.reason ?? ""}
          label="理由"
          value={reason}
          onValue={setReason}
          choices={choices(CLOSING_REASONS)}
          error={errorOf(action.problem, "reason")}
        />
        <Field
          id={ids.note ?? ""}
          label="書き添えること"
          hint="だれから、いつ、どのように聞いたかなど。医師会の職員だけが読めます。"
          optional
          error={errorOf(action.problem, "note")}
        >
          {(attributes) => (
            <textarea
              {...attributes}
              rows={2}
              maxLength={500}
              value={note}
              onInput={(event) => setNote(event.currentTarget.value)}
            />
          )}
        </Field>
      </ConfirmDialog>
    </>
  );
}

function WhatHappens({ withdrawsConsent }: { withdrawsConsent: boolean }) {
  return (
    <>
      <p>閉じると、すぐに次のことが起きます。</p>
      <ul>
        <li>担当者全員の一覧から部屋が消え、内容もファイルも見られなくなります。</li>
        <li>書かれた内容は消えず、保存期限まで残ります。</li>
        {withdrawsConsent && <li>同意書は撤回されたものとして記録されます。</li>}
        <li>間違えたときは、内容が削除されるまで、このページで閉鎖を取り消せます。</li>
      </ul>
    </>
  );
}
