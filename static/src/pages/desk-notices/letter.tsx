import type { IssuedNotice } from "../../api/types";
import { CITY_DESK } from "../../city/names";
import { DEVICE_KINDS, word } from "../../city/words";
import { wareki, warekiWithTime } from "../../dates/wareki";
import { formatLoginId } from "../../device-key/login-code";

/** One notice (R4): A4, folded in three for a long-3 (長形3号) window envelope. */
export function Letter({ letter }: { letter: IssuedNotice }) {
  const headingId = `letter-${letter.notice_id}`;
  return (
    <article class="letter" aria-labelledby={headingId}>
      <address class="letter__address">
        <span>〒{letter.postal_code.replace(/^〒/, "")}</span>
        <span>{letter.address}</span>
        <span>{letter.organization_name}</span>
        {letter.manager_name !== letter.addressee_name && (
          <span>(システム管理担当者 {letter.manager_name} 様 気付)</span>
        )}
        <span class="letter__addressee">{letter.addressee_name} 様</span>
      </address>
      <p class="letter__sender">
        {wareki(letter.issued_on)}
        <br />
        {senderOf(letter.city_name)}
      </p>
      <div class="letter__body">
        <h2 id={headingId}>Tasuki 利用開始のお知らせ</h2>
        <p>
          申請のあったアカウントを登録しました。下のログインIDと認証コードで、次の端末から初回ログインをしてください。
        </p>
        <div class="letter__codes">
          <dl>
            <dt>ログインID</dt>
            <dd class="code">{formatLoginId(letter.login_id)}</dd>
            <dt>認証コード(1回だけ使えます)</dt>
            <dd class="code letter__code">{letter.code}</dd>
            <dt>認証コードの期限</dt>
            <dd>{warekiWithTime(letter.code_expires_at)} まで</dd>
            <dt>登録する端末</dt>
            <dd>
              {word(DEVICE_KINDS, letter.device.kind)} 管理番号{" "}
              <span class="code">{letter.device.asset_number}</span>
            </dd>
          </dl>
          <figure>
            <img
              src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(letter.qr_svg)}`}
              alt="初回ログインのページを開くQRコード"
            />
            <figcaption>初回ログインのページ</figcaption>
          </figure>
        </div>
        <h3>初回ログインのしかた</h3>
        <ol class="letter__steps">
          <li>
            上の管理番号の端末で、QRコードを読み取るか、次のアドレスを開きます。
            <br />
            <span class="letter__url">{letter.first_login_url}</span>
          </li>
          <li>ログインIDと認証コードを入力します。</li>
          <li>ご自分のパスワード(10文字以上、英字と数字の両方)を決めます。</li>
          <li>端末が登録され、次からはログインIDとパスワードで使えます。</li>
        </ol>
        <Requests help={new URL("/help", letter.first_login_url).href} />
        <p class="letter__contact">
          <strong>問い合わせ先</strong> {senderOf(letter.city_name)} 電話 {letter.city_phone}(開庁日)
        </p>
      </div>
    </article>
  );
}

/** What the reader is asked to heed, and where the start-up manual is (R31). */
function Requests({ help }: { help: string }) {
  return (
    <>
      <h3>お願い</h3>
      <ul>
        <li>この通知書はご本人だけのものです。ほかの人に見せたり、写しを渡したりしないでください。</li>
        <li>
          個人の端末は登録できません。端末を替えるときや増やすときは、団体のシステム管理担当者に頼んでください。
        </li>
        <li>登録者(支援を受ける方)の情報は、担当者として設定された部屋だけに表示されます。</li>
        <li>
          期限が過ぎたとき、認証コードが使えないときも、システム管理担当者を通して下の窓口にご連絡ください。
        </li>
        <li>
          詳しい手順とよくある質問: <span class="letter__url">{help}</span>
        </li>
      </ul>
    </>
  );
}

/** The letter names the city that issued it; the office is the same in every deployment of this build. */
function senderOf(cityName: string): string {
  return CITY_DESK.startsWith(cityName)
    ? CITY_DESK
    : `${cityName} ${CITY_DESK.split(" ").slice(1).join(" ")}`;
}
