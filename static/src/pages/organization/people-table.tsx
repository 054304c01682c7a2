import type { OrganizationPerson } from "../../api/types";
import { PROFESSIONS, word } from "../../city/words";
import { Button } from "../../interface/button";
import { Badge } from "../../interface/status-badge";
import { awaitsConfirmation, stateInWords } from "./person-state";

export interface PersonActions {
  onConfirm: (person: OrganizationPerson) => void;
  onObject: (person: OrganizationPerson) => void;
}

interface PeopleTableProps extends PersonActions {
  items: OrganizationPerson[];
  chosen: ReadonlySet<number>;
  onChosen: (chosen: ReadonlySet<number>) => void;
}

export function PeopleTable({ items, chosen, onChosen, ...actions }: PeopleTableProps) {
  const choosable = items.filter(awaitsConfirmation);
  const all = choosable.length > 0 && choosable.every((person) => chosen.has(person.user_id));
  const toggle = (id: number) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChosen(next);
  };

  return (
    <div class="stack">
      {choosable.length > 0 && (
        <label class="check check--all no-print">
          <input
            type="checkbox"
            checked={all}
            onChange={() => onChosen(all ? new Set() : new Set(choosable.map((person) => person.user_id)))}
          />
          確認を待っている人をすべて選ぶ({choosable.length}人)
        </label>
      )}
      <table class="list notices people-list">
        <caption class="visually-hidden">団体の利用者の一覧</caption>
        <thead>
          <tr>
            <th scope="col">氏名</th>
            <th scope="col">職種とログインID</th>
            <th scope="col">アカウントの状態</th>
            <th scope="col">登録内容の確認</th>
            <th scope="col" class="no-print">
              手続き
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((person) => (
            <PersonRow
              key={person.user_id}
              person={person}
              chosen={chosen.has(person.user_id)}
              onToggle={() => toggle(person.user_id)}
              {...actions}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface PersonRowProps extends PersonActions {
  person: OrganizationPerson;
  chosen: boolean;
  onToggle: () => void;
}

function PersonRow({ person, chosen, onToggle, ...actions }: PersonRowProps) {
  const name = (
    <span>
      {person.name}
      <span class="kana">{person.kana}</span>
    </span>
  );
  const state = stateInWords(person);
  return (
    <tr class={chosen ? "notices__chosen" : ""}>
      <th scope="row">
        {awaitsConfirmation(person) ? (
          <label class="check">
            <input type="checkbox" checked={chosen} onChange={onToggle} />
            {name}
          </label>
        ) : (
          <span class="people-list__name">{name}</span>
        )}
      </th>
      <td data-label="職種とログインID">
        {word(PROFESSIONS, person.profession)} <span class="code">{person.login_id}</span>
        {person.is_manager && <span class="kana">システム管理担当者</span>}
      </td>
      <td data-label="状態">
        <Badge kind={state.kind}>{state.text}</Badge>
        {state.hint && <span class="kana">{state.hint}</span>}
      </td>
      <td data-label="確認">
        <Confirmation person={person} {...actions} />
      </td>
      <td class="people-list__links no-print">
        <Links person={person} />
      </td>
    </tr>
  );
}

const CONFIRMATIONS: Record<OrganizationPerson["confirmation"], { text: string; kind: string }> = {
  none: { text: "確認待ち", kind: "soon" },
  confirmed: { text: "確認済み", kind: "done" },
  objected: { text: "違いを連絡中", kind: "soon" },
  answered: { text: "市が回答しました", kind: "soon" },
};

function Confirmation({ person, onConfirm, onObject }: { person: OrganizationPerson } & PersonActions) {
  if (person.state === "stopped" || person.notice_id === null) return <>なし</>;
  const { text, kind } = CONFIRMATIONS[person.confirmation];
  const forWhom = <span class="visually-hidden">({person.name})</span>;
  return (
    <>
      <Badge kind={kind}>{text}</Badge>
      {person.confirmation !== "confirmed" && person.objection && <p>連絡した内容: {person.objection}</p>}
      {person.confirmation !== "confirmed" && person.answer && <p>市の回答: {person.answer}</p>}
      {awaitsConfirmation(person) && (
        <div class="row people-list__verdict no-print">
          <Button small onClick={() => onConfirm(person)}>
            確認する{forWhom}
          </Button>
          <Button small onClick={() => onObject(person)}>
            違いを知らせる{forWhom}
          </Button>
        </div>
      )}
    </>
  );
}

function Links({ person }: { person: OrganizationPerson }) {
  const devices = `/organization/devices?person=${encodeURIComponent(person.name)}`;
  const loginId = encodeURIComponent(person.login_id);
  const forWhom = <span class="visually-hidden">({person.name})</span>;
  return (
    <ul>
      <li>
        <a href={devices}>
          端末{person.devices}台{forWhom}
        </a>
      </li>
      {person.state !== "stopped" && (
        <>
          <li>
            <a href={`/apply/organization-change?login_id=${loginId}`}>端末を増やす{forWhom}</a>
          </li>
          <li>
            <a href={`/apply/account-stop?login_id=${loginId}`}>利用をやめる{forWhom}</a>
          </li>
          <li>
            <a href={`/rooms/membership?change=leave&login_id=${loginId}`}>職種連携の部屋から外す{forWhom}</a>
          </li>
        </>
      )}
    </ul>
  );
}
