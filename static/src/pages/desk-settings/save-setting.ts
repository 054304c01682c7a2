import { type Asked, api, ask } from "../../api/client";
import type { Setting } from "../../api/types";
import { wareki } from "../../dates/wareki";

export function saveSetting(name: string, value: string): Promise<Asked<Setting>> {
  return ask(() => api.PUT("/api/settings/{name}", { params: { path: { name } }, body: { value } }));
}

/** 3開庁日, 令和8年4月1日(水) */
export function valueInWords(setting: Setting, value = setting.value): string {
  return setting.kind === "day" ? wareki(value) : `${value}${setting.unit}`;
}

/** 1から20開庁日まで */
export function boundsInWords(setting: Setting): string {
  const { min, max, kind } = setting;
  return `${kind === "day" ? valueInWords(setting, min) : min}から${valueInWords(setting, max)}まで`;
}
