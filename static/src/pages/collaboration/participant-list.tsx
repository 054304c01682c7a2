import { useState } from "preact/hooks";
import type { Asked } from "../../api/client";
import type { Participant } from "../../api/types";
import { usePages } from "../../api/use-pages";
import { PROFESSIONS, word } from "../../city/words";
import { wareki } from "../../dates/wareki";
import { Failure, Loading } from "../../interface/answers";
import { ListEnd } from "../../interface/list-end";
import { SearchLine } from "../../interface/search-line";
import { Badge } from "../../interface/status-badge";

const ROWS_AT_ONCE = 50;

interface MembersQuery {
  query?: string;
  after?: string;
  limit: number;
}

interface ParticipantListProps {
  /** Tells one room's list from another's. */
  name: string;
  load: (query: MembersQuery) => Promise<Asked<{ items: Participant[]; next: string | null }>>;
}

/** Those who take part, in the order of their readings. A room may have thousands: they come page by page. */
export function ParticipantList({ name, load }: ParticipantListProps) {
  const [search, setSearch] = useState("");
  const pages = usePages<Participant>(`${name} ${search}`, (after) =>
    load({ limit: ROWS_AT_ONCE, ...(search ? { query: search } : {}), ...(after ? { after } : {}) }),
  );
  const { items, problem } = pages;
  return (
    <div class="stack">
      <SearchLine
        id="participant-search"
        label="氏名・ふりがな・団体名で探す"
        search={search}
        onSearch={setSearch}
      />
      {problem && <Failure problem={problem} onRetry={() => void pages.reload()} />}
      {!items && !problem && <Loading what="参加者" />}
      {items?.length === 0 && (
        <p class="quiet">{search ? `「${search}」に当てはまる参加者はいません。` : "参加者はいません。"}</p>
      )}
      {items && items.length > 0 && (
        <>
          <table class="list">
            <caption class="visually-hidden">参加者</caption>
            <thead>
              <tr>
                <th scope="col">氏名</th>
                <th scope="col">職種</th>
                <th scope="col">団体</th>
                <th scope="col">参加した日</th>
              </tr>
            </thead>
            <tbody>
              {items.map((person) => (
                <tr key={person.user_id}>
                  <th scope="row">
                    {person.name} {person.is_me && <Badge>あなた</Badge>}
                    <span class="kana">{person.kana}</span>
                  </th>
                  <td data-label="職種">{word(PROFESSIONS, person.profession)}</td>
                  <td data-label="団体">{person.organization_name}</td>
                  <td data-label="参加した日">{wareki(person.since)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <ListEnd counter="人" pages={pages} />
        </>
      )}
    </div>
  );
}
