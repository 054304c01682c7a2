import { useState } from "preact/hooks";
import type { DirectoryPerson, MemberInput } from "../../api/support";
import type { Me, Profession } from "../../api/types";
import { choices, PROFESSIONS, word } from "../../city/words";
import { Button } from "../../interface/button";
import { Field, TextField } from "../../interface/field";
import { type ChosenOrganization, OrganizationField } from "../desk/organization-field";
import { memberOfPerson, WITHOUT_ACCOUNT } from "./member-inputs";
import { type DirectorySearch, isSearch, NO_SEARCH, useDirectory } from "./use-directory";
import "./care-team.css";

interface MemberPickerProps {
  me: Me;
  /** Who is in the team already. */
  chosen: Set<number>;
  onAdd: (member: MemberInput) => void;
  /** The person at the screen, where it makes sense to be added. */
  self?: MemberInput | undefined;
  /** Where only people with an account can be named. */
  accountsOnly?: boolean;
}

/** Finds people by profession, organization and name, and adds each with one press. */
export function MemberPicker({ me, chosen, onAdd, self, accountsOnly = false }: MemberPickerProps) {
  const [search, setSearch] = useState(NO_SEARCH);
  const directory = useDirectory(search);
  const { found, problem } = directory;
  return (
    <section class="picker stack" aria-labelledby="picker">
      <h3 id="picker">名簿から加える</h3>
      <SearchFields search={search} onSearch={setSearch} />
      <p role="status" class={problem ? "error" : "hint status-line"}>
        {problem
          ? `名簿を探せませんでした。${problem.title}`
          : statusText(search, found?.people.length ?? null, accountsOnly)}
      </p>
      {problem && (
        <div class="actions">
          <Button small onClick={directory.again}>
            もう一度探す
          </Button>
        </div>
      )}
      {found && found.people.length > 0 && (
        <ul class="picker__found" aria-label="見つかった人">
          {found.people.map((person) => (
            <FoundPerson
              key={person.user_id}
              person={person}
              chosen={chosen.has(person.user_id)}
              onAdd={() => onAdd(memberOfPerson(person))}
            />
          ))}
        </ul>
      )}
      {found?.next && (
        <div class="actions">
          <Button small sending={directory.loadingMore} onClick={() => void directory.loadMore()}>
            続きを表示
          </Button>
        </div>
      )}
      <div class="actions">
        {self && self.user_id !== null && !chosen.has(self.user_id) && (
          <Button small onClick={() => onAdd(self)}>
            自分({me.name})を加える
          </Button>
        )}
        {!accountsOnly && (
          <Button small onClick={() => onAdd(WITHOUT_ACCOUNT)}>
            アカウントのない人を書いて加える
          </Button>
        )}
      </div>
    </section>
  );
}

function statusText(search: DirectorySearch, found: number | null, accountsOnly: boolean): string {
  if (!isSearch(search)) return "";
  if (found === null) return "探しています…";
  if (found === 0 && accountsOnly) return "当てはまる人はいません。アカウントのある人だけを選べます。";
  if (found === 0) return "当てはまる人はいません。アカウントのない人は、下のボタンから書いて加えられます。";
  return `${found}人見つかりました。`;
}

interface SearchFieldsProps {
  search: DirectorySearch;
  onSearch: (search: DirectorySearch) => void;
}

function SearchFields({ search, onSearch }: SearchFieldsProps) {
  const [organization, setOrganization] = useState<ChosenOrganization | null>(null);
  return (
    <>
      <div class="two-columns">
        <TextField
          id="picker-text"
          label="氏名・ふりがな・団体名"
          type="search"
          required={false}
          hint="一部だけでも探せます。"
          value={search.text}
          onValue={(text) => onSearch({ ...search, text })}
        />
        <Field id="picker-profession" label="職種で絞る" hint="職種だけでも探せます。">
          {(attributes) => (
            <select
              {...attributes}
              value={search.profession}
              onChange={({ currentTarget }) =>
                onSearch({ ...search, profession: currentTarget.value as Profession | "" })
              }
            >
              <option value="">すべての職種</option>
              {choices(PROFESSIONS).map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <details open={organization !== null}>
        <summary>団体で絞る</summary>
        <OrganizationField
          id="picker-organization"
          chosen={organization}
          onChosen={(chosen) => {
            setOrganization(chosen);
            onSearch({ ...search, organizationId: chosen?.id ?? null });
          }}
        />
      </details>
    </>
  );
}

interface FoundPersonProps {
  person: DirectoryPerson;
  chosen: boolean;
  onAdd: () => void;
}

function FoundPerson({ person, chosen, onAdd }: FoundPersonProps) {
  return (
    <li>
      <p>
        <strong>{person.name}</strong>
        <span class="kana">{person.kana}</span>
        <span class="kana">
          {word(PROFESSIONS, person.profession)} ・ {person.organization_name}
        </span>
      </p>
      <Button small disabled={chosen} onClick={onAdd}>
        {chosen ? "加えました" : "加える"}
        <span class="visually-hidden">({person.name})</span>
      </Button>
    </li>
  );
}
