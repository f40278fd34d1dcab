// The same tests in WebKitGTK's small browser, on a display of its own.
import { spawn } from 'node:child_process';
import { createServer, connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { seleniumLauncher } from '@web/test-runner-selenium';
import { Builder, Capabilities } from 'selenium-webdriver';
import { findProgram } from './programs.mjs';
import { reporters, shared } from './web-test-runner.config.mjs';

const READY = 20_000;
const programs = {
  xvfb: findProgram('xvfb'),
  driver: findProgram('webkit'),
  browser: findProgram('minibrowser'),
};
const children = [];
const stopAll = () => children.forEach((child) => child.kill());
process.once('exit', stopAll);
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

/** Xvfb picks a free display itself and tells its number. */
async function display() {
  const child = spawn(
    programs.xvfb,
    ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  children.push(child);
  return new Promise((resolve, reject) => {
    let number = '';
    child.stdio[3].on('data', (data) => {
      number += data;
      if (number.endsWith('\n')) resolve(`:${number.trim()}`);
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
  });
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function answers(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.unref().once('connect', () => socket.destroy());
  });
}

async function driver(screen) {
  const port = await freePort();
  const child = spawn(programs.driver, [`--port=${port}`], {
    stdio: 'ignore',
    env: {
      ...process.env,
      DISPLAY: screen,
      GDK_BACKEND: 'x11',
      LIBGL_ALWAYS_SOFTWARE: '1',
      NO_AT_BRIDGE: '1',
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
      WEBKIT_DISABLE_DMABUF_RENDERER: '1',
    },
  });
  children.push(child);
  for (const end = Date.now() + READY; Date.now() < end; await wait(50)) {
    if (await answers(port)) return `http://127.0.0.1:${port}`;
    if (child.exitCode !== null) break;
  }
  throw new Error('WebKitWebDriver did not start.');
}

const server = await driver(await display());

export default {
  ...shared,
  concurrency: 1,
  browsers: [
    seleniumLauncher({
      driverBuilder: new Builder().usingServer(server).withCapabilities(
        new Capabilities({
          browserName: 'MiniBrowser',
          'webkitgtk:browserOptions': { binary: programs.browser, args: ['--automation'] },
        }),
      ),
    }),
  ],
  reporters: reporters('webkit'),
};
