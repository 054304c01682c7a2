import { useState } from "preact/hooks";
import type { DirectoryPerson, MemberInput } from "../../api/support";
import type { Me, Profession } from "../../api/types";
import { choices, PROFESSIONS, word } from "../../city/words";
import { Button } from "../../interface/button";
import { Field, TextField } from "../../interface/field";
import { type ChosenOrganization, OrganizationField } from "../desk/organization-field";
import { memberOfPerson } from "./member-inputs";
import { type DirectorySearch, isSearch, NO_SEARCH, useDirectory } from "./use-directory";
import "./care-team.css";

interface MemberPickerProps {
  me: Me;
  /** Who is in the team already. */
  chosen: Set<number>;
  onAdd: (member: MemberInput) => void;
  /** Where somebody without an account may be named by hand. */
  onWithoutAccount?: () => void;
  /** Where many are wanted at once: everybody who was found. */
  onAddAll?: (members: MemberInput[]) => void;
  /** The person at the screen, where it makes sense to be added. */
  self?: MemberInput | undefined;
  /** When only people of this organization may be chosen. */
  within?: ChosenOrganization | undefined;
}

/** Finds people by profession, organization and name, and adds each with one press. */
export function MemberPicker(props: MemberPickerProps) {
  const { me, chosen, onAdd, onWithoutAccount, self, within } = props;
  const [typed, setTyped] = useState(NO_SEARCH);
  const search = within ? { ...typed, organizationId: within.id } : typed;
  const directory = useDirectory(search);
  const { found, problem } = directory;
  return (
    <section class="picker stack" aria-labelledby="picker">
      <h3 id="picker">名簿から加える</h3>
      <SearchFields search={typed} onSearch={setTyped} within={within} />
      <p role="status" class={problem ? "error" : "hint status-line"}>
        {problem
          ? `名簿を探せませんでした。${problem.title}`
          : statusText(search, found?.people.length ?? null, onWithoutAccount !== undefined)}
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
      {found && (
        <FoundActions
          people={found.people}
          chosen={chosen}
          onAddAll={props.onAddAll}
          onMore={found.next ? () => void directory.loadMore() : undefined}
          loadingMore={directory.loadingMore}
        />
      )}
      <div class="actions">
        {self && self.user_id !== null && !chosen.has(self.user_id) && (
          <Button small onClick={() => onAdd(self)}>
            自分({me.name})を加える
          </Button>
        )}
        {onWithoutAccount && (
          <Button small onClick={onWithoutAccount}>
            アカウントのない人を書いて加える
          </Button>
        )}
      </div>
    </section>
  );
}

interface FoundActionsProps {
  people: DirectoryPerson[];
  chosen: Set<number>;
  onAddAll: ((members: MemberInput[]) => void) | undefined;
  onMore: (() => void) | undefined;
  loadingMore: boolean;
}

/** Below what was found: everybody at once, and the rest. */
function FoundActions({ people, chosen, onAddAll, onMore, loadingMore }: FoundActionsProps) {
  const rest = people.filter((person) => !chosen.has(person.user_id));
  const all = onAddAll && rest.length > 1 ? onAddAll : null;
  if (!all && !onMore) return null;
  return (
    <div class="actions">
      {all && (
        <Button small onClick={() => all(rest.map(memberOfPerson))}>
          出ている{rest.length}人を全員加える
        </Button>
      )}
      {onMore && (
        <Button small sending={loadingMore} onClick={onMore}>
          続きを表示
        </Button>
      )}
    </div>
  );
}

function statusText(search: DirectorySearch, found: number | null, byHand: boolean): string {
  if (!isSearch(search)) return "";
  if (found === null) return "探しています…";
  if (found === 0) {
    return `当てはまる人はいません。${byHand ? "アカウントのない人は、下のボタンから書いて加えられます。" : "アカウントのある人だけが名簿に出ます。"}`;
  }
  return `${found}人見つかりました。`;
}

interface SearchFieldsProps {
  search: DirectorySearch;
  onSearch: (search: DirectorySearch) => void;
  within: ChosenOrganization | undefined;
}

function SearchFields({ search, onSearch, within }: SearchFieldsProps) {
  const [organization, setOrganization] = useState<ChosenOrganization | null>(null);
  return (
    <>
      <div class="two-columns">
        <TextField
          id="picker-text"
          label={within ? "氏名・ふりがな" : "氏名・ふりがな・団体名"}
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
      {within ? (
        <p class="hint">{within.name}の人だけが出ます。</p>
      ) : (
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
      )}
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
