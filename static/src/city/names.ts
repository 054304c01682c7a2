/** The city this deployment is for. One deployment serves one city. */
export const CITY = "市川市";
export const CITY_DESK = "市川市 地域包括支援課";
export const ASSOCIATION_DESK = "市川市医師会";

/** What the two desks are called, and how one speaks of the other (R11). */
export const DESKS = {
  city: { name: CITY_DESK, short: "市の窓口" },
  association: { name: ASSOCIATION_DESK, short: "医師会の窓口" },
} as const;

export function otherDesk(desk: keyof typeof DESKS): keyof typeof DESKS {
  return desk === "city" ? "association" : "city";
}
