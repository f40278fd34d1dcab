// The same tests in Firefox, over WebDriver BiDi.
import { chromeLauncher } from '@web/test-runner-chrome';
import puppeteer from 'puppeteer-core';
import { findProgram } from './programs.mjs';
import { reporters, shared } from './web-test-runner.config.mjs';

export default {
  ...shared,
  // Firefox throttles the tabs behind, so tests there would time out.
  concurrency: 1,
  browsers: [
    chromeLauncher({
      puppeteer, // with one of our own, the launcher asks launchOptions for the browser
      concurrency: 1,
      launchOptions: { browser: 'firefox', executablePath: findProgram('firefox'), headless: true },
    }),
  ],
  reporters: reporters('firefox'),
};
