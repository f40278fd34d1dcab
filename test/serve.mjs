// A static server on the loopback address, for tests.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.vtt': 'text/vtt; charset=utf-8',
  '.wav': 'audio/wav',
  '.webm': 'video/webm',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/**
 * Serves a folder, and pages that exist only as text.
 * @param {string} folder where files come from
 * @param {Record<string, string>} pages path to HTML, before the folder is looked at
 */
export function serve(folder, pages = {}) {
  const server = createServer((request, response) => {
    void (async () => {
      let path = normalize(decodeURIComponent(new URL(request.url, 'http://x').pathname));
      if (path.endsWith('/')) path += 'index.html';
      const page = pages[path];
      try {
        const body = page ?? (await readFile(join(folder, path)));
        response.writeHead(200, {
          'content-type': page
            ? TYPES['.html']
            : (TYPES[extname(path)] ?? 'application/octet-stream'),
        });
        response.end(body);
      } catch {
        response.writeHead(path === '/favicon.ico' ? 204 : 404).end();
      }
    })();
  });
  return new Promise((resolve, reject) => {
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () =>
      resolve({
        url: `http://127.0.0.1:${server.address().port}`,
        close: () => {
          server.closeAllConnections();
          return new Promise((closed) => server.close(closed));
        },
      }),
    );
  });
}
