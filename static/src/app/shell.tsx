import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { Problem } from "../api/problem";
import type { Me } from "../api/types";
import { CITY_DESK } from "../city/names";
import { useOnline } from "../interface/use-online";
import { useSession } from "../session/session";
import { pagesOf } from "./pages-of";

/** What surrounds every page: skip link, header with navigation, state of the network, footer. */
export function Shell({ children }: { children: ComponentChildren }) {
  const { me } = useSession();
  const online = useOnline();
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
          {me && <Navigation me={me} />}
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
        </ul>
        <p>運営: {CITY_DESK}</p>
      </footer>
    </>
  );
}

function Navigation({ me }: { me: Me }) {
  const { path } = useLocation();
  const { signOut, lock } = useSession();
  const [problem, setProblem] = useState<Problem | null>(null);
  const pages = pagesOf(me);
  const current = pages.findLast((page) => path === page.href || path.startsWith(`${page.href}/`));

  return (
    <>
      <p class="site-header__who">
        <a href="/account" aria-current={path === "/account" ? "page" : undefined}>
          {me.name}さん<span class="visually-hidden">のアカウント</span>
        </a>
        {problem && (
          <span class="error" role="alert">
            ログアウトできませんでした。{problem.title}
          </span>
        )}
      </p>
      <nav aria-label="ページ">
        <ul>
          {pages.map((page) => (
            <li key={page.href}>
              <a href={page.href} aria-current={page === current ? "page" : undefined}>
                {page.label}
              </a>
            </li>
          ))}
          <li>
            <button type="button" class="link-button" onClick={lock}>
              画面をロック
            </button>
          </li>
          <li>
            <button type="button" class="link-button" onClick={async () => setProblem(await signOut())}>
              ログアウト
            </button>
          </li>
        </ul>
      </nav>
    </>
  );
}
