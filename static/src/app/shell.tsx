import type { ComponentChildren } from "preact";
import { useLocation } from "preact-iso";
import { CITY_DESK } from "../city/names";
import { Button } from "../interface/button";
import { useOnline } from "../interface/use-online";
import { useSendingOutbox } from "../outbox/use-outbox";
import { useWaiting } from "../outbox/use-waiting";
import { useSession } from "../session/session";
import { useShellWorker } from "../shell-worker/use-shell-worker";
import { Navigation } from "./navigation";

/** What surrounds every page: skip link, header with navigation, state of the network, footer. */
export function Shell({ children }: { children: ComponentChildren }) {
  const { me, locked } = useSession();
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
          {me ? <Navigation me={me} /> : <HelpForEverybody />}
        </div>
      </header>
      <Network />
      <Version />
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

/** The pages on which nobody needs to be signed in. */
const PUBLIC = new Set(["/", "/sign-in", "/first-login"]);

function HelpForEverybody() {
  const { path } = useLocation();
  // Elsewhere somebody is signed in, which is only not known yet.
  if (!PUBLIC.has(path)) return null;
  return (
    <nav aria-label="案内">
      <ul>
        <li>
          <a href="/help">使い方</a>
        </li>
      </ul>
    </nav>
  );
}

/** Says that there is no network, and what lies on this device until there is one. */
function Network() {
  const { me, locked, unconfirmed } = useSession();
  const online = useOnline();
  const offline = !online || unconfirmed;
  const waiting = useWaiting(me && !locked ? me.user_id : null).length;
  return (
    <div role="status">
      {offline && (
        <p class="offline no-print">
          インターネットにつながっていません。入力した内容は残っています。つながると続けられます。
        </p>
      )}
      {(offline || waiting > 0) && me && !locked && (
        <p class="offline no-print">
          <a href="/waiting">送信待ち{waiting > 0 && `(${waiting}件)`}・入力の途中のものを見る</a>
        </p>
      )}
    </div>
  );
}

/** A page that stays open for days is one day older than what the server has. */
function Version() {
  const outdated = useShellWorker(useSession().me !== null);
  return (
    <div role="status">
      {outdated && (
        <div class="offline row no-print">
          <p>新しい版があります。書きかけのものを送るか保存してから、読み込み直してください。</p>
          <Button small onClick={() => location.reload()}>
            読み込み直す
          </Button>
        </div>
      )}
    </div>
  );
}
