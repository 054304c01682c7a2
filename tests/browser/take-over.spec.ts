import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { Association } from "./association";
import { Desk } from "./desk";
import { arrives, expect, isFitForEverybody, startOwnHost, test } from "./fixtures";
import { supportRoom, twoOfAHouse } from "./messages";
import { HANA } from "./support-room";
import { field } from "./words";

const site = startOwnHost();
let desk: Desk;
let association: Association;

test.beforeAll(async ({ playwright }) => {
  const browserless = () => playwright.request.newContext({ baseURL: site.origin });
  desk = await Desk.open(await browserless());
  association = await Association.open(desk, await browserless());
});

const uuid = (at: number) => `0b0e3f6a-1c2d-8100-8000-${String(at).padStart(12, "0")}`;
const entry = (at: number, resource: object) => ({
  fullUrl: `urn:uuid:${uuid(at)}`,
  resource: { id: uuid(at), ...resource },
});
const sender = {
  display: "前田 健",
  extension: [{ extension: [{ valueCode: "doctor" }, { valueString: "山手診療所" }] }],
};

/** A record of another region, as its file. */
function record(birthDate: string, name: string) {
  const messages = Array.from({ length: 260 }, (_, at) =>
    entry(100 + at, {
      resourceType: "Communication",
      status: "completed",
      sent: "2026-10-01T00:00:00.000Z",
      sender,
      payload: [{ contentString: `前の地域での${at + 1}回目の連絡です。` }],
    }),
  );
  const paper = { contentType: "text/plain", url: `urn:uuid:${uuid(3)}`, title: "看護サマリー.txt" };
  const bundle = {
    resourceType: "Bundle",
    type: "collection",
    entry: [
      entry(1, { resourceType: "Patient", birthDate, name: [{ text: name }] }),
      ...messages,
      entry(2, { resourceType: "DocumentReference", date: "2026-10-02", content: [{ attachment: paper }] }),
      entry(3, { resourceType: "Binary", contentType: "text/plain", data: "44K144Oe44Oq44O8" }),
      entry(4, {
        resourceType: "Observation",
        effectiveDateTime: "2026-10-03T00:00:00.000Z",
        code: { text: "体温" },
        valueQuantity: { value: 36.5, unit: "℃" },
      }),
    ],
  };
  return { name: "記録.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(bundle)) };
}

const chooses = (page: Page, file: { name: string; mimeType: string; buffer: Buffer }) =>
  page.getByLabel("記録のファイル").setInputFiles(file);

test("r18_r21_r38_a record of another region is taken over and read by the team", async ({
  page: nurse,
  freshPage,
  guard,
}) => {
  test.setTimeout(240_000);
  const doctor = await freshPage();
  const two = await twoOfAHouse(desk, "みなみ診療所", [nurse, doctor]);
  const room = await supportRoom(association, HANA, two);
  const press = (name: string) => nurse.getByRole("button", { name, exact: true }).click();

  await test.step("the room leads to what has not come yet", async () => {
    await nurse.goto(`/rooms/${room}`);
    await nurse.getByRole("link", { name: /引き継いだ記録/ }).click();
    await arrives(nurse, "引き継いだ記録", "take-over-empty");
    await expect(nurse.getByText("引き継いだ記録は、まだありません。")).toBeVisible();
    await isFitForEverybody(nurse, "take-over-empty");
  });
  await test.step("what is no record is told at once", async () => {
    await chooses(nurse, { name: "写真.json", mimeType: "application/json", buffer: Buffer.from("[1]") });
    await expect(nurse.getByRole("alert")).toContainText("記録のファイルではありません");
  });
  await test.step("the record of somebody else is refused", async () => {
    await chooses(nurse, record("1901-02-03", HANA.name));
    await field(nurse, "引き継ぐ理由").fill("転居されたため");
    await press("引き継ぐ");
    await expect(nurse.getByRole("alert")).toContainText("生年月日が違う");
  });
  await test.step("a name that is written otherwise is looked at; a lost line loses nothing", async () => {
    await chooses(nurse, record(HANA.birth_date, "市川 ハナ"));
    await expect(nurse.getByText("やりとり 260件")).toBeVisible();
    await expect(field(nurse, "引き継ぐ理由")).toHaveValue("転居されたため");
    await press("引き継ぐ");
    await nurse.getByRole("checkbox", { name: /同じ方です/ }).check();
    await isFitForEverybody(nurse, "take-over-same-person");
    guard.allowLostNetwork();
    // The second part finds no network.
    let parts = 0;
    await nurse.route("**/entries/*", (route) => {
      parts += 1;
      return parts === 2 ? route.abort("internetdisconnected") : route.continue();
    });
    await press("引き継ぐ");
    await expect(nurse.getByText("途中で止まっています。")).toBeVisible();
    await doctor.goto(`/rooms/${room}/carried-over`);
    await expect(doctor.getByText("まだだれにも見えません。")).toBeVisible();
    await press("続きから引き継ぐ");
    await expect(nurse.getByText("記録を引き継ぎました。")).toBeFocused();
  });
  await test.step("the colleague reads it: messages, values, the paper itself", async () => {
    await doctor.reload();
    const items = doctor.getByRole("list", { name: "引き継いだやりとり" }).getByRole("listitem");
    await expect(items).toHaveCount(50);
    await expect(items.first()).toContainText("前の地域での260回目の連絡です。");
    await expect(items.first()).toContainText("前田 健(山手診療所)");
    await doctor.getByRole("button", { name: "続きを表示" }).click();
    await expect(items).toHaveCount(100);
    await isFitForEverybody(doctor, "carried-over-messages");
    await doctor.getByRole("link", { name: "測定値", exact: true }).click();
    await expect(doctor.getByRole("list", { name: "引き継いだ測定値" })).toContainText("36.5 ℃");
    await doctor.getByRole("link", { name: "書類・ファイル" }).click();
    const download = doctor.waitForEvent("download");
    await doctor.getByRole("button", { name: "「看護サマリー.txt」を保存する" }).click();
    const saved = await download;
    expect(saved.suggestedFilename()).toBe("看護サマリー.txt");
    expect(await readFile(await saved.path(), "utf8")).toBe("サマリー");
    await doctor.goto(`/rooms/${room}`);
    await expect(doctor.getByRole("region", { name: "これまでのできごと" })).toContainText("転居されたため");
  });
});
