import { existsSync } from 'node:fs';
// End-to-end tests: the same app in a browser (through `serve`) and in Electron.
import { defineConfig } from '@playwright/test';

const debianChromium = '/usr/bin/chromium';

const chromium = {
  browserName: 'chromium' as const,
  launchOptions: {
    ...(existsSync(debianChromium) ? { executablePath: debianChromium } : {}),
    args: [
      '--no-sandbox',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  },
};

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'node_modules/.cache/playwright',
  snapshotPathTemplate: '{testDir}/{testFileName}-snapshots/{arg}{ext}',
  workers: 2,
  fullyParallel: false,
  forbidOnly: process.env['CI'] === 'true',
  timeout: 180_000,
  expect: { timeout: 30_000 }, // software rendering on two shared cores
  reporter: [['list']],
  use: { trace: 'retain-on-failure' },
  projects: [
    { name: 'browser', testDir: 'e2e/browser', use: chromium },
    { name: 'electron', testDir: 'e2e/electron' },
    // Pictures to look at and for the documentation; only when asked for by name.
    { name: 'pictures', testDir: 'e2e/pictures', use: chromium },
  ],
});
