import { useLocation } from "preact-iso";
import { loadCityList } from "../../api/desk-lists";
import { Page } from "../../interface/page";
import { SaveTable } from "../../interface/save-table";
import { FilterTabs } from "../../interface/tabs";
import { CityDesk } from "../../session/signed-in";
import { CommonSet } from "./common-set";
import { TAGS } from "./set-kind";
import { WishGroups } from "./wish-groups";
import "./tags.css";

const TABS = [
  { value: "set", label: "タグの一覧", href: "/desk/tags" },
  { value: "waiting", label: "要望(未回答)", href: "/desk/tags?wishes=waiting" },
  { value: "answered", label: "要望(回答済み)", href: "/desk/tags?wishes=answered" },
] as const;

export function DeskTagsPage() {
  const { query } = useLocation();
  const tab = TABS.find(({ value }) => value === query.wishes)?.value ?? "set";
  return (
    <CityDesk>
      {() => (
        <Page heading="タグ" title="タグと要望" help="city#tags">
          <FilterTabs name="タグのページ" current={tab} links={[...TABS]} />
          {tab === "set" ? <CommonSet kind={TAGS} /> : <WishGroups key={tab} answered={tab === "answered"} />}
          {tab === "set" && (
            <SaveTable fileName="tasuki-tag" load={() => loadCityList("tags")}>
              タグの一覧をCSVで保存する
            </SaveTable>
          )}
        </Page>
      )}
    </CityDesk>
  );
}
