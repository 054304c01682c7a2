import type { ComponentChildren } from "preact";
import { Page } from "../../interface/page";
import { FilterTabs } from "../../interface/tabs";

const ROOMS = { value: "rooms", label: "参加している部屋", href: "/rooms" } as const;

/** Support rooms, whose desk is the association's. */
const SUPPORT_PAGES = [
  ROOMS,
  { value: "filed", label: "出した申請", href: "/support-rooms" },
  { value: "new", label: "新しい申請", href: "/support-rooms/new" },
] as const;

/** Collaboration rooms, whose desk is the city's. */
const COLLABORATION_PAGES = [
  ROOMS,
  { value: "find", label: "部屋を探す", href: "/rooms/find" },
  { value: "new-room", label: "部屋を開く申請", href: "/rooms/new" },
  { value: "requests", label: "申請の一覧", href: "/rooms/applications" },
] as const;

type RoomsPageName = (typeof SUPPORT_PAGES | typeof COLLABORATION_PAGES)[number]["value"];

interface RoomsFrameProps {
  current: RoomsPageName;
  heading: string;
  wide?: boolean;
  children: ComponentChildren;
}

/** What the pages around the rooms have in common: the rooms themselves, and the applications for them. */
export function RoomsFrame({ current, heading, wide = false, children }: RoomsFrameProps) {
  const support = SUPPORT_PAGES.some(({ value }) => value === current);
  return (
    <Page heading={heading} wide={wide} help={support ? "web#rooms" : "web#collaboration-rooms"}>
      <FilterTabs<RoomsPageName>
        name="部屋のページ"
        current={current}
        links={support ? [...SUPPORT_PAGES] : [...COLLABORATION_PAGES]}
      />
      {children}
    </Page>
  );
}
