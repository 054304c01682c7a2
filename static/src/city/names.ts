/** The city this deployment is for. One deployment serves one city. */
export const CITY = "市川市";
export const CITY_DESK = "市川市 地域包括支援課";
export const ASSOCIATION_DESK = "市川市医師会";
