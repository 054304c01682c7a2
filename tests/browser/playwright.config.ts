import { defineConfig } from "@playwright/test";

/** Names, dates and texts are Japanese; a stripped-down Chromium asks nobody on the network. */
const everywhere = {
  locale: "ja-JP",
  timezoneId: "Asia/Tokyo",
  actionTimeout: 30_000,
  navigationTimeout: 30_000,
  screenshot: "only-on-failure" as const,
  trace: "retain-on-failure" as const,
  launchOptions: {
    executablePath: process.env.CHROMIUM_BIN ?? process.env.TASUKI_CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  },
};

export default defineConfig({
  testDir: ".",
  outputDir: "results",
  preserveOutput: "failures-only",
  // A host and a browser each; more would fight for the two cores of a small machine.
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: process.env.CI !== undefined,
  projects: [
    {
      name: "phone",
      use: { ...everywhere, viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true },
    },
    { name: "wide", use: { ...everywhere, viewport: { width: 1280, height: 900 } } },
  ],
});
