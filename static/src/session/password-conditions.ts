import { normalizeLoginId } from "../device-key/login-code";

export interface PasswordCondition {
  text: string;
  met: boolean;
}

const MINIMUM_LENGTH = 10;

/** R34 as far as the browser can judge; the list of common passwords is the server's. */
export function passwordConditions(password: string, loginId: string): PasswordCondition[] {
  const digits = normalizeLoginId(loginId);
  return [
    { text: `${MINIMUM_LENGTH}文字以上`, met: [...password].length >= MINIMUM_LENGTH },
    { text: "英字と数字の両方を使う", met: /[a-z]/i.test(password) && /\d/.test(password) },
    {
      text: "ログインIDを含めない",
      met: password !== "" && (digits === "" || !normalizeLoginId(password).includes(digits)),
    },
  ];
}
