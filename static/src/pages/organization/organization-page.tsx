import type { ComponentChildren } from "preact";
import type { Me } from "../../api/types";
import { Page } from "../../interface/page";
import { FilterTabs } from "../../interface/tabs";
import { Manager } from "../../session/signed-in";

const PAGES = [
  { value: "people", label: "利用者", what: "利用者", href: "/organization" },
  { value: "applications", label: "申請", what: "申請", href: "/organization/applications" },
  { value: "devices", label: "端末", what: "端末", href: "/organization/devices" },
  { value: "data", label: "団体の情報", what: "登録内容", href: "/organization/data" },
] as const;

interface OrganizationPageProps {
  current: (typeof PAGES)[number]["value"];
  children: (me: Me) => ComponentChildren;
}

/** What the pages of an organization's manager have in common. */
export function OrganizationPage({ current, children }: OrganizationPageProps) {
  const what = PAGES.find((page) => page.value === current)?.what ?? "";
  return (
    <Manager>
      {(me) => (
        <Page heading={`${me.organization.name}の${what}`} wide help="managers#organization">
          <FilterTabs name="団体のページ" current={current} links={[...PAGES]} />
          {children(me)}
        </Page>
      )}
    </Manager>
  );
}
