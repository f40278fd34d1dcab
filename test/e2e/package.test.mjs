// The packed tarball, installed for real into an empty project, without the network.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'vite';
import { serve } from '../serve.mjs';
import { launch, watchedPage } from './pages.mjs';

const exec = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));
const shell = process.platform === 'win32';
const npm = (args, cwd) => exec('npm', args, { cwd, shell });

/** What an installed package needs at run time, and what its dependencies need. */
async function dependencies(name, found = new Set()) {
  const file = name === '.' ? 'package.json' : `node_modules/${name}/package.json`;
  const { dependencies: needed = {} } = JSON.parse(await readFile(join(root, file), 'utf8'));
  for (const dependency of Object.keys(needed)) {
    if (found.has(dependency)) continue;
    found.add(dependency);
    await dependencies(dependency, found);
  }
  return found;
}

const story = `<news-article><h1>Prague</h1><article-byline><p><span class="author">A</span></p></article-byline><p>Text</p></news-article>`;

describe('the packed package', () => {
  let project;
  let installed;
  let browser;

  before(async () => {
    project = await mkdtemp(join(tmpdir(), 'broadsheet-project-'));
    await writeFile(join(project, 'package.json'), '{ "private": true, "type": "module" }');
    const packages = [...(await dependencies('.'))].map((name) => join(root, 'node_modules', name));
    const tarballs = join(project, 'tarballs');
    await mkdir(tarballs);
    await npm(
      ['pack', '--silent', '--ignore-scripts', '--pack-destination', tarballs, root, ...packages],
      project,
    );
    const files = (await readdir(tarballs)).map((file) => `./tarballs/${file}`);
    await npm(
      ['install', '--offline', '--no-audit', '--no-fund', '--ignore-scripts', ...files],
      project,
    );
    installed = join(project, 'node_modules/broadsheet-elements');
    browser = await launch();
  });

  after(async () => {
    await browser?.close();
    await rm(project, { recursive: true, force: true });
  });

  /** Opens a page and waits until the article has been upgraded. */
  async function open(folder, pages, path = '/') {
    const server = await serve(folder, pages);
    const { page, problems } = await watchedPage(browser, server.url);
    try {
      await page.goto(server.url + path);
      await page
        .waitForFunction(() => document.querySelector('news-article')?.role === 'article', null, {
          timeout: 10_000,
        })
        .catch(() => problems.push('news-article was not upgraded'));
      const display = await page
        .locator('news-article')
        .evaluate((element) => getComputedStyle(element).display);
      return { problems, display };
    } finally {
      await page.close();
      await server.close();
    }
  }

  it('works in a blank page with the two pasted lines', async () => {
    const { problems, display } = await open(join(installed, 'dist'), {
      '/index.html': `<!doctype html><html lang="en"><title>Prague</title>
        <link rel="stylesheet" href="broadsheet.css"><script type="module" src="broadsheet.js"></script>
        ${story}`,
    });
    assert.deepEqual(problems, []);
    assert.notEqual(display, 'inline', 'the stylesheet lays the article out');
  });

  it('keeps its registration through a production build that imports one tag', async () => {
    await writeFile(
      join(project, 'index.html'),
      `<!doctype html><html lang="en"><title>Prague</title><script type="module" src="/main.js"></script>${story}`,
    );
    await writeFile(
      join(project, 'main.js'),
      `import 'broadsheet-elements/define/news-article.js';\nimport 'broadsheet-elements/broadsheet.css';\n`,
    );
    await build({ root: project, logLevel: 'warn', configFile: false });
    const { problems, display } = await open(join(project, 'dist'));
    assert.deepEqual(problems, []);
    assert.notEqual(display, 'inline', 'the stylesheet came along');
  });

  it('leaves out what one tag does not need', async () => {
    const page = await readFile(join(project, 'dist/index.html'), 'utf8');
    const [, script] = /<script[^>]* src="\/(.*?)"/.exec(page);
    const text = await readFile(join(project, 'dist', script), 'utf8');
    assert.doesNotMatch(text, /wp-comment-cookies-consent/, 'no reply form in it');
    assert.match(text, /news-article/);
  });

  it('loads in bare Node, and registers nothing', async () => {
    const code = `
      const known = globalThis.customElements;
      let registered = 0;
      if (known) { const { define } = known; known.define = (...all) => { registered++; return define.apply(known, all); }; }
      const all = await import('broadsheet-elements');
      console.log(JSON.stringify({ registered, defineAll: typeof all.defineAll, article: typeof all.NewsArticle, names: ['news-article', 'comment-form'].filter((name) => globalThis.customElements?.get(name)) }));`;
    const { stdout, stderr } = await exec(
      process.execPath,
      ['--input-type=module', '--eval', code],
      { cwd: project },
    );
    assert.equal(stderr, '');
    assert.deepEqual(JSON.parse(stdout), {
      registered: 0,
      defineAll: 'function',
      article: 'function',
      names: [],
    });
  });

  it('T20: brings at most four packages of its own choosing, and no script that runs on installing', async () => {
    const manifest = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8'));
    assert.deepEqual(Object.keys(manifest.dependencies).sort(), [
      'dompurify',
      'lit',
      'marked',
      'parse5',
    ]);
    for (const script of ['preinstall', 'install', 'postinstall', 'prepare']) {
      assert.equal(manifest.scripts?.[script], undefined);
    }
    const folders = new Set(
      (await readdir(installed, { withFileTypes: true })).map(({ name }) => name),
    );
    assert.deepEqual([...folders].sort(), [
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'SECURITY.md',
      'dist',
      'package.json',
    ]);
  });

  it('T10: leads the reader nowhere by itself', async () => {
    const files = (await readdir(join(installed, 'dist'), { recursive: true })).filter((file) =>
      file.endsWith('.js'),
    );
    for (const file of files) {
      const text = await readFile(join(installed, 'dist', file), 'utf8');
      assert.doesNotMatch(
        text,
        // To another part of the page is nowhere else.
        /\blocation(?:\.href)?\s*=[^=]|location\.(?:assign|replace)\((?!`#)|window\.open\(|history\.(?:push|replace)State/,
        file,
      );
    }
  });

  it('has every file that its entry points promise', async () => {
    const manifest = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8'));
    const files = (await readdir(installed, { recursive: true })).map(
      (file) => `./${file.replaceAll('\\', '/')}`,
    );
    const targets = (value) =>
      typeof value === 'string' ? [value] : Object.values(value).flatMap(targets);
    for (const [entry, value] of Object.entries(manifest.exports)) {
      for (const target of targets(value)) {
        const [start, end] = target.split('*');
        const matches = files.filter((file) =>
          end === undefined ? file === target : file.startsWith(start) && file.endsWith(end),
        );
        assert.ok(matches.length, `${entry} → ${target}`);
      }
    }
    for (const key of ['types', 'customElements', 'web-types']) {
      assert.ok(existsSync(join(installed, manifest[key])), key);
    }
    const defined = files.filter((file) => /^\.\/dist\/define\/[^/]+\.js$/.test(file));
    const { stdout } = await exec(
      process.execPath,
      [
        '--input-type=module',
        '--eval',
        `for (const entry of ${JSON.stringify(defined.map((file) => file.replace('./dist', 'broadsheet-elements')))}) console.log(import.meta.resolve(entry));`,
      ],
      { cwd: project },
    );
    assert.equal(stdout.trim().split('\n').length, defined.length);
  });

  it('carries no sources, tests or traces of the build', async () => {
    const files = await readdir(installed, { recursive: true });
    const odd = files.filter((file) =>
      /(^|[\\/])(src|test|stories|node_modules|\.built)([\\/]|$)/.test(file),
    );
    assert.deepEqual(odd, []);
  });

  it('has no type errors for someone who uses it strictly', async () => {
    await writeFile(
      join(project, 'use.ts'),
      `import { defineAll, NewsArticle } from 'broadsheet-elements';
       import 'broadsheet-elements/define/news-article.js';
       defineAll({ prefix: 'acme-' });
       const article: NewsArticle = document.createElement('news-article');
       // @ts-expect-error a design is a word, not a number
       article.design = 7;\n`,
    );
    const flags = [
      '--noEmit',
      '--strict',
      '--target',
      'es2022',
      '--module',
      'nodenext',
      '--ignoreConfig',
    ];
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    await exec(process.execPath, [tsc, ...flags, 'use.ts'], { cwd: project }).catch((error) =>
      assert.fail(error.stdout),
    );
  });
});
