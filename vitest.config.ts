// Unit tests lie beside the code; SANDTABLE_LONG=1 gives the long counts the time that they need.
import { defineConfig } from 'vitest/config';

const long = process.env['SANDTABLE_LONG'] === '1';

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'simulators/**/*.test.ts', 'test/**/*.test.ts'],
    environment: 'node',
    pool: 'forks',
    maxWorkers: 3,
    testTimeout: long ? 600_000 : 15_000,
    hookTimeout: long ? 120_000 : 30_000,
  },
});
