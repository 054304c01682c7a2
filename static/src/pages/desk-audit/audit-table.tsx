import type { AuditEvent } from "../../api/types";
import { auditAction, auditSubject, receiptIn } from "../../city/audit-words";
import { warekiWithTime } from "../../dates/wareki";
import { type AuditFilters, auditAddress } from "./audit-filters";

export function AuditTable({ items, filters }: { items: AuditEvent[]; filters: AuditFilters }) {
  return (
    <table class="list audit">
      <caption class="visually-hidden">記録の一覧。新しい順</caption>
      <thead>
        <tr>
          <th scope="col">番号と日時</th>
          <th scope="col">したこと</th>
          <th scope="col">した人</th>
          <th scope="col">対象</th>
          <th scope="col">詳しい内容</th>
        </tr>
      </thead>
      <tbody>
        {items.map((event) => (
          <AuditRow key={event.sequence} event={event} filters={filters} />
        ))}
      </tbody>
    </table>
  );
}

function AuditRow({ event, filters }: { event: AuditEvent; filters: AuditFilters }) {
  const receipt = receiptIn(event.subject);
  return (
    <tr>
      <th scope="row">
        <span class="code">{event.sequence}</span>
        <time dateTime={event.at}>{warekiWithTime(event.at)}</time>
      </th>
      <td data-label="したこと">{auditAction(event.action)}</td>
      <td data-label="した人">
        <a href={auditAddress({ ...filters, actor: numberOf(event.actor) })}>
          {event.actor_name ?? auditSubject(event.actor)}
        </a>
      </td>
      <td data-label="対象">
        <a href={auditAddress({ ...filters, subject: event.subject })}>{auditSubject(event.subject)}</a>
        {receipt && (
          <>
            {" "}
            <a class="hint" href={`/desk/applications/${receipt}`}>
              申請を開く
            </a>
          </>
        )}
      </td>
      <td data-label="詳しい内容">
        <Detail event={event} />
      </td>
    </tr>
  );
}

/** The API takes the number of a user, the receipt number of an applicant, or `system`. */
function numberOf(actor: string): string {
  return actor.slice(actor.indexOf(":") + 1);
}

/** The raw names, as they stand in the trail: whoever needs them compares them with the export. */
function Detail({ event }: { event: AuditEvent }) {
  const entries = Object.entries(event.detail);
  return (
    <details>
      <summary>開く</summary>
      <dl class="audit__detail">
        {[["action", event.action] as const, ...entries].map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{typeof value === "string" ? value : JSON.stringify(value)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
