import type { AskedPerson, MembershipApplication, RoomApplication, RoomClosure } from "../../api/types";
import { MEMBERSHIP_CHANGES, ROOM_VISIBILITIES } from "../../city/room-words";
import { PROFESSIONS, word } from "../../city/words";
import { wareki } from "../../dates/wareki";
import { Badge } from "../../interface/status-badge";
import { ExcludedNote, Fact } from "./facts";
import { RoomChecks } from "./room-checks";

interface RoomContentProps {
  detail: RoomApplication;
  onChanged: (detail: RoomApplication) => void;
}

/** The room that somebody asks for (R23, R24), and what the city makes sure of. */
export function RoomContent({ detail, onChanged }: RoomContentProps) {
  const { content } = detail;
  return (
    <>
      <ApplicantCard applicant={detail.applicant} phone={content.applicant.phone} />
      <section class="card" aria-labelledby="room">
        <h2 id="room">申請された部屋</h2>
        <dl class="facts">
          <Fact name="名前">{content.name}</Fact>
          <Fact name="目的">{content.purpose}</Fact>
          <Fact name="テーマ">{detail.theme_name ?? <span class="quiet">なし</span>}</Fact>
          <Fact name="参加する人の範囲">{content.scope}</Fact>
          <Fact name="部屋の一覧">{word(ROOM_VISIBILITIES, content.visibility)}</Fact>
          <Fact name="ルール">{content.rules_accepted ? "同意しています" : "同意がありません"}</Fact>
        </dl>
      </section>
      <PeopleCard
        heading={`申請した人のほかに参加する人(${detail.people.length}人)`}
        people={detail.people}
      />
      <SimilarRooms rooms={detail.similar_rooms} />
      <RoomChecks detail={detail} onChanged={onChanged} />
    </>
  );
}

/** Whether the same purpose has a room already. */
function SimilarRooms({ rooms }: { rooms: RoomApplication["similar_rooms"] }) {
  return (
    <section class="card" aria-labelledby="similar">
      <h2 id="similar">名前の似た、開いている部屋</h2>
      {rooms.length === 0 && <p class="quiet">ありません。</p>}
      <ul>
        {rooms.map((room) => (
          <li key={room.room_id}>
            <a href={`/desk/rooms/${room.room_id}`}>{room.name}</a>
            <span class="kana">{room.purpose}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Who is to join or to leave which room (R25). */
export function MembershipContent({ detail }: { detail: MembershipApplication }) {
  const { content, room } = detail;
  const change = word(MEMBERSHIP_CHANGES, content.change);
  return (
    <>
      <section class="card" aria-labelledby="asked">
        <h2 id="asked">{change}の申請</h2>
        <dl class="facts">
          <Fact name="部屋">
            {room ? <a href={`/desk/rooms/${room.room_id}`}>{room.name}</a> : content.room_name}{" "}
            {room?.closed_at && <Badge kind="late">閉じています</Badge>}
          </Fact>
          {room && <Fact name="部屋の目的">{room.purpose}</Fact>}
          {room && <Fact name="参加する人の範囲">{room.scope}</Fact>}
          {room && <Fact name="今の参加者">{room.member_count}人</Fact>}
          <Fact name="理由">{content.reason || <span class="quiet">記入なし</span>}</Fact>
        </dl>
      </section>
      <section class="card" aria-labelledby="people">
        <h2 id="people">
          {change}する人({detail.people.length}人)
        </h2>
        <table class="list">
          <caption class="visually-hidden">{change}する人</caption>
          <thead>
            <tr>
              <th scope="col">氏名</th>
              <th scope="col">職種</th>
              <th scope="col">団体</th>
              <th scope="col">今の状態</th>
            </tr>
          </thead>
          <tbody>
            {detail.people.map((person, at) => (
              <tr key={person.user_id}>
                <th scope="row">
                  {person.name}
                  <ExcludedNote excluded={detail.excluded} at={at} />
                </th>
                <td data-label="職種">{word(PROFESSIONS, person.profession)}</td>
                <td data-label="団体">{person.organization_name}</td>
                <td data-label="今の状態">
                  <MemberBadge isMember={person.is_member} isActive={person.is_active} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <ApplicantCard applicant={detail.applicant} phone={content.applicant.phone} />
    </>
  );
}

function MemberBadge({ isMember, isActive }: { isMember: boolean; isActive: boolean }) {
  if (!isActive) return <Badge kind="late">アカウントは利用中止です</Badge>;
  return isMember ? <Badge kind="done">参加しています</Badge> : <Badge kind="quiet">参加していません</Badge>;
}

/** A room that somebody no longer needs (R26). */
export function ClosureContent({ detail }: { detail: RoomClosure }) {
  const { content, room } = detail;
  return (
    <>
      <section class="card" aria-labelledby="asked">
        <h2 id="asked">閉鎖の申出</h2>
        <dl class="facts">
          <Fact name="部屋">
            {room ? <a href={`/desk/rooms/${room.room_id}`}>{room.name}</a> : content.room_name}{" "}
            {room?.closed_at && <Badge kind="quiet">閉じています</Badge>}
          </Fact>
          {room && <Fact name="部屋の目的">{room.purpose}</Fact>}
          {room && <Fact name="今の参加者">{room.member_count}人</Fact>}
          {room?.quiet_since && <Fact name="書き込みがない期間">{wareki(room.quiet_since)}から</Fact>}
          {room?.needed_at && (
            <Fact name="「まだ必要」">
              {wareki(room.needed_at)} {room.needed_by_name}
            </Fact>
          )}
          <Fact name="理由">{content.reason || <span class="quiet">記入なし</span>}</Fact>
        </dl>
      </section>
      <ApplicantCard applicant={detail.applicant} phone={content.applicant.phone} />
    </>
  );
}

function ApplicantCard({ applicant, phone }: { applicant: AskedPerson | null; phone: string }) {
  return (
    <section class="card" aria-labelledby="applicant">
      <h2 id="applicant">申請した人</h2>
      <dl class="facts">
        <Fact name="氏名">{applicant?.name ?? <span class="quiet">アカウントが見つかりません</span>}</Fact>
        {applicant && <Fact name="職種">{word(PROFESSIONS, applicant.profession)}</Fact>}
        {applicant && <Fact name="団体">{applicant.organization_name}</Fact>}
        <Fact name="電話番号">{phone || <span class="quiet">記入なし</span>}</Fact>
      </dl>
      {applicant && !applicant.is_active && <Badge kind="late">アカウントは利用中止です</Badge>}
    </section>
  );
}

function PeopleCard({ heading, people }: { heading: string; people: AskedPerson[] }) {
  return (
    <section class="card" aria-labelledby="people">
      <h2 id="people">{heading}</h2>
      {people.length === 0 && <p class="quiet">いません。部屋が開いたあとに参加を申請できます。</p>}
      {people.length > 0 && (
        <table class="list">
          <caption class="visually-hidden">{heading}</caption>
          <thead>
            <tr>
              <th scope="col">氏名</th>
              <th scope="col">職種</th>
              <th scope="col">団体</th>
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <tr key={person.user_id}>
                <th scope="row">
                  {person.name} {!person.is_active && <Badge kind="late">利用中止</Badge>}
                </th>
                <td data-label="職種">{word(PROFESSIONS, person.profession)}</td>
                <td data-label="団体">{person.organization_name}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** What came of an accepted application about a room. */
export function RoomOutcome({ detail }: { detail: RoomApplication }) {
  const [opened] = detail.accounts;
  if (!opened) return null;
  return (
    <section class="card" aria-labelledby="opened">
      <h2 id="opened">開いた部屋</h2>
      <p>
        <a href={`/desk/rooms/${opened.room_id}`}>「{opened.name}」の記録を開く</a>
      </p>
    </section>
  );
}
