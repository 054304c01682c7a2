export interface DueState {
  text: string;
  late: boolean;
  soon: boolean;
}

/** How urgent a notice is, in the words of the desk; `open_days_left` counts 開庁日, negative when late. */
export function dueState(openDaysLeft: number | null): DueState | null {
  if (openDaysLeft === null) return null;
  if (openDaysLeft < 0) return { text: `期限超過 ${-openDaysLeft}開庁日`, late: true, soon: false };
  if (openDaysLeft === 0) return { text: "今日まで", late: false, soon: true };
  return { text: `あと${openDaysLeft}開庁日`, late: false, soon: openDaysLeft === 1 };
}
