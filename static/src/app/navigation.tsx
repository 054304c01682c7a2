import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { Problem } from "../api/problem";
import type { Me } from "../api/types";
import { useSession } from "../session/session";
import { useUnread } from "../unread/unread";
import { countInWords } from "../unread/unread-badge";
import { pagesOf } from "./pages-of";

/** Who is here, and where to go. On a phone the pages stand in a menu, so that the header is one line. */
export function Navigation({ me }: { me: Me }) {
  const { path } = useLocation();
  const { signOut } = useSession();
  const [problem, setProblem] = useState<Problem | null>(null);
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
      <Menu me={me} path={path} onSignOut={async () => setProblem(await signOut())} />
    </>
  );
}

function isWithin(path: string, part: string | undefined): boolean {
  return part !== undefined && (path === part || path.startsWith(`${part}/`));
}

/** How many messages wait in all rooms (R20). */
function UnreadCount() {
  const { unread } = useUnread();
  return <Count word="未読" count={unread?.total ?? 0} />;
}

/** How many notifications were not seen (R30). */
function UnseenCount() {
  const { unseen } = useUnread();
  return <Count word="新しい" count={unseen} />;
}

/** How many mails were not opened, one's own and the desk's (R29). */
function MailCount() {
  const { mail } = useUnread();
  return <Count word="未開封" count={mail} />;
}

function Count({ word, count }: { word: string; count: number }) {
  if (count === 0) return null;
  return (
    <span class="site-menu__count">
      <span class="visually-hidden">({word}</span>
      {countInWords(count)}
      <span class="visually-hidden">件)</span>
    </span>
  );
}

interface MenuProps {
  me: Me;
  path: string;
  onSignOut: () => void;
}

/** Where there is room the button is not shown and the list always is. */
function Menu({ me, path, onSignOut }: MenuProps) {
  const { lock } = useSession();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const pages = pagesOf(me);
  const current = pages.findLast((page) => isWithin(path, page.href) || isWithin(path, page.also));
  const close = () => setOpen(false);
  // Also a link below the open menu leads elsewhere. Before the page can be touched: a menu opened early must stay open.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is the reason to close
  useLayoutEffect(close, [path]);
  const closeAnd = (work: () => void) => () => {
    close();
    work();
  };

  return (
    <nav
      aria-label="ページ"
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !open) return;
        close();
        button.current?.focus();
      }}
    >
      <button
        type="button"
        class="link-button site-menu__button"
        ref={button}
        aria-expanded={open}
        aria-controls="site-menu"
        onClick={() => setOpen(!open)}
      >
        メニュー
        {/* Where the pages are behind it, one still sees that something waits. */}
        <UnreadCount />
      </button>
      <ul id="site-menu" class={open ? "site-menu site-menu--open" : "site-menu"}>
        {pages.map((page) => (
          <li key={page.href}>
            <a href={page.href} aria-current={page === current ? "page" : undefined} onClick={close}>
              {page.label}
              {page.href === "/rooms" && <UnreadCount />}
              {page.href === "/mail" && <MailCount />}
              {page.href === "/notifications" && <UnseenCount />}
            </a>
          </li>
        ))}
        <li>
          <button type="button" class="link-button" onClick={closeAnd(lock)}>
            画面をロック
          </button>
        </li>
        <li>
          <button type="button" class="link-button" onClick={closeAnd(onSignOut)}>
            ログアウト
          </button>
        </li>
      </ul>
    </nav>
  );
}
