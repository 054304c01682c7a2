import type { View } from "../../api/types";
import { VIEWED, VIEWED_VIA } from "../../city/support-words";
import { PROFESSIONS, word } from "../../city/words";
import { warekiWithTime } from "../../dates/wareki";
import { Badge } from "../../interface/status-badge";

/** Each single view of a registrant (R21). */
export function ViewTable({ items }: { items: View[] }) {
  return (
    <table class="list queue">
      <caption class="visually-hidden">一回ごとの記録。新しい順</caption>
      <thead>
        <tr>
          <th scope="col">いつ</th>
          <th scope="col">だれが</th>
          <th scope="col">見たもの</th>
          <th scope="col">立場</th>
        </tr>
      </thead>
      <tbody>
        {items.map((view, at) => (
          <tr key={`${view.at}-${view.user_id}-${at}`}>
            <th scope="row">
              <time dateTime={view.at}>{warekiWithTime(view.at)}</time>
            </th>
            <td data-label="だれが">
              {view.user_name}
              <span class="kana">
                {word(PROFESSIONS, view.profession)} ・ {view.organization_name}
              </span>
            </td>
            <td data-label="見たもの">{word(VIEWED, view.what)}</td>
            <td data-label="立場">
              {view.via === "broken_glass" ? (
                <Badge kind="late">{word(VIEWED_VIA, view.via)}</Badge>
              ) : (
                word(VIEWED_VIA, view.via)
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
