import { api, ask } from "../../api/client";
import type { Organization, OrganizationChange } from "../../api/types";
import { useLoaded } from "../../api/use-loaded";
import { DEVICE_KINDS, ORGANIZATION_KINDS, word } from "../../city/words";
import { formatLoginId } from "../../device-key/login-code";
import { Failure } from "../../interface/answers";
import { ApplicantFacts, Fact } from "./facts";

type Content = OrganizationChange["content"];
type ChangedFields = NonNullable<Content["changes"]>;
type FurtherDevices = NonNullable<Content["devices"]>;

/** What Form 5 changes, beside what is registered now; after acceptance "now" is the new state already. */
export function Form5Content({ detail, isCity }: { detail: OrganizationChange; isCity: boolean }) {
  const { content, organization_id: id } = detail;
  // The association sees what was filed, but has no register to compare it with.
  const { data, problem, reload } = useLoaded<Organization | null>(`organization-${id}`, async () =>
    isCity && id !== null
      ? ask(() => api.GET("/api/organizations/{id}", { params: { path: { id } } }))
      : { data: null },
  );
  const { changes = {}, devices = [] } = content;
  const settled = detail.status === "accepted" || detail.status === "completed";
  return (
    <>
      <section class="card" aria-labelledby="organization">
        <h2 id="organization">団体</h2>
        <dl class="facts">
          <Fact name="名称">{detail.organization_name}</Fact>
          <Fact name="登録">利用団体番号 {id}</Fact>
        </dl>
      </section>
      {problem && <Failure problem={problem} onRetry={() => void reload()} />}
      <Changes changes={changes} registered={data} settled={settled} />
      <Manager content={content} registered={data} settled={settled} />
      <Devices devices={devices} />
      <ApplicantFacts applicant={content.applicant} pledge={content.pledge} />
    </>
  );
}

const FIELDS: { field: keyof ChangedFields; label: string }[] = [
  { field: "name", label: "名称" },
  { field: "kind", label: "種類" },
  { field: "postal_code", label: "郵便番号" },
  { field: "address", label: "所在地" },
  { field: "phone", label: "電話番号" },
];

interface ComparedProps {
  registered: Organization | null;
  settled: boolean;
}

function Changes({ changes, registered, settled }: ComparedProps & { changes: ChangedFields }) {
  const changed = FIELDS.filter(({ field }) => changes[field]);
  if (changed.length === 0) return null;
  const text = (field: keyof ChangedFields, value: string | null | undefined) =>
    field === "kind" ? word(ORGANIZATION_KINDS, value as Organization["kind"]) : value;
  return (
    <section class="card" aria-labelledby="changes">
      <h2 id="changes">団体の情報の変更({changed.length}項目)</h2>
      <table class="list">
        <caption class="visually-hidden">団体の情報の変更</caption>
        <thead>
          <tr>
            <th scope="col">項目</th>
            {registered && !settled && <th scope="col">今の登録</th>}
            <th scope="col">変更後</th>
          </tr>
        </thead>
        <tbody>
          {changed.map(({ field, label }) => (
            <tr key={field}>
              <th scope="row">{label}</th>
              {registered && !settled && <td data-label="今の登録">{text(field, registered[field])}</td>}
              <td data-label="変更後">
                <strong>{text(field, changes[field])}</strong>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Manager({ content, registered, settled }: ComparedProps & { content: Content }) {
  const next = content.new_manager;
  if (!next) return null;
  const managers = registered && !settled ? registered.managers : [];
  return (
    <section class="card" aria-labelledby="manager">
      <h2 id="manager">システム管理担当者の交代</h2>
      <dl class="facts">
        {managers.length > 0 && (
          <Fact name="今の担当者">{managers.map(({ name, kana }) => `${name}(${kana})`).join("\n")}</Fact>
        )}
        <Fact name="新しい担当者">
          <strong>
            {next.name}({next.kana})
          </strong>
        </Fact>
        <Fact name="電話番号">{next.phone}</Fact>
        <Fact name="メールアドレス">{next.email}</Fact>
      </dl>
      <p class="hint">
        受理すると、新しい担当者がこの団体の申請をできるようになり、申請した前の担当者はできなくなります。
      </p>
    </section>
  );
}

function Devices({ devices }: { devices: FurtherDevices }) {
  if (devices.length === 0) return null;
  return (
    <section class="card" aria-labelledby="devices">
      <h2 id="devices">追加する端末({devices.length}台)</h2>
      <table class="list">
        <caption class="visually-hidden">追加する端末</caption>
        <thead>
          <tr>
            <th scope="col">使う人</th>
            <th scope="col">ログインID</th>
            <th scope="col">端末</th>
          </tr>
        </thead>
        <tbody>
          {devices.map((device) => (
            <tr key={`${device.login_id}-${device.asset_number}`}>
              <th scope="row">{device.name}</th>
              <td data-label="ログインID">
                <span class="code">{formatLoginId(device.login_id)}</span>
              </td>
              <td data-label="端末">
                {word(DEVICE_KINDS, device.kind)} <span class="code">{device.asset_number}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
