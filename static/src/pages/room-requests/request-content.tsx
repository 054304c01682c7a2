import { loadThemes } from "../../api/room-desk";
import type { AccountHolderInput, RoomPersonInput, RoomRequest } from "../../api/rooms";
import { useLoaded } from "../../api/use-loaded";
import { MEMBERSHIP_CHANGES, ROOM_VISIBILITIES } from "../../city/room-words";
import { word } from "../../city/words";
import { ExcludedNote, Fact } from "../desk-application/facts";

/** What was filed, whichever of the three forms it is. */
export function RequestContent({ request }: { request: RoomRequest }) {
  if (request.content_deleted) {
    return <p class="notice-box">保存期間が過ぎたため、申請の内容は削除されています。</p>;
  }
  switch (request.form) {
    case 1:
      return <RoomContent request={request} />;
    case 2:
      return <MembershipContent request={request} />;
    case 3:
      return <ClosureContent request={request} />;
  }
}

type Of<Form extends 1 | 2 | 3> = Extract<RoomRequest, { form: Form }>;

const NOT_FILLED_IN = <span class="quiet">記入なし</span>;

function RoomContent({ request: { content, excluded } }: { request: Of<1> }) {
  const themes = useLoaded("all themes", () => loadThemes({ retired: true }));
  const theme = themes.data?.items.find(({ theme_id }) => theme_id === content.theme_id);
  return (
    <>
      <section class="card" aria-labelledby="room">
        <h2 id="room">申請した部屋</h2>
        <dl class="facts">
          <Fact name="名前">{content.name}</Fact>
          <Fact name="目的">{content.purpose}</Fact>
          {theme && <Fact name="テーマ">{theme.name}</Fact>}
          <Fact name="参加する人の範囲">{content.scope}</Fact>
          <Fact name="部屋の一覧">{word(ROOM_VISIBILITIES, content.visibility)}</Fact>
          <Fact name="ルール">{content.rules_accepted ? "守ることに同意しました" : "同意していません"}</Fact>
        </dl>
      </section>
      <People
        heading="申請する人のほかに、はじめから参加する人"
        people={content.participants}
        excluded={excluded}
      />
      <Applicant applicant={content.applicant} />
    </>
  );
}

function MembershipContent({ request: { content, excluded } }: { request: Of<2> }) {
  const change = word(MEMBERSHIP_CHANGES, content.change);
  return (
    <>
      <section class="card" aria-labelledby="asked">
        <h2 id="asked">{change}の申請</h2>
        <dl class="facts">
          <Fact name="どちらか">{change}</Fact>
          <Fact name="部屋">{content.room_name}</Fact>
          <Fact name="理由">{content.reason || NOT_FILLED_IN}</Fact>
        </dl>
      </section>
      <People heading={`${change}する人`} people={content.people} excluded={excluded} />
      <Applicant applicant={content.applicant} />
    </>
  );
}

function ClosureContent({ request: { content } }: { request: Of<3> }) {
  return (
    <>
      <section class="card" aria-labelledby="asked">
        <h2 id="asked">閉鎖の申出</h2>
        <dl class="facts">
          <Fact name="部屋">{content.room_name}</Fact>
          <Fact name="理由">{content.reason || NOT_FILLED_IN}</Fact>
        </dl>
      </section>
      <Applicant applicant={content.applicant} />
    </>
  );
}

function Applicant({ applicant }: { applicant: AccountHolderInput }) {
  return (
    <section class="card" aria-labelledby="applicant">
      <h2 id="applicant">申請した人</h2>
      <dl class="facts">
        <Fact name="氏名">{applicant.name}</Fact>
        <Fact name="ログインID">
          <span class="code">{applicant.login_id}</span>
        </Fact>
        <Fact name="電話番号">{applicant.phone || NOT_FILLED_IN}</Fact>
      </dl>
    </section>
  );
}

interface PeopleProps {
  heading: string;
  people: RoomPersonInput[];
  excluded: { person: number; note: string }[];
}

function People({ heading, people, excluded }: PeopleProps) {
  return (
    <section class="card" aria-labelledby="people">
      <h2 id="people">
        {heading}({people.length}人)
      </h2>
      {people.length === 0 && <p class="quiet">いません。</p>}
      <ul>
        {people.map((person, at) => (
          <li key={person.user_id ?? person.login_id}>
            {person.name}
            <ExcludedNote excluded={excluded} at={at} />
          </li>
        ))}
      </ul>
    </section>
  );
}
