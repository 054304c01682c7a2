import { api, ask } from "../../api/client";
import type { OrganizationApplication } from "../../api/types";
import { usePages } from "../../api/use-pages";
import { formName } from "../../city/words";
import { monthAndDay } from "../../dates/wareki";
import { EmptyState, Failure, Loading } from "../../interface/answers";
import { ListEnd } from "../../interface/list-end";
import { ApplicationBadge } from "../../interface/status-badge";
import { applicationLinks } from "./form-pages";
import { OrganizationPage } from "./organization-page";

export function OrganizationApplicationsPage() {
  return (
    <OrganizationPage current="applications">
      {(me) => <Applications organization={me.organization.id} />}
    </OrganizationPage>
  );
}

/** R13b: everything the organization has filed; a signed-in manager needs no passcode. */
function Applications({ organization }: { organization: number }) {
  const pages = usePages("applications", (after) =>
    ask(() =>
      api.GET("/api/organizations/{id}/applications", {
        params: { path: { id: organization }, query: after ? { after } : {} },
      }),
    ),
  );
  const { items, problem } = pages;
  return (
    <>
      {problem && <Failure problem={problem} onRetry={() => void pages.reload()} />}
      {!items && !problem && <Loading what="申請" />}
      {items?.length === 0 && (
        <EmptyState title="この団体の申請はまだありません">
          <p>
            <a href="/apply">申請する</a>
          </p>
        </EmptyState>
      )}
      {items && items.length > 0 && (
        <>
          <ApplicationTable items={items} />
          <ListEnd counter="件" pages={pages} />
        </>
      )}
    </>
  );
}

function ApplicationTable({ items }: { items: OrganizationApplication[] }) {
  return (
    <table class="list queue">
      <caption class="visually-hidden">団体の申請の一覧。新しい順</caption>
      <thead>
        <tr>
          <th scope="col">様式と受付番号</th>
          <th scope="col">状態</th>
          <th scope="col">申請者</th>
          <th scope="col">人数</th>
          <th scope="col">受付日</th>
          <th scope="col" class="no-print">
            できること
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <ApplicationRow key={item.receipt_number} item={item} />
        ))}
      </tbody>
    </table>
  );
}

function ApplicationRow({ item }: { item: OrganizationApplication }) {
  const links = applicationLinks(item.form, item.receipt_number);
  const which = <span class="visually-hidden">({item.receipt_number})</span>;
  return (
    <tr>
      <th scope="row">
        <a class="queue__link" href={links.follow}>
          {formName(item.form)}
          <span class="code queue__receipt">{item.receipt_number}</span>
        </a>
      </th>
      <td class="queue__words">
        <ApplicationBadge status={item.status} />
        <span class="kana">{item.status_text}</span>
      </td>
      <td data-label="申請者">{item.applicant_name}</td>
      <td data-label="人数">{item.people_count > 0 ? `${item.people_count}人` : "なし"}</td>
      <td data-label="受付日">
        <time dateTime={item.received_at}>{monthAndDay(item.received_at)}</time>
      </td>
      <td class="people-list__links no-print">
        <ul>
          {item.can_correct && links.correct && (
            <li>
              <a href={links.correct}>直して再提出する{which}</a>
            </li>
          )}
          {links.copy && (
            <li>
              <a href={links.copy}>元にして新しく申請する{which}</a>
            </li>
          )}
          {item.can_withdraw && (
            <li>
              <a href={links.withdraw}>取り下げる{which}</a>
            </li>
          )}
        </ul>
      </td>
    </tr>
  );
}
