import type { AccountState, ApplicationDetail } from "../../api/types";
import { ACCOUNT_STATES, word } from "../../city/words";
import { Badge } from "../../interface/status-badge";

const NOTICE_TAB: Record<AccountState, string> = {
  to_print: "/desk/notices",
  printed: "/desk/notices?state=to_post",
  posted: "/desk/notices?state=posted",
  first_login_done: "/desk/notices?state=posted",
};

/** What became of each person after acceptance. */
export function Accounts({ detail }: { detail: ApplicationDetail }) {
  if (detail.accounts.length === 0) return null;
  const next =
    detail.accounts.find((account) => account.state === "to_print") ??
    detail.accounts.find((account) => account.state === "printed");
  return (
    <section class="card" aria-labelledby="accounts">
      <h2 id="accounts">作られたアカウント</h2>
      <table class="list">
        <caption class="visually-hidden">作られたアカウント</caption>
        <thead>
          <tr>
            <th scope="col">氏名</th>
            <th scope="col">ログインID</th>
            <th scope="col">状態</th>
          </tr>
        </thead>
        <tbody>
          {detail.accounts.map((account) => (
            <tr key={account.user_id}>
              <th scope="row">{account.name}</th>
              <td data-label="ログインID">
                <span class="code">{account.login_id}</span>
              </td>
              <td data-label="状態">
                <Badge kind={account.state === "first_login_done" ? "done" : "quiet"}>
                  {word(ACCOUNT_STATES, account.state)}
                </Badge>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {next && (
        <div class="actions no-print">
          <a class="button button--primary" href={NOTICE_TAB[next.state]}>
            {next.state === "to_print" ? "通知書を印刷する" : "通知書を投函済みにする"}
          </a>
        </div>
      )}
    </section>
  );
}
