// Runs every check in order and stops at the first that fails; `node scripts/test.ts unit browser` runs only those, `--long` in full counts, `--` passes the rest on.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { borrowElectron } from '../e2e/borrowed-electron.ts';
import { buildIfStale } from './build.ts';
import { findElectron, hasDisplay } from './electron.ts';

const root = join(import.meta.dirname, '..');
const reports = mkdtempSync(join(tmpdir(), 'sandtable-test-'));
const ci = process.env['CI'] === 'true';
// Engines are started from their sources hundreds of times: their threads need not compile them each time.
process.env['NODE_COMPILE_CACHE'] ??= join(root, 'node_modules/.cache/node');
const total = { passed: 0, failed: 0, skipped: 0 };

/** What a step comes to: whether it passed, or why it cannot run on this machine. */
type Outcome = boolean | string;

const steps: Record<string, (args: string[]) => Outcome | Promise<Outcome>> = {
  types: () => npm('types'),
  lint: () => npm('lint'),
  unit,
  build: async () => {
    await buildIfStale();
    return true;
  },
  browser: (args) =>
    chromiumHere() ? playwright('browser', [], args) : 'no Chromium here (apt-get install chromium, or npx playwright install chromium)',
  electron,
};

process.exitCode = await main(process.argv.slice(2));

async function main(argv: string[]): Promise<number> {
  const cut = argv.indexOf('--');
  const words = cut === -1 ? argv : argv.slice(0, cut);
  if (words.includes('--long')) process.env['SANDTABLE_LONG'] = '1';
  const asked = words.filter((word) => word !== '--long');
  const rest = cut === -1 ? [] : argv.slice(cut + 1);
  const unknown = asked.filter((name) => !(name in steps));
  if (unknown.length > 0) throw new Error(`no such step: ${unknown.join(', ')} (there are ${Object.keys(steps).join(', ')})`);

  let broken = '';
  for (const [name, step] of Object.entries(steps)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    console.log(`\n== ${name}`);
    const start = performance.now();
    const outcome = await attempt(() => step(rest));
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    if (typeof outcome === 'string' && !ci) {
      console.log(`== ${name}: SKIPPED, ${outcome}`);
    } else if (outcome === true) {
      console.log(`== ${name}: passed in ${seconds} s`);
    } else {
      broken = name;
      console.log(`== ${name}: FAILED${typeof outcome === 'string' ? `, ${outcome}` : ''}`);
      break;
    }
  }
  rmSync(reports, { recursive: true, force: true });
  if (broken !== '' && total.failed === 0) total.failed = 1; // a step without a count of its own
  console.log(broken === '' ? '\nEvery step that ran passed.' : `\nStopped at the first step that failed: ${broken}`);
  if (total.skipped > 0) console.log(`${total.skipped} skipped`);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  return broken === '' ? 0 : 1;
}

async function attempt(step: () => Outcome | Promise<Outcome>): Promise<Outcome> {
  try {
    return await step();
  } catch (error) {
    console.error(error);
    return false;
  }
}

function unit(args: string[]): Outcome {
  const report = join(reports, 'unit.json');
  const passed = run(process.execPath, [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...args,
  ]);
  if (existsSync(report)) {
    const counts = JSON.parse(readFileSync(report, 'utf8')) as { numPassedTests: number; numFailedTests: number; numPendingTests: number };
    add(counts.numPassedTests, counts.numFailedTests, counts.numPendingTests);
  }
  return passed;
}

function electron(args: string[]): Outcome {
  const dist = findElectron() ?? borrowElectron();
  if (dist === undefined) return 'no Electron runtime here (npx install-electron, or set ELECTRON_OVERRIDE_DIST_PATH)';
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = dist;
  if (hasDisplay()) return playwright('electron', [], args);
  if (spawnSync('xvfb-run', ['--help']).status !== 0) return 'no display and no xvfb-run here (apt-get install xvfb xauth)';
  return playwright('electron', ['xvfb-run', '-a', '-s', '-screen 0 1600x1000x24'], args);
}

function playwright(project: string, wrapper: string[], args: string[]): boolean {
  const report = join(reports, `${project}.json`);
  const [command = process.execPath, ...commandArgs] = [
    ...wrapper,
    process.execPath,
    join(root, 'node_modules/@playwright/test/cli.js'),
    'test',
    `--project=${project}`,
    '--reporter=list,json',
    ...args,
  ];
  const passed = run(command, commandArgs, { PLAYWRIGHT_JSON_OUTPUT_FILE: report });
  if (existsSync(report)) {
    const { stats } = JSON.parse(readFileSync(report, 'utf8')) as {
      stats: { expected: number; unexpected: number; flaky: number; skipped: number };
    };
    add(stats.expected + stats.flaky, stats.unexpected, stats.skipped);
  }
  return passed;
}

function add(passed: number, failed: number, skipped: number): void {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
}

function chromiumHere(): boolean {
  return existsSync('/usr/bin/chromium') || existsSync(chromium.executablePath());
}

function npm(script: string): boolean {
  return run('npm', ['run', '--silent', script]);
}

function run(command: string, args: string[], env: NodeJS.ProcessEnv = {}): boolean {
  const shell = process.platform === 'win32' && command === 'npm'; // npm is a .cmd there
  const ran = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env }, shell });
  if (ran.error !== undefined) console.error(ran.error.message);
  return ran.status === 0;
}
