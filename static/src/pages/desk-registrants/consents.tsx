import type { Consent } from "../../api/types";
import { ORIGINAL_RECEIVED_BY, REPRESENTATIVE_RELATIONS, SIGNED_BY } from "../../city/support-words";
import { word } from "../../city/words";
import { wareki } from "../../dates/wareki";
import { Badge } from "../../interface/status-badge";

/** Form 7 as it was accepted, each time (R14). */
export function Consents({ consents }: { consents: Consent[] }) {
  return (
    <section class="card" aria-labelledby="consents">
      <h2 id="consents">同意書(様式第7号)</h2>
      {consents.length === 0 && <p>同意書の記録はありません。</p>}
      {consents.length > 0 && (
        <table class="list">
          <caption class="visually-hidden">同意書の一覧</caption>
          <thead>
            <tr>
              <th scope="col">署名した日</th>
              <th scope="col">状態</th>
              <th scope="col">署名した人</th>
              <th scope="col">原本</th>
            </tr>
          </thead>
          <tbody>
            {consents.map((consent) => (
              <tr key={consent.consent_id}>
                <th scope="row">
                  <a href={`/desk/applications/${consent.receipt_number}`}>{wareki(consent.signed_on)}</a>
                </th>
                <td data-label="状態">
                  {consent.withdrawn_at ? (
                    <>
                      <Badge kind="late">撤回</Badge>
                      <span class="kana">{wareki(consent.withdrawn_at)}</span>
                    </>
                  ) : (
                    <Badge kind="done">有効</Badge>
                  )}
                </td>
                <td data-label="署名した人">
                  {word(SIGNED_BY, consent.signed_by)}
                  {consent.representative_name && (
                    <span class="kana">
                      {consent.representative_name}
                      {consent.representative_relation &&
                        `(${word(REPRESENTATIVE_RELATIONS, consent.representative_relation)})`}
                    </span>
                  )}
                </td>
                <td data-label="原本">
                  {word(ORIGINAL_RECEIVED_BY, consent.original_received_by)}
                  <span class="kana">{wareki(consent.original_received_on)}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
