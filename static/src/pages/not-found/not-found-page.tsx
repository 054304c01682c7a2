import { Page } from "../../interface/page";

export function NotFoundPage() {
  return (
    <Page heading="ページが見つかりません">
      <p>アドレスが変わったか、入力に間違いがあるようです。</p>
      <ul class="choice-list">
        <li>
          <a href="/">トップページへ</a>
        </li>
        <li>
          <a href="/sign-in">ログイン</a>
        </li>
      </ul>
    </Page>
  );
}
