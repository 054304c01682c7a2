import { breakGlass } from "../../api/support-desk";
import { warekiWithTime } from "../../dates/wareki";
import { errorOf, Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { ConfirmDialog } from "../../interface/confirm-dialog";
import { Field } from "../../interface/field";
import { useKeptNote } from "../../session/kept-note";
import { missingText } from "./missing-text";
import type { RoomActionProps } from "./room-actions";
import { useRoomAction } from "./use-room-action";

/** The association looks into a room it is not in: never quietly, never without a reason. */
export function BreakGlass({ room, name, onChanged }: RoomActionProps) {
  const [reason, setReason] = useKeptNote(`glass-${room.room_id}`);
  const action = useRoomAction();
  const id = `glass-reason-${room.room_id}`;

  const submit = () => {
    const text = reason.trim();
    if (!text) {
      action.setProblem(missingText("reason", "内容を見る理由を書いてください。"));
      return;
    }
    void action.run(
      () => breakGlass(room.room_id, text),
      ({ until }) => {
        setReason("");
        onChanged(
          `${warekiWithTime(until)}まで部屋の内容を見られます。担当者全員に、見たことと理由が知らされました。`,
        );
      },
    );
  };

  return (
    <>
      <Button kind="danger" onClick={action.ask}>
        内容を見る(非常時)
      </Button>
      <ConfirmDialog
        open={action.open}
        heading={`${name}さんの部屋の内容を見ますか`}
        confirm="理由を記録して見られるようにする"
        danger
        sending={action.sending}
        onConfirm={submit}
        onCancel={action.cancel}
      >
        <div class="notice-box notice-box--danger">
          <p>
            <strong>ふだんは見ない情報です。やむを得ないときだけにしてください。</strong>
          </p>
          <ul>
            <li>あなたの氏名と下の理由が、この部屋の担当者全員にすぐに知らされます。</li>
            <li>見られる時間には限りがあります。見たことは、消せない記録に残ります。</li>
          </ul>
        </div>
        <Refusal problem={action.problem} fieldId={() => id} />
        <Field
          id={id}
          label="内容を見る理由"
          hint="だれの求めで、何を確かめるために見るのかを書いてください。担当者と、記録を確かめる市の職員が読みます。登録者の氏名は書かないでください。"
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
    </>
  );
}
