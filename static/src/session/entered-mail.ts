import { useKept } from "./use-kept";

/** The receipt number of the submission by mail that a clerk enters now (R12), in this tab until that is done. */
export function useEnteredMail(): [string | null, (receipt: string | null) => void] {
  return useKept<string>("entered-mail");
}

/** A form as it is filed when it is entered from a mail: it came that way (R12). */
export function enteredBody<Body extends object>(body: Body, mail: string | null): Body {
  return mail === null ? body : { ...body, channel: "internal_mail" };
}
