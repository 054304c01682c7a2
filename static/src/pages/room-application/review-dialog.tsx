import { ROOM_VISIBILITIES } from "../../city/room-words";
import { word } from "../../city/words";
import { ConfirmDialog } from "../../interface/confirm-dialog";
import { Fact } from "../desk-application/facts";
import type { RoomFields } from "./fields";

interface ReviewDialogProps {
  open: boolean;
  fields: RoomFields;
  theme: string;
  onConfirm: () => void;
  onCancel: () => void;
}

const NAMES_SHOWN_MAX = 10;

/** What is going to be sent, once more in short. */
export function ReviewDialog({ open, fields, theme, onConfirm, onCancel }: ReviewDialogProps) {
  const names = fields.participants.slice(0, NAMES_SHOWN_MAX).map(({ name }) => name);
  const others = fields.participants.length - names.length;
  return (
    <ConfirmDialog
      open={open}
      heading="この内容で申請しますか"
      confirm="申請する"
      cancel="入力に戻る"
      onConfirm={onConfirm}
      onCancel={onCancel}
    >
      <dl class="facts">
        <Fact name="部屋の名前">{fields.name}</Fact>
        <Fact name="目的">{fields.purpose}</Fact>
        <Fact name="テーマ">{theme}</Fact>
        <Fact name="参加する人の範囲">{fields.scope}</Fact>
        <Fact name="部屋の一覧">{fields.visibility && word(ROOM_VISIBILITIES, fields.visibility)}</Fact>
        <Fact name="はじめから参加する人">
          {[fields.applicant.name, ...names].join("、")}
          {others > 0 && `、ほか${others}人`}
        </Fact>
      </dl>
      <p class="hint">市の窓口が目的とルールを確かめてから、部屋を開きます。</p>
    </ConfirmDialog>
  );
}
