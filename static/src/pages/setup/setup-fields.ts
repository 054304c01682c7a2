import { NO_ANSWER, type Problem } from "../../api/problem";
import type { DeviceKind, Profession, SetupInput } from "../../api/types";
import { CITY } from "../../city/names";

export interface SetupFields {
  setup_token: string;
  city_name: string;
  postal_code: string;
  address: string;
  phone: string;
  name: string;
  kana: string;
  profession: Profession | "";
  email: string;
  asset_number: string;
  kind: DeviceKind | "";
}

export const EMPTY_SETUP: SetupFields = {
  setup_token: "",
  city_name: CITY,
  postal_code: "",
  address: "",
  phone: "",
  name: "",
  kana: "",
  profession: "clerk",
  email: "",
  asset_number: "",
  kind: "",
};

/** The name of each field in the API, for the errors that come back. */
export const API_FIELDS: Record<string, keyof SetupFields> = {
  setup_token: "setup_token",
  "organization.name": "city_name",
  "organization.postal_code": "postal_code",
  "organization.address": "address",
  "organization.phone": "phone",
  "person.name": "name",
  "person.kana": "kana",
  "person.profession": "profession",
  "person.email": "email",
  "person.device.asset_number": "asset_number",
  "person.device.kind": "kind",
};

type Checked = { body: SetupInput; problem?: undefined } | { body?: undefined; problem: Problem };

/** Only what the select boxes leave open is checked here; every other rule is the server's. */
export function setupInput(fields: SetupFields): Checked {
  const { profession, kind } = fields;
  if (profession === "" || kind === "") {
    const errors = [
      ...(profession === ""
        ? [{ field: "person.profession", code: "required", message: "職種を選んでください。" }]
        : []),
      ...(kind === ""
        ? [{ field: "person.device.kind", code: "required", message: "端末の種類を選んでください。" }]
        : []),
    ];
    const title = "入力を確かめてください。";
    return { problem: { ...NO_ANSWER, status: 422, code: "validation_failed", title, detail: null, errors } };
  }
  return {
    body: {
      setup_token: fields.setup_token.trim(),
      organization: {
        name: fields.city_name,
        postal_code: fields.postal_code,
        address: fields.address,
        phone: fields.phone,
      },
      person: {
        name: fields.name,
        kana: fields.kana,
        profession,
        email: fields.email,
        device: { asset_number: fields.asset_number, kind },
      },
    },
  };
}
