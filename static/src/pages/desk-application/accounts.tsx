import type { Application } from "../../api/applications";
import type { AccountState } from "../../api/types";
import { ACCOUNT_STATES, word } from "../../city/words";
import { formatLoginId } from "../../device-key/login-code";
import { Badge } from "../../interface/status-badge";

const NOTICE_TAB = {
  to_print: "/desk/notices",
  printed: "/desk/notices?state=to_post",
};

const HEADINGS = { 4: "作られたアカウント", 5: "通知書を送る人", 6: "利用を中止したアカウント" };

/** The forms from which accounts come, or by which they end. */
type AboutAccounts = Extract<Application, { form: keyof typeof HEADINGS }>;

/** What became of each person after acceptance. */
export function Accounts({ detail }: { detail: AboutAccounts }) {
  if (detail.accounts.length === 0) return null;
  const issued = detail.form === 6 ? [] : detail.accounts;
  const next = (["to_print", "printed"] as const).find((state) =>
    issued.some((each) => each.state === state),
  );
  const heading = HEADINGS[detail.form];
  return (
    <section class="card" aria-labelledby="accounts">
      <h2 id="accounts">{heading}</h2>
      <table class="list">
        <caption class="visually-hidden">{heading}</caption>
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
                <span class="code">{formatLoginId(account.login_id)}</span>
              </td>
              <td data-label="状態">
                {"state" in account ? (
                  <Progress state={account.state} />
                ) : (
                  <Badge kind="quiet">利用中止</Badge>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {next && (
        <div class="actions no-print">
          <a class="button button--primary" href={NOTICE_TAB[next]}>
            {next === "to_print" ? "通知書を印刷する" : "通知書を投函済みにする"}
          </a>
        </div>
      )}
    </section>
  );
}

function Progress({ state }: { state: AccountState }) {
  return <Badge kind={state === "first_login_done" ? "done" : "quiet"}>{word(ACCOUNT_STATES, state)}</Badge>;
}
