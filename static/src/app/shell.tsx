import type { ComponentChildren } from "preact";
import { CITY_DESK } from "../city/names";
import { useOnline } from "../interface/use-online";
import { useSendingOutbox } from "../outbox/use-outbox";
import { useSession } from "../session/session";
import { Navigation } from "./navigation";

/** What surrounds every page: skip link, header with navigation, state of the network, footer. */
export function Shell({ children }: { children: ComponentChildren }) {
  const { me, locked } = useSession();
  const online = useOnline();
  // Not beneath the lock: what waits goes when the person is back.
  useSendingOutbox(me && !locked ? me.user_id : null);
  return (
    <>
      <a class="skip-link" href="#main">
        本文へ
      </a>
      <header class="site-header">
        <div class="site-header__inner">
          <a class="site-name" href="/">
            Tasuki(襷)
          </a>
          {me ? (
            <Navigation me={me} />
          ) : (
            <nav aria-label="ページ">
              <ul>
                <li>
                  <a href="/help">使い方</a>
                </li>
              </ul>
            </nav>
          )}
        </div>
      </header>
      <div role="status">
        {!online && (
          <p class="offline no-print">
            インターネットにつながっていません。入力した内容は残っています。つながると続けられます。
          </p>
        )}
      </div>
      {children}
      <footer class="site-footer">
        <p>急ぎの連絡や緊急のときは、このシステムを使わずに電話をしてください。</p>
        <ul>
          <li>
            <a href="/apply">利用の申請</a>
          </li>
          <li>
            <a href="/apply/status">申請の状況</a>
          </li>
          <li>
            <a href="/help/start-up">利用開始の手引き</a>
          </li>
          <li>
            <a href="/help/faq">よくある質問</a>
          </li>
        </ul>
        <p>運営: {CITY_DESK}</p>
      </footer>
    </>
  );
}
