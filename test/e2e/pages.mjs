// A Chromium for end-to-end tests, whose pages note every complaint and every request.
import { chromium } from 'playwright-core';
import { playwrightChromium } from '../chromium.mjs';

export const launch = async () => chromium.launch(await playwrightChromium());

/** Opens a page; `problems` gathers errors, warnings and requests to anywhere but `origin`. */
export async function watchedPage(browser, origin, options = {}) {
  const page = await browser.newPage(options);
  const problems = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) {
      problems.push(`console ${message.type()}: ${message.text()} (${message.location().url})`);
    }
  });
  page.on('pageerror', (error) => problems.push(`page error: ${error.stack ?? error.message}`));
  page.on('request', (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    if (!['data:', 'blob:', 'about:'].includes(protocol) && asked !== origin) {
      problems.push(`request outside: ${request.url()}`);
    }
  });
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`${response.status()}: ${response.url()}`);
  });
  return { page, problems };
}
