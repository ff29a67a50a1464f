// Lint rules, and which folder may import which: renderer -> shared <- main.
import { defineConfig, type OxlintOverride } from 'oxlint';

interface Ban {
  regex: string;
  message: string;
}

/** The later of two overrides replaces the earlier one's options, so each one lists all the bans of its files. */
function imports(files: string[], bans: Ban[], excludeFiles: string[] = []): OxlintOverride {
  return { files, excludeFiles, rules: { 'no-restricted-imports': ['error', { patterns: bans }] } };
}

/** Anything that climbs out of the importing folder into one of the named ones. */
function folder(names: string, message: string): Ban {
  return { regex: `^(\\.\\.?/)+(.*/)?(${names})(/|$)`, message };
}

const node: Ban = { regex: '^node:', message: 'No Node here: this code also runs in the browser.' };
const electron: Ban = { regex: '^electron(/|$)', message: 'Electron only in src/main/*.ts and engine/entry-electron.ts.' };
const anElectron: Ban = { ...electron, message: 'No Electron here.' };
const renderer = folder('renderer', 'Imports point one way: renderer -> shared <- main.');
const main = folder('main', 'Imports point one way: renderer -> shared <- main.');
const adapter: Ban = {
  regex: '(^|/)games/[^/.]+/adapter(\\.|/|$)|^\\./[^/.]+/adapter(\\.|/|$)',
  message: "Only games/registry.ts names the games' adapters.",
};
/** From a file `depth` folders below games/<game>/. */
function otherGame(depth: number): Ban {
  return { regex: `^(\\.\\./){${depth + 1}}[^./][^/]*/|(^|/)games/[^/]+/`, message: "A game folder never imports another game's." };
}

const games = 'src/main/engine/games';

export default defineConfig({
  options: { typeAware: true, reportUnusedDisableDirectives: 'error' },
  plugins: ['eslint', 'typescript', 'unicorn', 'oxc', 'import', 'react', 'jsx-a11y', 'promise', 'node', 'vitest'],
  categories: { correctness: 'error', suspicious: 'error' },
  ignorePatterns: ['dist', 'release', 'test/fixtures'],
  rules: {
    eqeqeq: 'error',
    'no-var': 'error',
    'prefer-const': 'error',
    'no-console': 'off',
    'import/no-cycle': 'error',
    'import/no-unassigned-import': 'off', // style sheets and fonts
    'typescript/await-thenable': 'error',
    'typescript/consistent-type-imports': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    'typescript/no-unsafe-argument': 'error',
    'typescript/no-unsafe-assignment': 'error',
    'typescript/no-unsafe-call': 'error',
    'typescript/no-unsafe-function-type': 'error',
    'typescript/no-unsafe-member-access': 'error',
    'typescript/no-unsafe-return': 'error',
    'typescript/only-throw-error': 'error',
    'typescript/prefer-promise-reject-errors': 'error',
    'typescript/return-await': ['error', 'error-handling-correctness-only'],
    'typescript/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    'unicorn/prefer-node-protocol': 'error',
    'react/rules-of-hooks': 'error',
    'react/exhaustive-deps': 'error',
    'react/incompatible-library': 'off', // the virtual lists, which the React compiler would skip
    'jsx-a11y/click-events-have-key-events': 'off', // a list takes the keys for its rows
    'jsx-a11y/prefer-tag-over-role': 'off', // a virtual listbox is no <select>
    'react/react-in-jsx-scope': 'off', // the automatic JSX runtime
    // Noise for this code rather than mistakes.
    'no-await-in-loop': 'off', // order matters when streaming
    'no-shadow': 'off',
    'typescript/no-unsafe-type-assertion': 'off', // what JSON.parse and SQLite hand out must be named somewhere; no-unsafe-* catches the rest
    'no-underscore-dangle': 'off',
    'promise/always-return': 'off',
    'promise/no-multiple-resolved': 'off',
    'unicorn/consistent-function-scoping': 'off',
    'unicorn/require-post-message-target-origin': 'off', // knows only window.postMessage, not ports and workers
  },
  overrides: [
    imports(['src/shared/**'], [node, anElectron, main, renderer]),
    imports(['src/renderer/**'], [node, anElectron, main]),
    imports(['src/main/*.ts', 'src/main/engine/entry-electron.ts'], [renderer, adapter]),
    imports(
      ['src/main/*/**'],
      [renderer, electron, adapter],
      ['src/main/engine/entry-electron.ts', `${games}/*/**`, `${games}/registry.ts`],
    ),
    imports([`${games}/registry.ts`], [renderer, electron]),
    imports([`${games}/*/*`], [renderer, electron, otherGame(0)]),
    imports([`${games}/*/*/*`], [renderer, electron, otherGame(1)]),
    imports([`${games}/*/*/*/**`], [renderer, electron, otherGame(2)]),
    imports(['simulators/**'], [main, renderer, anElectron], ['simulators/**/*.test.ts']),
    {
      // expect() hands out any.
      files: ['**/*.test.ts', '**/*.test.tsx', 'e2e/**', 'test/**'],
      rules: {
        'typescript/no-unsafe-assignment': 'off',
      },
    },
  ],
});
