export const ROOM_STATES = [
  { value: "open", label: "部屋が開いている方" },
  { value: "closed", label: "部屋を閉じた方" },
  { value: "all", label: "すべて" },
] as const;
export type RoomFilter = (typeof ROOM_STATES)[number]["value"];

/** Whom the clerk looks for. The search is a patient's name, so it stays out of the address and the browser's history. */
export interface RegistrantFilters {
  state: RoomFilter;
}

export function registrantFiltersIn(query: Record<string, string>): RegistrantFilters {
  return { state: ROOM_STATES.find(({ value }) => value === query.state)?.value ?? "open" };
}

export function registrantAddress({ state }: RegistrantFilters): string {
  return state === "open" ? "/desk/registrants" : `/desk/registrants?state=${state}`;
}
