import type { BasicSheet } from "../../api/basic-sheet";
import { SECTION_NAMES, type SheetSection } from "../../city/sheet-words";

export interface Merged {
  sheet: BasicSheet;
  /** What only others changed: taken over. */
  taken: SheetSection[];
  /** What both changed: mine stays until the person chooses. */
  conflicts: SheetSection[];
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** What I typed on the sheet that I read, brought onto the sheet that others have written meanwhile. Nothing is lost. */
export function merge(read: BasicSheet, mine: BasicSheet, theirs: BasicSheet): Merged {
  const merged: Merged = { sheet: { ...mine }, taken: [], conflicts: [] };
  for (const section of SECTION_NAMES) {
    if (same(read[section], theirs[section]) || same(mine[section], theirs[section])) continue;
    if (same(read[section], mine[section])) {
      merged.sheet = withSection(merged.sheet, section, theirs);
      merged.taken.push(section);
    } else merged.conflicts.push(section);
  }
  return merged;
}

/** A sheet with one part of another. */
export function withSection(sheet: BasicSheet, section: SheetSection, from: BasicSheet): BasicSheet {
  return { ...sheet, [section]: from[section] };
}
