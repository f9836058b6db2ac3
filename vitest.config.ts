import { defineConfig } from 'vitest/config';

const patience = { testTimeout: 60_000, hookTimeout: 60_000 };
const browser = 'tests/browser/**/*.test.ts';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'rooms',
          include: ['tests/**/*.test.ts'],
          exclude: [browser],
          sequence: { groupOrder: 0 },
          ...patience,
        },
      },
      {
        test: {
          name: 'browser',
          include: [browser],
          globalSetup: 'tests/browser/chromium.ts',
          // They share one Chromium; two pages drawn at a time are as many as two cores take.
          maxWorkers: 2,
          // After the others, which would take its time from it.
          sequence: { groupOrder: 1 },
          ...patience,
        },
      },
    ],
  },
});
