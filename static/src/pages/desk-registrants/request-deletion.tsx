import { requestDeletion } from "../../api/support-desk";
import { Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { ConfirmDialog } from "../../interface/confirm-dialog";
import { useRoomAction } from "./use-room-action";

interface RequestDeletionProps {
  room: { room_id: number };
  name: string;
  onChanged: (message: string) => void;
}

/** The first of two clerks (R38). */
export function RequestDeletion({ room, name, onChanged }: RequestDeletionProps) {
  const action = useRoomAction();
  return (
    <>
      <Button kind="danger" onClick={action.ask}>
        内容の削除を依頼する<span class="visually-hidden">({name})</span>
      </Button>
      <ConfirmDialog
        open={action.open}
        heading={`${name}さんの部屋の内容の削除を依頼しますか`}
        confirm="削除を依頼する"
        danger
        sending={action.sending}
        onConfirm={() =>
          void action.run(
            () => requestDeletion(room.room_id),
            () => onChanged("削除を依頼しました。別の担当者が確認すると、内容が削除されます。"),
          )
        }
        onCancel={action.cancel}
      >
        <p>
          依頼しただけでは何も消えません。別の担当者が「内容の削除」のページで確認すると、元に戻せない形で削除されます。
        </p>
        <Refusal problem={action.problem} />
      </ConfirmDialog>
    </>
  );
}
