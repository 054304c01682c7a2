import { useEffect, useState } from "preact/hooks";
import { api, ask } from "../../api/client";
import type { FoundOrganization } from "../../api/types";
import { ORGANIZATION_KINDS, word } from "../../city/words";
import { Button } from "../../interface/button";
import { TextField } from "../../interface/field";

const DELAY_MILLISECONDS = 300;
const CHARACTERS_MIN = 2;

export interface ChosenOrganization {
  id: number;
  name: string;
}

interface OrganizationFieldProps {
  /** Where a page has more than one. */
  id?: string;
  chosen: ChosenOrganization | null;
  onChosen: (organization: ChosenOrganization | null) => void;
}

/** One registered organization, found by a part of its name. */
export function OrganizationField({ id = "organization", chosen, onChosen }: OrganizationFieldProps) {
  const [typed, setTyped] = useState("");
  const { found, failed } = useFound(chosen ? "" : typed.trim());

  if (chosen) {
    return (
      <div class="field">
        <p class="label">団体</p>
        <p class="row">
          {chosen.name}
          <Button small onClick={() => onChosen(null)}>
            団体を選び直す
          </Button>
        </p>
      </div>
    );
  }
  return (
    <div class="stack">
      <TextField
        id={id}
        label="団体"
        required={false}
        type="search"
        hint="名前の一部を2文字以上入れると、登録済みの団体が下に出ます。"
        value={typed}
        onValue={setTyped}
      />
      <p role="status" class="hint status-line">
        {failed ? "団体を探せませんでした。" : found && `${found.length}件見つかりました。`}
      </p>
      {found && found.length > 0 && (
        <ul class="found" aria-label="見つかった団体">
          {found.map((organization) => (
            <li key={organization.id}>
              <button type="button" class="link-button" onClick={() => onChosen(organization)}>
                {organization.name}
                <span class="hint">
                  {word(ORGANIZATION_KINDS, organization.kind)} {organization.address}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Asks when the typing pauses; an answer to an older question is dropped. */
function useFound(query: string) {
  const [found, setFound] = useState<FoundOrganization[] | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    setFound(null);
    setFailed(false);
    if (query.length < CHARACTERS_MIN) return;
    let current = true;
    const timer = setTimeout(async () => {
      const { data } = await ask(() => api.GET("/api/organizations", { params: { query: { query } } }));
      if (!current) return;
      setFound(data?.items ?? null);
      setFailed(data === undefined);
    }, DELAY_MILLISECONDS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [query]);
  return { found, failed };
}
