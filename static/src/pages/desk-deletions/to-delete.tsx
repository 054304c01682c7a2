import { useState } from "preact/hooks";
import type { Asked } from "../../api/client";
import type { Problem } from "../../api/problem";
import { takeBackDeletion } from "../../api/support-desk";
import type { RoomToDelete } from "../../api/types";
import { useSending } from "../../api/use-sending";
import { CLOSING_REASONS } from "../../city/support-words";
import { word } from "../../city/words";
import { wareki, warekiWithTime } from "../../dates/wareki";
import { Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { useFreshSignIn } from "../../session/fresh-sign-in";
import { Fact } from "../desk-application/facts";
import { RequestDeletion } from "../desk-registrants/request-deletion";
import { ConfirmDeletion } from "./confirm-deletion";

interface ToDeleteProps {
  item: RoomToDelete;
  onChanged: (message: string) => void;
}

/** One room whose time is over: asked for by one clerk, confirmed by another. */
export function ToDelete({ item, onChanged }: ToDeleteProps) {
  const heading = `delete-${item.room_id}`;
  const requested = item.deletion_requested_at !== null;
  return (
    <article class="card" aria-labelledby={heading}>
      <h3 id={heading}>
        <a href={`/desk/registrants/${item.registrant_id}`}>{item.registrant_name}さんの部屋</a>
      </h3>
      <dl class="facts">
        <Fact name="閉じた日">
          {wareki(item.closed_at)}({word(CLOSING_REASONS, item.closed_reason)})
        </Fact>
        <Fact name="保存期限">{wareki(item.retain_until)}</Fact>
        {item.deletion_requested_at && (
          <Fact name="削除の依頼">
            {warekiWithTime(item.deletion_requested_at)} {item.deletion_requested_by}
          </Fact>
        )}
      </dl>
      {item.by_me && (
        <p class="hint">
          あなたが依頼したものは、あなたには確認できません。一人の間違いで消えるのを防ぐためです。ほかの担当者に、この画面での確認を頼んでください。
        </p>
      )}
      <div class="actions no-print">
        {!requested && <RequestDeletion room={item} name={item.registrant_name} onChanged={onChanged} />}
        {requested && !item.by_me && <ConfirmDeletion item={item} onChanged={onChanged} />}
        {requested && <TakeBack item={item} onChanged={onChanged} />}
      </div>
    </article>
  );
}

function TakeBack({ item, onChanged }: ToDeleteProps) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, send] = useSending();
  const freshly = useFreshSignIn();
  const takeBack = () =>
    send(async () => {
      const { problem }: Asked<unknown> = await freshly(() => takeBackDeletion(item.room_id));
      setProblem(problem ?? null);
      if (!problem) onChanged(`${item.registrant_name}さんの部屋の削除の依頼を取り下げました。`);
    });
  return (
    <>
      <Refusal problem={problem} />
      <Button sending={sending} onClick={() => void takeBack()}>
        {item.by_me ? "依頼を取り下げる" : "削除しない(依頼を取り下げる)"}
        <span class="visually-hidden">({item.registrant_name})</span>
      </Button>
    </>
  );
}
