import type { Profession } from "../../api/types";
import { PROFESSIONS } from "../../city/words";

const ORDER = Object.keys(PROFESSIONS) as Profession[];
/** In the vocabulary the visiting nurses stand after dentists and pharmacists. */
const FIRST: Profession[] = ["doctor", "visiting_nurse"];

function rank(profession: Profession): number {
  const first = FIRST.indexOf(profession);
  if (first >= 0) return first;
  const at = ORDER.indexOf(profession);
  return FIRST.length + (at < 0 ? ORDER.length : at);
}

interface Sortable {
  profession: Profession;
  organization_name: string;
  kana: string;
}

/** Doctors and visiting nurses first, then the others as in the vocabulary; within those by organization and reading. */
export function sortedTeam<Member extends Sortable>(members: Member[]): Member[] {
  return [...members].sort(
    (one, other) =>
      rank(one.profession) - rank(other.profession) ||
      one.organization_name.localeCompare(other.organization_name, "ja") ||
      one.kana.localeCompare(other.kana, "ja"),
  );
}
