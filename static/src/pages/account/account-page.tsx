import { useState } from "preact/hooks";
import type { Me } from "../../api/types";
import { PROFESSIONS, word } from "../../city/words";
import { warekiWithTime } from "../../dates/wareki";
import { Page } from "../../interface/page";
import { SignedIn } from "../../session/signed-in";
import { SettingsPart } from "../notifications/settings-part";
import { MyDevices } from "./my-devices";
import { MySessions } from "./my-sessions";
import { PasswordForm } from "./password-form";

export function AccountPage() {
  return <SignedIn>{(me) => <Account key={me.login_id} me={me} />}</SignedIn>;
}

function Account({ me }: { me: Me }) {
  const [passwords, setPasswords] = useState(0);
  return (
    <Page heading="アカウント" title="自分のアカウント" help="web#lock">
      <section class="card" aria-labelledby="who">
        <h2 id="who">登録されている内容</h2>
        <dl class="facts">
          <Fact name="お名前" value={`${me.name}(${me.kana})`} />
          <div>
            <dt>ログインID</dt>
            <dd class="code">{me.login_id}</dd>
          </div>
          <Fact name="職種" value={word(PROFESSIONS, me.profession)} />
          <Fact name="団体" value={`${me.organization.name}${me.is_manager ? "(システム管理担当者)" : ""}`} />
          <Fact name="今回のログイン" value={warekiWithTime(me.signed_in_at)} />
          <Fact name="ログアウトされる時刻" value={warekiWithTime(me.expires_at)} />
        </dl>
        <p class="hint">内容が違うときは、団体のシステム管理担当者に知らせてください。</p>
      </section>
      <SettingsPart />
      <PasswordForm loginId={me.login_id} onChanged={() => setPasswords(passwords + 1)} />
      <MyDevices />
      {/* A new password has ended the others. */}
      <MySessions key={passwords} />
      <Tags />
    </Page>
  );
}

function Tags() {
  return (
    <section class="card" aria-labelledby="tags">
      <h2 id="tags">タグ</h2>
      <ul class="choice-list choice-list--one">
        <li>
          <a href="/tags">
            <strong>タグの一覧と要望</strong>
            <span>メッセージに付けるタグを見る、市に要望を送る、回答を読む</span>
          </a>
        </li>
      </ul>
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
