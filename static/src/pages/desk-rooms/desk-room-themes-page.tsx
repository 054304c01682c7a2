import { Page } from "../../interface/page";
import { CityDesk } from "../../session/signed-in";
import { CommonSet } from "../desk-tags/common-set";
import { THEMES } from "../desk-tags/set-kind";
import "../desk-tags/tags.css";

/** R23: what rooms may be about. */
export function DeskRoomThemesPage() {
  return (
    <CityDesk>
      {() => (
        <Page heading="部屋のテーマ">
          <p class="no-print">
            <a class="back" href="/desk/rooms">
              職種連携の部屋へ戻る
            </a>
          </p>
          <CommonSet kind={THEMES} />
        </Page>
      )}
    </CityDesk>
  );
}
