import type { EmergencyCode } from "../../api/types";
import { warekiWithTime } from "../../dates/wareki";
import { Badge } from "../../interface/status-badge";

const STATES: Record<EmergencyCode["state"], { text: string; kind: string }> = {
  waiting: { text: "確認待ち", kind: "soon" },
  confirmed: { text: "発行済み", kind: "done" },
  refused: { text: "断りました", kind: "quiet" },
  expired: { text: "1時間のうちに確認されず、取消し", kind: "quiet" },
};

export function DecidedCodes({ items }: { items: EmergencyCode[] }) {
  return (
    <section class="stack" aria-labelledby="decided">
      <h2 id="decided">これまでの依頼</h2>
      <table class="list emergency__decided">
        <caption class="visually-hidden">これまでの依頼。新しい順</caption>
        <thead>
          <tr>
            <th scope="col">使う人</th>
            <th scope="col">結果</th>
            <th scope="col">依頼した人</th>
            <th scope="col">決めた人</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => {
            const state = STATES[item.state] ?? { text: item.state, kind: "" };
            return (
              <tr key={item.id}>
                <th scope="row">
                  {item.user_name}
                  <span class="kana">{item.organization_name}</span>
                </th>
                <td>
                  <Badge kind={state.kind}>{state.text}</Badge>
                </td>
                <td data-label="依頼した人">
                  {item.requested_by_name}
                  <span class="kana">{warekiWithTime(item.requested_at)}</span>
                </td>
                <td data-label="決めた人">
                  {item.decided_by_name ?? <span class="quiet">なし</span>}
                  {item.decided_at && <span class="kana">{warekiWithTime(item.decided_at)}</span>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
