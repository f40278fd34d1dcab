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
  '.webp': 'image/webp',
};

/** Serves files from memory, gzipped beforehand, as a cache in front of a site would. */
export async function serveFromMemory(files) {
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

/** How fast the machine and the line are made out to be. */
export const profiles = {
  '1x': { cpu: 1 },
  '4x': { cpu: 4 },
  /** The phone and the line of Lighthouse. */
  mobile: { cpu: 4, network: { latency: 150, kbps: 1638.4 } },
};

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
  see('largest-contentful-paint', ({ startTime }) => (seen.lcp = startTime));
  see('longtask', ({ duration }) => (seen.blocked += Math.max(0, duration - 50)));
  void customElements.whenDefined('news-article').then(async () => {
    // Every tag is registered in one go, and updates in the microtasks after it.
    await Promise.resolve();
    const tags = [...document.querySelectorAll(':defined')].filter((one) => one.updateComplete);
    await Promise.all(tags.map((one) => one.updateComplete));
    seen.upgraded = performance.now();
  });
}

/**
 * Loads a page and gives what was measured: milliseconds since navigation began, or of work.
 * @param until a function for the page that tells when it is done; default: loaded, and quiet since
 */
export async function load(browser, url, { cpu, network }, { until, after, quiet = 250 } = {}) {
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
    await tab.addInitScript(watch);
    await tab.goto(url, { waitUntil: 'load' });
    if (until) await tab.waitForFunction(until, null, { timeout: 180_000, polling: 50 });
    await tab.waitForTimeout(quiet * cpu);
    const seen = await tab.evaluate(() => globalThis.bench);
    const { metrics } = await session.send('Performance.getMetrics');
    const of = (name) => (metrics.find((metric) => metric.name === name)?.value ?? 0) * 1000;
    const result = {
      fcp: seen.fcp,
      lcp: seen.lcp,
      upgraded: seen.upgraded,
      blocked: seen.blocked,
      done: seen.done ?? 0,
      first: seen.first ?? 0,
      script: of('ScriptDuration'),
      layout: of('LayoutDuration') + of('RecalcStyleDuration'),
      main: of('TaskDuration'),
    };
    if (errors.length) throw new Error(`${url}: ${errors.join('; ')}`);
    return { ...result, ...(after && (await after(tab, session))) };
  } finally {
    await context.close();
  }
}
