import type { CareTeamNotice, SupportRoomApplication } from "../../api/types";
import { wareki } from "../../dates/wareki";

/** The room that came of a Form 7. */
export function OpenedRoom({ detail }: { detail: SupportRoomApplication }) {
  const [opened] = detail.accounts;
  if (!opened) return null;
  return (
    <section class="card" aria-labelledby="opened">
      <h2 id="opened">開いた支援の部屋</h2>
      <p>
        <a href={`/desk/registrants/${opened.registrant_id}`}>{opened.name}の登録者のページを開く</a>
      </p>
    </section>
  );
}

/** What a Form 8 has changed. */
export function TeamChanges({ detail }: { detail: CareTeamNotice }) {
  if (detail.accounts.length === 0) return null;
  return (
    <section class="card" aria-labelledby="changed">
      <h2 id="changed">受理した変更</h2>
      <ul>
        {detail.accounts.map((change, at) => (
          <li key={at}>
            {change.name}さん: {wareki(change.on)}から{change.change === "add" ? "加わる" : "外れる"}
            {change.user_id === null && "(アカウント待ち)"}
          </li>
        ))}
      </ul>
      <p>
        <a href={`/desk/registrants/${detail.room.registrant_id}`}>登録者のページを開く</a>
      </p>
    </section>
  );
}
