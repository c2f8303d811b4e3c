import { defineConfig } from '@playwright/test';

const packaged = /(packaged|hardened)\.test\.ts$/;

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: /\.test\.ts$/,
  outputDir: 'test-results',
  // Two cores: a second Electron would only make both slow.
  workers: 1,
  fullyParallel: false,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list']],
  use: { trace: 'off', screenshot: 'off' },
  projects: [
    { name: 'app', testIgnore: packaged },
    { name: 'packaged', testMatch: packaged },
  ],
});
