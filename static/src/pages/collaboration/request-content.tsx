import { loadThemes } from "../../api/room-desk";
import type { RoomPersonInput, RoomRequest } from "../../api/rooms";
import { useLoaded } from "../../api/use-loaded";
import { MEMBERSHIP_CHANGES, ROOM_VISIBILITIES } from "../../city/room-words";
import { word } from "../../city/words";
import { ExcludedNote, Fact } from "../desk-application/facts";

/** What was asked for, as a copy to read and to print. */
export function RequestContent({ request }: { request: RoomRequest }) {
  switch (request.form) {
    case 1:
      return <RoomCopy content={request.content} />;
    case 2:
      return <MembershipCopy request={request} />;
    case 3:
      return (
        <section class="card" aria-labelledby="content">
          <h2 id="content">申し出た内容</h2>
          <dl class="facts">
            <Fact name="閉じる部屋">{request.content.room_name}</Fact>
            <Fact name="理由">{request.content.reason || <span class="quiet">記入なし</span>}</Fact>
          </dl>
        </section>
      );
  }
}

function RoomCopy({ content }: { content: Extract<RoomRequest, { form: 1 }>["content"] }) {
  const themes = useLoaded("all themes", () => loadThemes({ retired: true }));
  const theme = themes.data?.items.find(({ theme_id }) => theme_id === content.theme_id);
  return (
    <section class="card" aria-labelledby="content">
      <h2 id="content">申請した内容</h2>
      <dl class="facts">
        <Fact name="部屋の名前">{content.name}</Fact>
        <Fact name="目的">{content.purpose}</Fact>
        <Fact name="テーマ">{theme?.name ?? ""}</Fact>
        <Fact name="参加する人の範囲">{content.scope}</Fact>
        <Fact name="部屋の一覧">{word(ROOM_VISIBILITIES, content.visibility)}</Fact>
        <Fact name="申請した人">{content.applicant.name}</Fact>
        <Fact name="はじめから参加する人">{namesOf(content.participants)}</Fact>
      </dl>
    </section>
  );
}

function MembershipCopy({ request }: { request: Extract<RoomRequest, { form: 2 }> }) {
  const { content } = request;
  const change = word(MEMBERSHIP_CHANGES, content.change);
  return (
    <section class="card" aria-labelledby="content">
      <h2 id="content">{change}の申請</h2>
      <dl class="facts">
        <Fact name="部屋">{content.room_name}</Fact>
        <Fact name={`${change}する人`}>
          <ul class="plain-list">
            {content.people.map((person, at) => (
              <li key={`${person.user_id}-${at}`}>
                {person.name}
                <ExcludedNote excluded={request.excluded} at={at} />
              </li>
            ))}
          </ul>
        </Fact>
        <Fact name="理由">{content.reason || <span class="quiet">記入なし</span>}</Fact>
        <Fact name="申請した人">{content.applicant.name}</Fact>
      </dl>
    </section>
  );
}

function namesOf(people: RoomPersonInput[]): string {
  return people.length === 0 ? "なし" : people.map(({ name }) => name).join("、");
}
