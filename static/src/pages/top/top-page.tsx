import { CITY } from "../../city/names";
import { Page } from "../../interface/page";

export function TopPage() {
  return (
    <Page heading={`${CITY}の在宅医療・介護をつなぐ Tasuki`} title="トップページ">
      <p class="page__lead">
        医師、看護師、ケアマネジャー、薬剤師など、同じ方を支える人たちが様子を伝え合うための仕組みです。
      </p>
      <section class="stack" aria-labelledby="users">
        <h2 id="users">利用者の方</h2>
        <ul class="choice-list">
          <li>
            <a href="/sign-in">
              <strong>ログイン</strong>
              <span>登録した端末で使います</span>
            </a>
          </li>
          <li>
            <a href="/first-login">
              <strong>初回ログイン</strong>
              <span>通知書が届いた方、新しい端末を使う方</span>
            </a>
          </li>
        </ul>
      </section>
      <section class="stack" aria-labelledby="applicants">
        <h2 id="applicants">申請する方(団体のシステム管理担当者)</h2>
        <ul class="choice-list">
          <li>
            <a href="/apply">
              <strong>申請する</strong>
              <span>アカウントを使いたい方の分をまとめて申請できます</span>
            </a>
          </li>
          <li>
            <a href="/apply/status">
              <strong>申請の状況を見る</strong>
              <span>受付番号とパスコードを用意してください</span>
            </a>
          </li>
        </ul>
      </section>
      <section class="stack" aria-labelledby="help">
        <h2 id="help">はじめての方、困ったとき</h2>
        <ul class="choice-list">
          <li>
            <a href="/help/start-up">
              <strong>利用開始の手引き</strong>
              <span>申込みから、初めてログインするまで</span>
            </a>
          </li>
          <li>
            <a href="/help/faq">
              <strong>よくある質問</strong>
              <span>言葉で探せます</span>
            </a>
          </li>
        </ul>
      </section>
      <div class="notice-box notice-box--warning">
        <h2>急ぎのときは電話をしてください</h2>
        <p>
          Tasuki はすぐに読まれるとは限りません。容体が急に変わったときや救急のときは、電話や 119
          番を使ってください。
        </p>
      </div>
    </Page>
  );
}
