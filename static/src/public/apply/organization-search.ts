import { announce } from "./box";

interface FoundOrganization {
  id: number;
  name: string;
  kind: string;
  address: string;
}

const DELAY_MILLISECONDS = 300;

/** Finds organizations that are registered already, so that nobody types an address twice. */
export function searchOrganizations(form: HTMLFormElement) {
  const input = form.querySelector<HTMLInputElement>("input[data-organization-search]");
  const id = form.querySelector<HTMLInputElement>('[name="organization[id]"]');
  if (input === null || id === null) return;

  const list = document.createElement("ul");
  list.className = "organization-results";
  list.setAttribute("aria-label", "見つかった登録済みの団体");
  list.hidden = true;
  input.after(list);

  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;
  input.addEventListener("input", () => {
    // Whoever edits the name no longer means the chosen organization.
    setChosen(form, id, null);
    clearTimeout(timer);
    timer = setTimeout(async () => {
      asked += 1;
      const mine = asked;
      const found = await find(input.value.trim());
      if (mine === asked) show(found);
    }, DELAY_MILLISECONDS);
  });

  const show = (found: FoundOrganization[]) => {
    list.replaceChildren(...found.map((organization) => resultLine(organization, choose)));
    list.hidden = found.length === 0;
    if (found.length > 0) announce(form, `登録済みの団体が${found.length}件見つかりました。`);
  };
  const choose = (organization: FoundOrganization) => {
    asked += 1;
    list.hidden = true;
    input.value = organization.name;
    setChosen(form, id, organization);
    announce(form, `登録済みの${organization.name}を選びました。`);
    input.focus();
  };
}

async function find(query: string): Promise<FoundOrganization[]> {
  if (query.length < 2) return [];
  try {
    const answer = await fetch(`/api/organizations?${new URLSearchParams({ query })}`);
    if (!answer.ok) return [];
    return ((await answer.json()) as { items: FoundOrganization[] }).items;
  } catch {
    // The search only saves typing: without network the form goes on as for a new organization.
    return [];
  }
}

function resultLine(
  organization: FoundOrganization,
  choose: (organization: FoundOrganization) => void,
): HTMLLIElement {
  const line = document.createElement("li");
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = organization.name;
  const address = document.createElement("small");
  address.textContent = organization.address;
  button.append(address);
  button.addEventListener("click", () => choose(organization));
  line.append(button);
  return line;
}

/** With a registered organization its other fields are not needed; they come back when it is given up. */
function setChosen(form: HTMLFormElement, id: HTMLInputElement, organization: FoundOrganization | null) {
  // A number that somebody typed from paper is not ours to clear.
  if (organization === null && id.value !== id.dataset.chosen) return;
  id.value = organization ? String(organization.id) : "";
  id.dataset.chosen = id.value;
  for (const part of form.querySelectorAll<HTMLElement>("[data-new-organization]")) {
    part.hidden = organization !== null;
  }
  id.dispatchEvent(new Event("change", { bubbles: true }));
}
