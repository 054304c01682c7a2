import { useState } from "preact/hooks";
import { confirmDeletion } from "../../api/support-desk";
import type { RoomToDelete } from "../../api/types";
import { errorOf, Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { ConfirmDialog } from "../../interface/confirm-dialog";
import { TextField } from "../../interface/field";
import { missingText } from "../desk-registrants/missing-text";
import { useRoomAction } from "../desk-registrants/use-room-action";
import { isSameName } from "./same-name";

interface ConfirmDeletionProps {
  item: RoomToDelete;
  onChanged: (message: string) => void;
}

/** The second of two clerks. There is no way back, so the name is typed: a habit of the hand is not enough. */
export function ConfirmDeletion({ item, onChanged }: ConfirmDeletionProps) {
  const [typed, setTyped] = useState("");
  const action = useRoomAction();
  const id = `deletion-name-${item.room_id}`;
  const name = item.registrant_name;

  const submit = () => {
    if (!isSameName(typed, name)) {
      action.setProblem(missingText("name", `「${name}」と入力してください。`));
      return;
    }
    void action.run(
      () => confirmDeletion(item.room_id),
      () => onChanged(`${name}さんの部屋の内容を削除しました。`),
    );
  };

  return (
    <>
      <Button kind="danger" onClick={action.ask}>
        確認して削除する<span class="visually-hidden">({name})</span>
      </Button>
      <ConfirmDialog
        open={action.open}
        heading={`${name}さんの部屋の内容を削除しますか`}
        confirm="元に戻せない削除をする"
        danger
        sending={action.sending}
        onConfirm={submit}
        onCancel={action.cancel}
      >
        <div class="notice-box notice-box--danger">
          <p>
            <strong>削除したものは、だれにも元に戻せません。</strong>
          </p>
          <ul>
            <li>
              部屋に書かれた内容、申請書の内容が消えます。残している部屋がほかになければ、登録者の氏名や住所も消えます。
            </li>
            <li>だれが担当者だったか、閲覧の記録、だれが依頼して確認し、何件を消したかは残ります。</li>
          </ul>
        </div>
        <p>依頼した人とは別に、保存期限が過ぎていること、残す理由がないことを確かめてください。</p>
        <Refusal problem={action.problem} fieldId={() => id} />
        <TextField
          id={id}
          label="確かめるため、登録者の氏名を入力してください"
          value={typed}
          onValue={setTyped}
          error={errorOf(action.problem, "name")}
        />
      </ConfirmDialog>
    </>
  );
}
