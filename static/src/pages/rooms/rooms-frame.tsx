import type { ComponentChildren } from "preact";
import { Page } from "../../interface/page";
import { FilterTabs } from "../../interface/tabs";

const PAGES = [
  { value: "rooms", label: "参加している部屋", href: "/rooms" },
  { value: "find", label: "部屋を探す", href: "/rooms/find" },
  { value: "asked", label: "職種連携の申請", href: "/rooms/applications" },
  { value: "filed", label: "出した申請", href: "/support-rooms" },
  { value: "new", label: "新しい申請", href: "/support-rooms/new" },
] as const;

interface RoomsFrameProps {
  current: (typeof PAGES)[number]["value"];
  heading: string;
  wide?: boolean;
  children: ComponentChildren;
}

/** What the pages around the rooms have in common: the rooms themselves, and the applications for them. */
export function RoomsFrame({ current, heading, wide = false, children }: RoomsFrameProps) {
  return (
    <Page heading={heading} wide={wide}>
      <FilterTabs name="部屋のページ" current={current} links={[...PAGES]} />
      {children}
    </Page>
  );
}
