import type { Application } from "../../api/applications";
import { APPLICATION_STATUSES, historyAction, word } from "../../city/words";
import { warekiWithTime } from "../../dates/wareki";

/** After a conflict: who did what in the meantime, on the reloaded application. */
export function WhatChanged({ detail, note }: { detail: Application; note: string }) {
  // A note of the desk to itself is no reason for a conflict, and completion only follows from an acceptance.
  const latest = detail.history
    .filter((entry) => !entry.internal && entry.action !== "complete")
    .reduce<Application["history"][number] | null>(
      (newest, entry) => (newest === null || entry.at >= newest.at ? entry : newest),
      null,
    );
  return (
    <>
      {latest && (
        <p>
          {warekiWithTime(latest.at)}に{latest.actor_name ? `${latest.actor_name}さんが` : "申請者が"}
          {historyAction(latest.action)}。今の状態は「{word(APPLICATION_STATUSES, detail.status)}」です。
        </p>
      )}
      <p>
        最新の内容に更新しました。{note && "書いた理由は残してあります。"}
        内容を確かめてから、もう一度判断してください。
      </p>
    </>
  );
}
