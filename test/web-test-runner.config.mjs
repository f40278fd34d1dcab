// Element and unit tests, in Chromium, with the coverage floor.
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher } from '@web/test-runner-chrome';
import { build } from 'esbuild';
import { counts, failures } from './browser-reporter.mjs';
import { findChromium } from './chromium.mjs';

const rootDir = fileURLToPath(new URL('..', import.meta.url));
const files = process.env.TEST_FILES?.split(' ').filter(Boolean);

/** The validator of JSON Schema is CommonJS, which no browser reads: it is bundled when a test asks. */
const ajv = {
  name: 'ajv',
  resolveImport: ({ source }) => (source === 'ajv/dist/2020.js' ? '/__ajv.js' : undefined),
  async serve({ path }) {
    if (path !== '/__ajv.js') return undefined;
    const { outputFiles } = await build({
      stdin: { contents: "export { Ajv2020 } from 'ajv/dist/2020.js'", resolveDir: rootDir },
      bundle: true,
      format: 'esm',
      write: false,
    });
    return { body: outputFiles[0].text, type: 'js' };
  },
};

/** What all engines share. */
export const shared = {
  rootDir,
  files: files?.length
    ? files
    : ['test/**/*.test.ts', '!test/{e2e,interop,bench}/**', '!**/node_modules/**'],
  nodeResolve: true,
  plugins: [
    ajv,
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('../tsconfig.json', import.meta.url)),
    }),
  ],
  staticLogging: true,
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  testFramework: { config: { timeout: 5000 } },
  testsStartTimeout: 60_000,
  testsFinishTimeout: 240_000,
};

export const reporters = (place) => [failures(), counts(place)];

export default {
  ...shared,
  browsers: [chromeLauncher({ launchOptions: await findChromium() })],
  reporters: reporters('chromium'),
  // A chosen few files cover what they cover.
  coverage: !files?.length,
  coverageConfig: {
    include: ['src/**/*.ts'],
    exclude: ['src/define/**', 'src/styles/sheet.ts'],
    reporters: ['lcovonly'],
    reportDir: fileURLToPath(new URL('../coverage', import.meta.url)),
    threshold: { lines: 90, statements: 0, branches: 0, functions: 0 },
  },
};
