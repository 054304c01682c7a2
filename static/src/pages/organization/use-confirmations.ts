import { useState } from "preact/hooks";
import type { Problem } from "../../api/problem";
import type { OrganizationPerson } from "../../api/types";
import type { usePages } from "../../api/use-pages";
import { useSending } from "../../api/use-sending";
import { confirmAll } from "./confirm-grants";
import { awaitsConfirmation } from "./person-state";

type Pages = Pick<ReturnType<typeof usePages<OrganizationPerson>>, "items" | "replaceItems" | "reload">;

/** R37: which grants are chosen, and what became of confirming them. */
export function useConfirmations(organization: number, { items, replaceItems, reload }: Pages) {
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [message, setMessage] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, send] = useSending();
  const people = items ?? [];
  const chosenPeople = people.filter((person) => chosen.has(person.user_id) && awaitsConfirmation(person));

  const replace = (changed: OrganizationPerson[]) => {
    const byId = new Map(changed.map((person) => [person.user_id, person]));
    replaceItems(people.map((person) => byId.get(person.user_id) ?? person));
  };
  const confirm = (persons: OrganizationPerson[]) =>
    send(async () => {
      const { done, problem } = await confirmAll(organization, persons);
      const [first] = done;
      setMessage(
        done.length === 1 && first
          ? `${first.name}さんの登録を確認しました。`
          : done.length > 1
            ? `${done.length}人の登録を確認しました。`
            : "",
      );
      setProblem(problem);
      setChosen(new Set(persons.slice(done.length).map((person) => person.user_id)));
      replace(done);
      // Something changed at the desk meanwhile: what is shown is no longer what would be confirmed.
      if (problem?.status === 409 || problem?.status === 404) await reload();
    });
  const objected = (person: OrganizationPerson) => {
    setProblem(null);
    setMessage(`${person.name}さんの登録の違いを市に知らせました。回答はこのページに出ます。`);
    setChosen(new Set([...chosen].filter((id) => id !== person.user_id)));
    replace([person]);
  };

  return { chosen, setChosen, chosenPeople, message, problem, sending, confirm, objected };
}
