// One load of one page in a fresh context: what it painted, when, and what the browser did for it.
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { playwrightChromium } from '../chromium.mjs';

const TYPES = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.webp': 'image/webp',
};

/** Serves files from memory, gzipped beforehand, as a cache in front of a site would. */
export async function serveFromMemory(files, headers = {}) {
  const packed = new Map(
    Object.entries(files).map(([path, body]) => {
      const type = TYPES[extname(path)] ?? 'text/html; charset=utf-8';
      const isText = typeof body === 'string';
      return [path, { type, isText, body: isText ? gzipSync(body) : body }];
    }),
  );
  const server = createServer(({ url }, response) => {
    const file = packed.get(new URL(url, 'http://x').pathname);
    if (!file) return response.writeHead(404).end();
    response.writeHead(200, {
      ...headers,
      'content-type': file.type,
      'content-length': file.body.length,
      ...(file.isText && { 'content-encoding': 'gzip' }),
    });
    response.end(file.body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((closed) => server.close(closed));
    },
  };
}

export const launch = async () => {
  const options = await playwrightChromium();
  return chromium.launch({
    ...options,
    args: [...options.args, '--js-flags=--expose-gc', '--enable-precise-memory-info'],
  });
};

/** Serves files to a browser while something is measured, and clears up. */
export async function withBrowser(files, measure) {
  const server = await serveFromMemory(files);
  const browser = await launch();
  try {
    return await measure(browser, server.url);
  } finally {
    await browser.close();
    await server.close();
  }
}

/** For pages that are done when they are loaded: says so once that is painted. */
export const saysDone = `<script>addEventListener('load', () => requestAnimationFrame(() => setTimeout(() => (bench.done = performance.now()))))</script>`;

/** For `until`: what the page itself says. */
export const isDone = () => globalThis.bench.done > 0;

/** How fast the machine and the line are made out to be. */
export const profiles = {
  '1x': { cpu: 1 },
  '4x': { cpu: 4 },
  /** The phone and the line of Lighthouse. */
  mobile: { cpu: 4, network: { latency: 150, kbps: 1638.4 } },
};

/** For pages: gives them a way to be called once the tags that stand there are at work. */
export function knowUpgrade() {
  globalThis.whenUpgraded = async (run) => {
    await customElements.whenDefined('news-article');
    // The tags of the story are registered in one go, and update in the microtasks after it.
    await Promise.resolve();
    const tags = [...document.querySelectorAll(':defined')].filter((one) => one.updateComplete);
    await Promise.all(tags.map((one) => one.updateComplete));
    run();
  };
}

/** Watches from before the page's own scripts on. */
function watch() {
  const seen = (globalThis.bench = { lcp: 0, fcp: 0, blocked: 0, upgraded: 0 });
  const see = (type, take) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({
      type,
      buffered: true,
    });
  see('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') seen.fcp = startTime;
  });
  see('element', ({ renderTime }) => (seen.first ||= renderTime));
  see('largest-contentful-paint', ({ startTime }) => (seen.lcp = startTime));
  see('longtask', ({ duration }) => (seen.blocked += Math.max(0, duration - 50)));
  globalThis.whenUpgraded(() => (seen.upgraded = performance.now()));
}

/**
 * Loads a page and gives what was measured: milliseconds since navigation began, or of work.
 * @param until a function for the page that tells when it is done; default: loaded
 * @param quiet how long to look on after that, before work is added up
 */
export async function load(browser, url, { cpu, network }, { until, after, quiet = 150 } = {}) {
  const context = await browser.newContext({ viewport: { width: 1024, height: 768 } });
  try {
    const tab = await context.newPage();
    const errors = [];
    tab.on('pageerror', (error) => errors.push(error.message));
    const session = await context.newCDPSession(tab);
    await session.send('Performance.enable');
    await session.send('Emulation.setCPUThrottlingRate', { rate: cpu });
    if (network) {
      const throughput = (network.kbps * 1024) / 8;
      await session.send('Network.enable');
      await session.send('Network.emulateNetworkConditions', {
        offline: false,
        latency: network.latency,
        downloadThroughput: throughput,
        uploadThroughput: throughput / 2,
      });
    }
    await tab.addInitScript(knowUpgrade);
    await tab.addInitScript(watch);
    await tab.goto(url, { waitUntil: 'load' });
    // A busy machine may paint after all has arrived; that work belongs to the page, too.
    await tab.waitForFunction(() => globalThis.bench.fcp > 0, null, { polling: 50 });
    if (until) await tab.waitForFunction(until, null, { timeout: 180_000, polling: 50 });
    // Long enough for what a tag reads late, which a slow line needs two journeys for.
    await tab.waitForTimeout(quiet * cpu + 2 * (network?.latency ?? 0));
    const seen = await tab.evaluate(() => globalThis.bench);
    const { metrics } = await session.send('Performance.getMetrics');
    const of = (name) => (metrics.find((metric) => metric.name === name)?.value ?? 0) * 1000;
    const result = {
      fcp: seen.fcp,
      lcp: seen.lcp,
      upgraded: seen.upgraded,
      blocked: seen.blocked,
      done: seen.done ?? 0,
      first: seen.first ?? seen.fcp,
      main: of('TaskDuration'),
    };
    if (errors.length) throw new Error(`${url}: ${errors.join('; ')}`);
    return { ...result, ...(after && (await after(tab, session))) };
  } finally {
    await context.close();
  }
}
