import { api, ask } from "../../api/client";
import type { Organization } from "../../api/types";
import { useLoaded } from "../../api/use-loaded";
import { ORGANIZATION_KINDS, word } from "../../city/words";
import { wareki } from "../../dates/wareki";
import { Failure, Loading } from "../../interface/answers";
import { OrganizationPage } from "./organization-page";

export function OrganizationDataPage() {
  return (
    <OrganizationPage current="data">{(me) => <Data organization={me.organization.id} />}</OrganizationPage>
  );
}

function Data({ organization }: { organization: number }) {
  const { data, problem, reload } = useLoaded(`organization ${organization}`, () =>
    ask(() => api.GET("/api/organizations/{id}", { params: { path: { id: organization } } })),
  );
  return (
    <>
      {problem && <Failure problem={problem} onRetry={() => void reload()} />}
      {!data && !problem && <Loading what="団体の情報" />}
      {data && <Facts organization={data} />}
      {data && <Managers organization={data} />}
      <Procedures />
    </>
  );
}

function Facts({ organization }: { organization: Organization }) {
  return (
    <section class="card" aria-labelledby="registered">
      <h2 id="registered">登録されている内容</h2>
      <dl class="facts">
        <Fact name="名称" value={organization.name} />
        <Fact name="利用団体番号" value={String(organization.id)} />
        <Fact name="種類" value={word(ORGANIZATION_KINDS, organization.kind)} />
        <Fact name="所在地" value={`〒${organization.postal_code}\n${organization.address}`} />
        <Fact name="電話番号" value={organization.phone} />
      </dl>
      <p class="hint">通知書はこの所在地に届きます。変わったときは、変更届(様式第5号)を出してください。</p>
    </section>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** R10: an organization always has one. */
function Managers({ organization }: { organization: Organization }) {
  return (
    <section class="card" aria-labelledby="managers">
      <h2 id="managers">システム管理担当者</h2>
      <ul class="devices">
        {organization.managers.map((manager) => (
          <li key={`${manager.name}-${manager.since}`}>
            <p>
              <strong>{manager.name}</strong> <span class="quiet">{manager.kana}</span>
            </p>
            <p>
              {manager.phone} ・ {manager.email}
            </p>
            <p class="hint">
              {wareki(manager.since)}から
              {manager.user_id === null && "。この人のアカウントはまだありません。"}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Procedures() {
  return (
    <section class="stack no-print" aria-labelledby="procedures">
      <h2 id="procedures">手続き</h2>
      <ul class="choice-list">
        <li>
          <a href="/apply/account">
            <strong>アカウントを申し込む</strong>
            <span>様式第4号。新しく使う人の分をまとめて出せます</span>
          </a>
        </li>
        <li>
          <a href="/apply/organization-change">
            <strong>団体の情報や担当者を変える、端末を増やす</strong>
            <span>様式第5号。担当者の交代もこの様式です</span>
          </a>
        </li>
        <li>
          <a href="/apply/account-stop">
            <strong>アカウントの利用をやめる</strong>
            <span>様式第6号。退職や異動のときに出します</span>
          </a>
        </li>
      </ul>
    </section>
  );
}
