import type { Me } from "../api/types";

interface PageLink {
  href: string;
  label: string;
  /** Pages with another address that belong to it. */
  also?: string;
}

const HOME: PageLink = { href: "/home", label: "自分のページ" };
const ROOMS: PageLink = { href: "/rooms", label: "部屋", also: "/support-rooms" };
const SEARCH: PageLink = { href: "/search", label: "探す" };
const MAIL: PageLink = { href: "/mail", label: "メール" };
const NOTIFICATIONS: PageLink = { href: "/notifications", label: "お知らせ" };
const ORGANIZATION: PageLink = { href: "/organization", label: "団体" };
const ACCOUNT: PageLink = { href: "/account", label: "アカウント", also: "/tags" };
const MANUALS: PageLink = { href: "/manuals", label: "使い方" };
const QUEUE: PageLink = { href: "/desk", label: "申請" };
const CITY_PAGES: PageLink[] = [
  QUEUE,
  { href: "/desk/notices", label: "通知書" },
  { href: "/desk/emergency", label: "緊急コード" },
  { href: "/desk/open-days", label: "開庁日" },
  { href: "/desk/rooms", label: "職種連携の部屋", also: "/desk/room-themes" },
  { href: "/desk/tags", label: "タグ" },
  { href: "/desk/usage", label: "利用状況" },
  { href: "/desk/audit", label: "記録" },
  { href: "/desk/settings", label: "設定" },
];

const ASSOCIATION_PAGES: PageLink[] = [
  QUEUE,
  { href: "/desk/registrants", label: "登録者" },
  { href: "/desk/alerts", label: "担当者の確認" },
  { href: "/desk/deletions", label: "内容の削除" },
];

/** The pages in the header: those of the person's work, and what everybody has. */
export function pagesOf(me: Me): PageLink[] {
  return [...pagesOfWork(me), MAIL, NOTIFICATIONS, ACCOUNT, MANUALS];
}

function pagesOfWork(me: Me): PageLink[] {
  if (me.desk === "city") return [...CITY_PAGES, ROOMS];
  if (me.desk === "association") return [...ASSOCIATION_PAGES, ROOMS];
  return me.is_manager ? [HOME, ROOMS, SEARCH, ORGANIZATION] : [HOME, ROOMS, SEARCH];
}
