// Words of the visits. The vocabularies are written here so that this file needs nothing but itself; they are the API's.

export const VISIT_KINDS = {
  home_medical_care: "訪問診療",
  house_call: "往診",
  home_nursing: "訪問看護",
  home_rehabilitation: "訪問リハビリ",
  home_dentistry: "訪問歯科",
  home_pharmacy: "薬剤師の訪問",
  home_nutrition: "栄養指導",
  home_help: "訪問介護",
  home_bathing: "訪問入浴",
  day_service: "通所",
  short_stay: "ショートステイ",
  care_management: "ケアマネジャーの訪問",
  conference: "担当者会議",
  hospital_visit: "通院",
  other: "その他",
} as const;

export type VisitKind = keyof typeof VISIT_KINDS;

export const WEEK_DAYS = {
  mon: "月",
  tue: "火",
  wed: "水",
  thu: "木",
  fri: "金",
  sat: "土",
  sun: "日",
} as const;

export type WeekDay = keyof typeof WEEK_DAYS;
